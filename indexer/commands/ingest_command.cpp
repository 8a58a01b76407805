#include "indexer/commands/ingest_command.hpp"

#include "indexer/progress_line.hpp"

#include <map>

namespace commands {

domain::Result<std::vector<ingest::RunSource>> sources_of(
    const std::vector<std::string>& arguments,
    const sources::FeedFacts& facts,
    const ingest::RunSource::Feed feed
) {
    std::vector<ingest::RunSource> named_sources;
    for (const std::string& argument : arguments) {
        const auto named = sources::source_file_from(argument);
        if (!named) {
            return named.error();
        }
        for (sources::SourceFile& file : sources::expand(*named)) {
            file.facts = facts;
            named_sources.push_back({.file = std::move(file), .feed = feed});
        }
    }
    return named_sources;
}

ingest::RunReport take_in(
    const std::vector<ingest::RunSource>& sources,
    store::Database& database,
    ingest::RunOptions options
) {
    const ingest::Reference reference = ingest::load_reference(database);
    std::map<std::string, ingest::ProgressLine> lines;
    const auto line = [&](const std::string& work, const char* unit) -> ingest::ProgressLine& {
        return lines.try_emplace(work, work, unit).first->second;
    };
    options.progress = [&](const sources::SourceFile& file, const ingest::Progress& progress) {
        const double share =
            static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total);
        line(file.path.filename().string(), "records").update(progress.records, share);
    };
    options.duplicates_progress = [&](const std::int64_t count) {
        line("duplicates", "postings").update(count, {});
    };
    options.index_progress = [&](const std::int64_t count) {
        line("index", "postings").update(count, {});
    };
    return ingest::run(sources, database, reference, options);
}

}  // namespace commands
