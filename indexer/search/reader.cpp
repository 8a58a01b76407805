#include "indexer/search/reader.hpp"

#include <algorithm>
#include <charconv>

namespace search {
namespace {

constexpr unsigned answer_milliseconds_max = 10'000;
constexpr unsigned connect_milliseconds_max = 2'000;

Xapian::Database open_remote(const std::string& remote) {
    const std::size_t colon = remote.rfind(':');
    unsigned port = 0;
    std::from_chars(remote.data() + colon + 1, remote.data() + remote.size(), port);
    return Xapian::Remote::open(
        remote.substr(0, colon), port, answer_milliseconds_max, connect_milliseconds_max
    );
}

std::vector<Xapian::Database> open_shards(const IndexLocation& location) {
    std::vector<Xapian::Database> shards;
    for (const std::string& remote : location.remotes) {
        shards.push_back(open_remote(remote));
    }
    if (!location.is_remote()) {
        for (const auto& path : shards_in_force(location.folder)) {
            shards.emplace_back(path.string());
        }
        if (shards.empty()) {
            throw Xapian::DatabaseOpeningError{"there is no index in " + location.folder};
        }
    }
    return shards;
}

}  // namespace

OpenIndex open_index(const IndexLocation& location) {
    const std::vector<Xapian::Database> shards = open_shards(location);
    OpenIndex index;
    for (std::size_t number = 0; number < shards.size(); ++number) {
        const Xapian::Database& shard = shards[number];
        if (!has_current_schema(shard)) {
            throw IndexError{
                "the index in " +
                (location.is_remote() ? location.remotes[number] : location.folder) +
                " was built by another version: run jobscout-indexer reindex"};
        }
        const std::int64_t revision = revision_of(shard);
        index.revision = number == 0 ? revision : std::min(index.revision, revision);
        index.shard_uuids.push_back(shard.get_uuid());
        // Xapian counts its commits; servers do not tell that count.
        const std::int64_t commit =
            location.is_remote() ? revision : static_cast<std::int64_t>(shard.get_revision());
        index.state += index.shard_uuids.back() + ":" + std::to_string(commit) + " ";
        index.database.add_database(shard);
    }
    return index;
}

}  // namespace search
