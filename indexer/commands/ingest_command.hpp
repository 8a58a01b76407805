#pragma once

#include "indexer/run.hpp"

#include <string>
#include <vector>

namespace commands {

/// The files that arguments of `ingest` name: PATH, MAPPING.json=PATH, or a folder of such. Refuses
/// an argument that names none.
domain::Result<std::vector<ingest::RunSource>> sources_of(
    const std::vector<std::string>& arguments,
    const sources::FeedFacts& facts,
    ingest::RunSource::Feed feed
);

/// Runs an ingest and tells on standard error how far it has come; whatever `options` say of
/// progress is replaced.
ingest::RunReport take_in(
    const std::vector<ingest::RunSource>& sources,
    store::Database& database,
    ingest::RunOptions options
);

}  // namespace commands
