#include "indexer/run.hpp"

#include "indexer/compare_texts.hpp"
#include "indexer/index_threads.hpp"
#include "indexer/merge.hpp"
#include "indexer/search/writer.hpp"
#include "indexer/verify.hpp"

#include <chrono>
#include <map>
#include <optional>

namespace ingest {
namespace {

/// A commit of the index waits for the disk, so few large ones are fast.
constexpr std::size_t batches_of_commit = 20;

/// What a source's files, each of them complete, have told so far.
struct Offered {
    SeenIds seen;
    std::string unread;  ///< Why the feed cannot be taken for complete; else empty.
};

class Run {
public:
    Run(store::Database& database, const Reference& reference, const RunOptions& options)
        : database_{database},
          reference_{reference},
          options_{options},
          postings_{database},
          runs_{database} {}

    RunReport take(const std::vector<RunSource>& sources) {
        if (!options_.dry_run) {
            update_index();
            index_.emplace(
                options_.index_folder,
                reference_.unit_groups,
                batches_of_commit * options_.batch_size
            );
            merge_.emplace(
                database_,
                postings_,
                MergeOptions{
                    .progress = options_.duplicates_progress,
                    .changed = [this](
                                   const auto revision, auto postings
                               ) { index_->take(revision, std::move(postings)); }}
            );
        }
        for (const RunSource& source : sources) {
            take(source);
        }
        if (!options_.dry_run) {
            close_missing();
            report_.duplicates = merge_->finish();
            index_->finish();
            index_.reset();
            compare_texts(database_);
            // What duplicates and texts tell of a posting are verdicts, too.
            verify(
                database_,
                reference_,
                {.day = options_.day, .due_only = true, .older_basis_counts = false}
            );
            update_index();
            report_.index = search::status(options_.index_folder);
        }
        return std::move(report_);
    }

private:
    void take(const RunSource& source);
    FileReport ingest_file(const RunSource& source);
    void record(std::int64_t run, const FileReport& file);
    void remember(const RunSource& source, const FileReport& file);
    void close_missing();

    void update_index() {
        search::update_index(
            options_.index_folder, postings_, options_.index_progress, reference_.unit_groups
        );
    }
    void changed(const store::Revision revision, std::vector<store::StoredPosting> postings) {
        const std::size_t count = postings.size();
        index_->take(revision, std::move(postings));
        merge_->stored(count);
    }

    store::Database& database_;
    const Reference& reference_;
    const RunOptions& options_;
    store::PostingStore postings_;
    store::RunStore runs_;
    std::optional<IndexThreads> index_;
    std::optional<Merge> merge_;
    std::map<std::string, Offered> complete_;  ///< By source.
    bool all_named_ = true;  ///< Whether each complete file told which source it is of.
    RunReport report_;
};

void Run::take(const RunSource& source) {
    if (options_.dry_run) {
        report_.files.push_back(ingest_file(source));
        return;
    }
    const std::int64_t run = runs_.begin("", source.file.path.string(), options_.day);
    try {
        report_.files.push_back(ingest_file(source));
    } catch (const std::exception& error) {
        try {
            runs_.finish(
                run, {.source = "", .outcome = "failed", .message = error.what(), .counts = "{}"}
            );
        } catch (const std::exception&) {
            // The database is what failed: the run stays without an outcome, as after a kill.
        }
        throw;
    }
    record(run, report_.files.back());
    remember(source, report_.files.back());
}

FileReport Run::ingest_file(const RunSource& source) {
    const sources::SourceFile& file = source.file;
    const auto start = std::chrono::steady_clock::now();
    Options options{
        .fetched_on = options_.day,
        .fetched = source.fetched,
        .dry_run = options_.dry_run,
        .batch_size = options_.batch_size};
    if (options_.progress) {
        options.progress = [&](const Progress& progress) { options_.progress(file, progress); };
    }
    if (index_) {
        options.changed = [this](const auto revision, auto postings) {
            changed(revision, std::move(postings));
        };
    }
    auto outcome = ingest(file, reference_, postings_, options);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return {.file = file.path.string(), .seconds = taken.count(), .outcome = std::move(outcome)};
}

void Run::record(const std::int64_t run, const FileReport& file) {
    if (file.outcome) {
        runs_.finish(
            run,
            {.source = file.outcome->source.name,
             .outcome = "done",
             .message = "",
             .counts = boost::json::serialize(counts_json(file.outcome->counts))}
        );
    } else {
        runs_.finish(
            run,
            {.source = "",
             .outcome = "refused",
             .message = file.outcome.error().message,
             .counts = "{}"}
        );
    }
}

void Run::remember(const RunSource& source, const FileReport& file) {
    if (source.feed != RunSource::Feed::complete) {
        return;
    }
    if (!file.outcome) {
        all_named_ = false;
        return;
    }
    Offered& offered = complete_[file.outcome->source.name];
    offered.seen.merge(file.outcome->seen);
    if (file.outcome->counts.unreadable > 0) {
        offered.unread =
            std::to_string(file.outcome->counts.unreadable) + " of its records could not be read";
    }
    report_.files.back().outcome->seen = {};
}

void Run::close_missing() {
    for (const auto& [source, offered] : complete_) {
        std::string unread = offered.unread;
        if (!all_named_) {
            unread = "a file of this run was refused";
        }
        if (!unread.empty()) {
            Missing nothing;
            nothing.source = source;
            nothing.kept_because = unread;
            report_.missing.push_back(std::move(nothing));
            continue;
        }
        const std::int64_t run = runs_.begin(source, "", options_.day);
        report_.missing.push_back(ingest::close_missing(
            postings_,
            source,
            offered.seen,
            {.day = options_.day,
             .share_max = options_.missing_share_max,
             .changed = [this](
                            const auto revision, auto postings
                        ) { changed(revision, std::move(postings)); }}
        ));
        const Missing& missing = report_.missing.back();
        const boost::json::object counts{
            {"open", missing.offered}, {"missing", missing.missing}, {"closed", missing.closed}};
        runs_.finish(
            run,
            {.source = source,
             .outcome = missing.kept_because.empty() ? "done" : "refused",
             .message = missing.kept_because,
             .counts = boost::json::serialize(counts)}
        );
    }
}

}  // namespace

RunReport run(
    const std::vector<RunSource>& sources,
    store::Database& database,
    const Reference& reference,
    const RunOptions& options
) {
    return Run{database, reference, options}.take(sources);
}

}  // namespace ingest
