#pragma once

#include "matcher/domain/instant.hpp"
#include "sql/store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// A page of a source whose file stands in the fetch folder. Empty texts: the server gave none.
struct FetchedPage {
    std::string url;
    std::string etag;
    std::string last_modified;
    std::string next_page;
    std::string sha256;  ///< Of the file, lower-case hex.
    std::int64_t bytes = 0;
};

/// The last run of a source.
struct SourceRun {
    std::string source;
    domain::Instant started_at;
    domain::Instant finished_at;
    std::optional<domain::Instant> succeeded_at;  ///< When the last that succeeded had finished.
    int failures = 0;                             ///< In a row.
    std::string error;                            ///< Empty: it succeeded.
    std::optional<domain::Instant> not_before;    ///< The server asked for this pause.
    std::string ingested;                         ///< Names what was ingested last.
    std::int64_t records = 0;                     ///< Of the last ingest.
    std::int64_t quarantined = 0;
    std::string posting_source = {};  ///< What its postings have as their source; empty: not known.
};

/// A source as the watch goes by it.
struct ListedSource {
    std::string name;
    bool fetched = false;  ///< From the network; else files of this machine.
    std::string address;   ///< Without what may be a key.
    bool complete = false;
    std::optional<std::int64_t> every_minutes;  ///< Or:
    std::optional<std::string> daily_at;        ///< `04:30`, UTC.
    domain::Instant due_at;
    bool added = false;  ///< Over the API; else it stands in the list on the machine.
};

/// What is known of the sources in the operator's list from earlier runs. Text is valid UTF-8
/// without NUL. A database that cannot be reached throws.
class FetchStore {
public:
    explicit FetchStore(Database& database) : database_{database} {}

    /// In the order of the pages, the first one first.
    std::vector<FetchedPage> pages(const std::string& source);

    /// `page` counts from 1.
    void keep(const std::string& source, int page, const FetchedPage& what);

    /// Forgets the pages after the first `count`.
    void drop_pages(const std::string& source, int count);

    /// Of every source that ever ran, by name.
    std::vector<SourceRun> runs();

    void record(const SourceRun& run);

    /// The list as it is now; what is no longer in it is forgotten.
    void keep_list(const std::vector<ListedSource>& sources);

    /// When a listed source is to run next.
    void set_due(const std::string& source, domain::Instant due_at);

private:
    Database& database_;
};

}  // namespace store
