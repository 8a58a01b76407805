#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/database.hpp"
#include "sql/store/text_store.hpp"
#include "sql/store/verdicts.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// Counts every change of what is served. Given by one counter row, so that revisions become
/// visible in order and none is skipped; 0 is the empty database.
using Revision = std::int64_t;

/// A posting with the record that it came from and the verdicts on it.
struct PostingRecord {
    domain::Posting posting;  ///< `id` is ignored.
    bool verified = false;    ///< Otherwise it is held back, and `quarantine_reason` says why.
    std::string file;
    std::int64_t line = 0;
    std::string raw;     ///< As read.
    std::string sha256;  ///< Of `raw`, lower-case hex.
    int normaliser_version = 0;
    domain::Date seen_on{};         ///< The day of the ingest that read it.
    std::string quarantine_field;   ///< Where not verified: the first field that failed,
    std::string quarantine_reason;  ///< and why.
    PackedVerdicts verdicts;
    std::optional<StoredLiveness> liveness;  ///< Where its source is fetched.
    std::string employer_page = {};          ///< Its address; empty: none is known.
    std::optional<TextSketch> text = {};     ///< Of its own text, where that is long enough.
};

/// A record of which no posting could be made.
struct QuarantinedRecord {
    std::string source;
    std::string file;
    std::int64_t line = 0;
    std::string field;
    std::string reason;
    std::string raw;
    std::string sha256;
};

/// A record that names no employer and no link, kept for pay and demand and never served.
struct StatisticRecord {
    domain::Posting posting;
    std::string sha256;
    int normaliser_version = 0;
};

/// Why a record is in quarantine that another one of its file has replaced.
inline constexpr std::string_view superseded_reason =
    "a later record of the same file has the same id";

/// A name as some record writes it, and whose it is (indexer/normalise/employer_name.hpp).
struct EmployerSpelling {
    std::string name;
    std::string key;
    std::string legal_name;
    std::string operating_name;  ///< May be empty,
    std::string operating_key;   ///< and this with it.
};

/// What the store knows of a record: enough to skip one that has not changed.
struct Fingerprint {
    std::string source_id;
    std::string sha256;
    int normaliser_version = 0;
    bool verified = false;     ///< Statistics always are. One that is held back is checked again.
    bool gone = false;         ///< Closed because its source had it no longer, or not served since
                               ///< its evidence lapsed; then even the same record is news.
    domain::PostingId id = 0;  ///< 0 for statistics.
    domain::Date last_seen{};  ///< 1970-01-01 for statistics.
    bool rejected = false;     ///< A reviewer has taken the posting out.
    std::vector<std::string> cleared = {};  ///< Checks whose finding on this very record two
                                            ///< reviewers have called wrong.
};

/// The database refused a value of some record, by a constraint or its type: a fault that every
/// check before it has missed. Nothing of the batch is stored; what() names the constraint.
class RecordRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct WriteCounts {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

/// A posting of a batch that was not as it is stored.
struct WrittenPosting {
    domain::PostingId id = 0;
    std::size_t record = 0;  ///< Its record's place in the batch.
};

struct Written {
    WriteCounts counts;
    Revision revision = 0;  ///< That these postings have now; 0 where none has changed.
    std::vector<WrittenPosting> postings;
};

struct StoredPosting {
    domain::Posting posting;
    bool verified = false;  ///< It may be served: verified by evidence that has not lapsed, and no
                            ///< other posting stands for its job.
    Revision revision = 0;
};

/// Postings, their raw records, evidence and quarantine.
/// A database that cannot be reached throws; nothing here refuses an input. Text is valid UTF-8; a
/// NUL, which PostgreSQL's text cannot hold, is stored as U+FFFD.
class PostingStore {
public:
    explicit PostingStore(Database& database);

    /// While it lives, this process is the only writer of the index and the postings. It is held
    /// by a connection of its own and ends with it, however the process ends.
    class WriterLock {
    public:
        explicit WriterLock(std::unique_ptr<Connection> session);
        ~WriterLock();
        WriterLock(WriterLock&&) noexcept;
        WriterLock& operator=(WriterLock&&) noexcept;

    private:
        std::unique_ptr<Connection> session_;
    };

    /// Nothing where another holds it.
    std::optional<WriterLock> try_writer_lock();

    /// Makes these spellings aliases of the employers with their keys; what `version` has keyed
    /// before stays. Postings of a spelling go to its employer when they are written. Throws
    /// RecordRefused.
    void key_employers(const std::vector<EmployerSpelling>& spellings, int version);

    /// Each spelling of the employers whose key, and each spelling whose operating key, is one of
    /// these or begins with it and a space (normalise::is_called()).
    std::vector<std::string> spellings_called(const std::vector<std::string>& keys);

    /// Spellings that another version has keyed, at most `count`.
    std::vector<std::string> spellings_not_keyed_by(int version, std::size_t count);

    /// After spellings were keyed anew: postings go where their spelling belongs now, and employers
    /// whom nothing names go.
    void follow_spellings();

    std::vector<Fingerprint> fingerprints(
        const std::string& source, const std::vector<std::string>& source_ids
    );
    std::vector<Fingerprint> statistic_fingerprints(
        const std::string& source, const std::vector<std::string>& source_ids
    );

    /// One transaction: postings, raw records, verdicts, quarantine and the new revision. A record
    /// that is already stored with the same fingerprint and verdict changes nothing, and a batch
    /// that changes nothing takes no revision. Of several records with one source id the last
    /// counts; those before it are unchanged. Held-back postings stand in quarantine as well, until
    /// a later record of theirs is verified. What was gone is open again. Each change enters the
    /// posting's history. Throws RecordRefused.
    Written write_some(std::span<const PostingRecord> batch);
    Written write(const std::vector<PostingRecord>& batch) { return write_some(batch); }

    /// Keyed by source and fingerprint, not by file and line: the same record twice is one row, and
    /// a file that moves adds none. The row goes when write() can store that very record, say
    /// with a newer normaliser; a corrected record is another record, and the bad one stays.
    WriteCounts quarantine(const std::vector<QuarantinedRecord>& batch);

    /// Throws RecordRefused.
    WriteCounts write_statistics(const std::vector<StatisticRecord>& batch);

    /// What comes after posting `after_id` of revision `after`, or after the whole of that revision
    /// where `after_id` is 0; by revision and id, at most `count`. Verified postings, and held-back
    /// ones so that a reader can drop them.
    std::vector<StoredPosting> changed_since(
        Revision after, domain::PostingId after_id, std::size_t count
    );

    /// As changed_since(), of each posting only what ranking::row() looks at; of one that may not
    /// be served, its id. A tenth of the work.
    std::vector<StoredPosting> ranked_since(
        Revision after, domain::PostingId after_id, std::size_t count
    );

    Revision revision();

    struct Position {
        std::string database;  ///< Tells it from any other, and from itself restored.
        Revision revision = 0;
    };
    Position position();

    /// Notes that these postings were offered on this day and have not changed, and what that says
    /// of their being open where their source is fetched.
    void mark_seen(
        const std::vector<domain::PostingId>& ids,
        domain::Date day,
        const std::optional<StoredLiveness>& liveness
    );

    /// Which of these records of a source are in quarantine for having been superseded.
    std::vector<std::string> superseded(
        const std::string& source, const std::vector<std::string>& sha256s
    );

    struct Successor {
        std::string source_id;
        std::string sha256;
    };

    /// Puts the records that stand under these ids into quarantine, unless they are the same: later
    /// ones are about to be written in their place.
    void supersede(const std::string& source, const std::vector<Successor>& successors);

    struct Linked {
        std::string url;
        domain::PostingId id = 0;
    };

    /// Postings of any source, held back or not, that have one of these links.
    std::vector<Linked> find_by_urls(const std::vector<std::string>& urls);

    struct Offered {
        domain::PostingId id = 0;
        std::string source_id;
        bool open = false;  ///< On the day asked, by its own dates.
    };

    /// What a source was last known to offer, by source id after `after`, at most `count`.
    std::vector<Offered> offered(
        const std::string& source, const std::string& after, domain::Date day, std::size_t count
    );

    struct Closing {
        std::vector<domain::PostingId> ids;
        std::string state;   ///< Of posting_history: `gone` from its feed, or `closed` by its page.
        std::string reason;  ///< For the history.
        domain::Date day;
    };

    /// Closes those that are not closed yet, in one transaction. Only the counts and the revision
    /// are told.
    Written close(const Closing& closing);

    struct Served {
        domain::PostingId id = 0;
        Revision revision = 0;
    };

    /// Verified postings by id, after `after_id`, at most `count`.
    std::vector<Served> served(domain::PostingId after_id, std::size_t count);

    /// What contradicts itself in the database, in words; empty where all is well.
    std::vector<std::string> contradictions();

    struct Change {
        Revision revision = 0;
        std::string state;
        domain::Date day;  ///< Of the ingest.
        std::string reason;
        std::string changes;  ///< JSON, column -> [before, after]; may be empty.
    };

    struct History {
        domain::Posting posting;  ///< Its identity, title and dates only.
        bool verified = false;
        domain::Date first_seen;
        domain::Date last_seen;
        std::optional<domain::Date> gone_on;
        std::vector<Change> changes;  ///< The oldest first.
    };

    /// Of the postings whose id, or whose source's own id, this is; at most 100.
    std::vector<History> history(const std::string& id);

    /// Verified postings only, in the order of `ids`; unknown ids are left out.
    std::vector<domain::Posting> find(const std::vector<domain::PostingId>& ids);

    /// Those of them that may be served on this day: what proves them has not run out.
    std::vector<domain::Posting> find_served(
        const std::vector<domain::PostingId>& ids, domain::Date day
    );

    struct Totals {
        std::int64_t verified = 0;
        std::int64_t held_back = 0;  ///< Postings; each is also one of `quarantined`.
        std::int64_t statistics = 0;
        std::int64_t quarantined = 0;
        Revision revision = 0;
    };
    Totals totals();

    struct ReasonCount {
        std::string source;
        std::string field;
        std::string reason;
        std::int64_t count = 0;
    };

    /// The most frequent first, at most 100.
    std::vector<ReasonCount> quarantine_reasons();

private:
    Database& database_;
};

}  // namespace store
