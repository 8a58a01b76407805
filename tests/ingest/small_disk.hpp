#pragma once

#include <filesystem>
#include <string>

/// A file system in memory of a limited size, which only this process and those it starts from now
/// on see: it stands in a mount namespace of their own, and goes with them however they end.
class SmallDisk {
public:
    /// `size` as tmpfs knows it: `1500k`.
    SmallDisk(const std::filesystem::path& path, const std::string& size);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    /// Not without root.
    bool mounted() const { return mounted_; }
    const std::filesystem::path& path() const { return path_; }

    void resize(const std::string& size) const;

private:
    std::filesystem::path path_;
    bool mounted_ = false;
};
