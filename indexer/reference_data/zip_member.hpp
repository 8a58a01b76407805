#pragma once

#include "matcher/domain/result.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace reference_data {

/// A member of a ZIP archive is not unpacked further than this: no list is that long.
inline constexpr std::size_t member_bytes_max = std::size_t{1} << 30;

/// One member of a ZIP archive, unpacked as it is read.
class ZipMember {
public:
    /// Refuses a file that is no ZIP archive, or lacks the member.
    static domain::Result<ZipMember> open(
        const std::filesystem::path& file, const std::string& name
    );

    ~ZipMember();
    ZipMember(ZipMember&&) noexcept;
    ZipMember& operator=(ZipMember&&) noexcept;

    /// Fills the front of `buffer` and returns how much; 0 at the end, -1 where it cannot be read.
    std::ptrdiff_t read(char* buffer, std::size_t size);

    /// Why it could not be read, else empty.
    const std::string& failure() const { return failure_; }

private:
    struct Archive;
    explicit ZipMember(std::unique_ptr<Archive> archive);

    std::unique_ptr<Archive> archive_;
    std::size_t bytes_read_ = 0;
    std::string failure_;
};

}  // namespace reference_data
