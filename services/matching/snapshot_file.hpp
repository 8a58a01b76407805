#pragma once

#include "matcher/ranking/columns.hpp"

#include <filesystem>
#include <string>

namespace matching {

/// The ranking columns of one database in one file, so that a program need not read every posting
/// when it starts. The file may be lost at any time: it is made anew from the postings.
class SnapshotFile {
public:
    /// `database` is the name of store::PostingStore::Position.
    SnapshotFile(std::filesystem::path path, std::string database);

    /// What the file holds. Whatever is wrong with it, or that there is none, is the reason in the
    /// error, behind the path.
    domain::Result<ranking::Snapshot> read() const;

    /// Replaces the file in one step: whoever reads it, and whenever this is killed, finds the old
    /// one or the new one whole. What is written stands beside it, as `path` with `.part` behind
    /// it, until it is. One program at a time writes: another one's write() throws. Throws
    /// std::system_error where the disk refuses.
    void write(const ranking::Snapshot& snapshot) const;

private:
    std::filesystem::path path_;
    std::string database_;
};

}  // namespace matching
