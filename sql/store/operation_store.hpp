#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/added_source_store.hpp"
#include "sql/store/claim_store.hpp"
#include "sql/store/database.hpp"
#include "sql/store/trust_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// How the service runs, for its operators: sources, runs, and what was kept aside. Reads only.
/// Instants are RFC 3339, UTC. A database that cannot be reached throws.
class OperationStore {
public:
    explicit OperationStore(Database& database) : database_{database} {}

    /// As it stands in the operator's list, which the watch keeps.
    struct Listed {
        bool fetched = false;  ///< From the network; else files of a machine.
        std::string address;
        bool complete = false;  ///< What it lacks is gone.
        std::optional<std::int64_t> every_minutes;
        std::optional<std::string> daily_at;  ///< UTC.
        std::string due_at;
    };

    /// The last time that its files were asked for.
    struct LastRun {
        std::string started_at;
        std::string finished_at;
        std::optional<std::string> succeeded_at;  ///< That of the last run that succeeded.
        std::int64_t failures = 0;                ///< In a row.
        std::string error;                        ///< Empty: it succeeded.
        std::optional<std::string> not_before;    ///< The server asked for this pause.
        std::int64_t records = 0;                 ///< Of its last ingest.
        std::int64_t quarantined = 0;
    };

    /// The last of its files that an ingest took up.
    struct LastIngest {
        std::int64_t run = 0;
        std::string started_at;
        std::optional<std::string> outcome;  ///< Nothing: it goes on, or was killed.
        std::string message;
    };

    /// What is kept of its pages, to ask only for what has changed.
    struct Pages {
        std::int64_t count = 0;
        std::int64_t bytes = 0;
        std::int64_t with_etag = 0;
        std::int64_t with_last_modified = 0;
        std::string fetched_at;  ///< The newest.
    };

    struct Source {
        std::string name;
        std::string posting_source;  ///< What its postings have as their source.
        std::optional<Listed> listed;
        std::optional<LastRun> last_run;
        std::optional<LastIngest> last_ingest;
        std::int64_t live_postings = 0;
        std::int64_t records_kept_aside = 0;
        std::int64_t postings_held_back = 0;
        std::optional<Pages> pages;
        std::optional<AddedSource> added;
    };

    /// Every source that is listed, was added, has run or was ever ingested, by name, after the
    /// name `after`.
    std::vector<Source> sources(
        const Reviewer& op, domain::Date day, const std::string& after, std::size_t count
    );

    /// How often each check has each verdict on what is stored, served or not; by source.
    std::vector<VerdictCount> verdicts(
        const Reviewer& op, const std::optional<std::string>& source
    );

    struct Run {
        std::int64_t id = 0;
        std::string source;  ///< Empty where the file did not tell.
        std::string file;    ///< Empty: what a complete feed has no longer was closed.
        std::string day;     ///< Of the ingest.
        std::string started_at;
        std::optional<std::string> finished_at;
        std::optional<std::string> outcome;  ///< As in LastIngest.
        std::string message;
        std::string counts;  ///< JSON; may be empty.
    };
    struct RunsAsked {
        std::optional<std::string> source;
        std::optional<std::string> outcome;  ///< Empty: not ended.
    };

    /// The latest first, before run `before`.
    std::vector<Run> runs(
        const RunsAsked& asked, std::optional<std::int64_t> before, std::size_t count
    );

    /// A record that is not served, and why.
    struct KeptAside {
        std::int64_t id = 0;
        std::string source;
        std::string file;
        std::int64_t line = 0;
        std::string field;
        std::string reason;
        std::string sha256;
        std::optional<std::int64_t> posting;  ///< That is held back; nothing: none could be made.
        std::string first_seen;
        std::optional<std::int64_t> run;  ///< Nothing: something else than a run kept it aside.
    };
    struct KeptAsideAsked {
        std::optional<std::string> source;
        std::optional<std::string> kind;  ///< `record` or `posting`.
        std::optional<std::string> field;
        std::optional<std::string> reason;
    };

    /// The latest first, before row `before`.
    std::vector<KeptAside> kept_aside(
        const KeptAsideAsked& asked, std::optional<std::int64_t> before, std::size_t count
    );

    /// What the source said, as text: what was no UTF-8, and NUL, stands as U+FFFD.
    struct Record {
        KeptAside about;
        std::string text;             ///< From a character on.
        std::int64_t characters = 0;  ///< Of the whole.
        std::int64_t bytes = 0;       ///< Of the whole as UTF-8.
        bool replaced = false;        ///< U+FFFD stands in it.
    };

    /// At most `characters` of the record, after the first `from`. PostgreSQL shows it to who acts
    /// as an operator only. It may name people and is never logged.
    std::optional<Record> record(
        const Reviewer& who, std::int64_t id, std::int32_t from, std::int32_t characters
    );

    struct ReasonCount {
        std::string source;
        bool records = false;  ///< Else postings that are held back.
        std::string field;
        std::string reason;
        std::int64_t count = 0;
        std::string last_seen;  ///< When the latest of them was kept aside.
    };

    struct Figure {
        std::string name;   ///< In the words of operation_figures() and mail_figures().
        std::string label;  ///< A source, a kind of job or of list, an outcome; may be empty.
        double value = 0;   ///< A count, bytes, or seconds since 1970, UTC.
    };

    /// How it runs, for monitors.
    std::vector<Figure> figures();

    /// Why records are kept aside, the most frequent reason first.
    std::vector<ReasonCount> reasons(const std::optional<std::string>& source, std::size_t count);

private:
    Database& database_;
};

}  // namespace store
