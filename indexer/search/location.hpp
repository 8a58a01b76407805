#pragma once

#include "matcher/domain/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace search {

/// Where an index stands: in a folder of this machine, in one database or in several shards, or
/// behind servers (`xapian-tcpsrv`), each of them one shard.
struct IndexLocation {
    std::string folder;
    /// For who builds an index anew; 0: as many as the index in the folder has, 1 where there is
    /// none. Readers find as many as there are.
    std::size_t shards = 0;
    /// `host:port`, shard by shard in their order. Where there are any, the folder is not looked
    /// at: this is for readers alone.
    std::vector<std::string> remotes;

    /// A folder is a location.
    // NOLINTNEXTLINE(google-explicit-constructor)
    IndexLocation(std::string local_folder = {}, const std::size_t shard_count = 0)
        : folder{std::move(local_folder)}, shards{shard_count} {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    IndexLocation(const char* local_folder) : folder{local_folder} {}

    bool is_remote() const { return !remotes.empty(); }
};

inline constexpr std::size_t shards_max = 64;

/// Reads `host:port,host:port`; empty is no remote at all. Refuses what is no host with a port, by
/// the name of the option, `index-remote`.
domain::Result<std::vector<std::string>> parse_remotes(std::string_view text);

/// The index in the folder, or behind the servers where parse_remotes() finds any.
domain::Result<IndexLocation> location_of(std::string folder, std::string_view remotes);

}  // namespace search
