#pragma once

#include "sql/store/posting_store.hpp"
#include "sql/store/verdicts.hpp"

namespace store {

/// Who has a text like a posting's.
struct FoundText {
    int employers = 1;            ///< 3 stands for three or more.
    domain::PostingId first = 0;  ///< Where several have it: the first posting with it,
    std::string first_employer;   ///< its employer as it is shown,
    std::optional<domain::Date> first_posted;
    bool own = true;  ///< and whether that is the posting's own.
};

/// A posting with all that its verification rests on.
struct ToVerify {
    domain::Posting posting;
    bool verified = false;
    std::optional<domain::Date> lapsed_on;
    std::string sha256;       ///< Of its record.
    domain::Date fetched_on;  ///< When that was read.
    domain::Date last_seen;   ///< The last ingest that had it.
    PackedVerdicts verdicts;
    std::optional<StoredLiveness> liveness;
    EmployerPage employer_page;
    std::int64_t review_known = 0;     ///< The last decision that the verdicts know of,
    std::int64_t review_latest = 0;    ///< and the last there is.
    std::vector<std::string> cleared;  ///< Checks whose finding two reviewers have called wrong.
    bool rejected = false;             ///< By a reviewer.
    std::vector<SameJob> same_job;
    bool sketched = false;          ///< Its own text is among those that are compared.
    std::optional<FoundText> text;  ///< Once it has been.
};

/// What verifying a posting again has come to.
struct Verification {
    domain::PostingId id = 0;
    PackedVerdicts verdicts;
    std::optional<StoredLiveness> liveness = {};  ///< News of it.
    EmployerPage employer_page = {};              ///< As it is known now.
    std::int64_t review_known = 0;
    std::string closed_because = {};  ///< In its source's words; empty: it is as open as before.

    /// What is new of whether it is served; nothing: all is as before.
    struct State {
        bool verified = false;
        std::optional<domain::Date> lapsed_on = {};
        std::string history;  ///< A state of posting_history.
        std::string field = {};
        std::string reason = {};
    };
    std::optional<State> state = {};
};

/// What is known of the trust in a posting.
struct TrustCard {
    std::string source;
    std::string file;
    std::int64_t line = 0;
    std::string sha256;
    std::string fetched_at;  ///< RFC 3339, UTC.
    std::optional<PackedVerdicts> verdicts;
    std::string basis;  ///< JSON, as given to basis(); may be empty.
    std::optional<StoredLiveness> liveness;
    bool verified = false;
    std::optional<domain::Date> lapsed_on;
    std::vector<std::string> cleared;
};

/// Pay in percent of the median of the occupation and place, as the check median_wage worked it
/// out.
struct PayAgainstMedian {
    std::optional<std::int64_t> least;  ///< Of the lowest pay offered, where the check tells it,
    std::optional<std::int64_t> most;   ///< and of the highest.
};

struct TrustSummary {
    domain::PostingId id = 0;
    std::string letters;
    domain::Date verified_on;
    std::optional<domain::Date> expires_on;  ///< Of all its evidence.
    std::string live_state;                  ///< May be empty.
    std::optional<PayAgainstMedian> pay = {};
};

/// That a posting may be served on the day that was asked about.
struct ServedState {
    domain::PostingId id = 0;
    Revision revision = 0;  ///< Of the change that wrote the posting last.
    std::optional<TrustSummary> trust;
};

struct VerdictCount {
    std::string source;
    int place = 0;  ///< Of the check, from 1.
    char verdict = 'u';
    std::int64_t count = 0;
};

/// Verdicts on postings and what becomes of them. As the API's role it sees verified postings only.
class TrustStore {
public:
    explicit TrustStore(Database& database) : database_{database} {}

    /// The id of what postings are verified against: JSON with sorted keys.
    std::int64_t basis(const std::string& content);

    struct Asked {
        domain::PostingId after = 0;
        std::size_t count = 1'000;
        bool due_only = false;  ///< Else all.

        /// What has run out by this day and is still open is due; nothing: what was marked or
        /// decided on alone.
        std::optional<domain::Date> day = {};

        /// Beside what has run out by `day`, postings whose pages prove them to this day and no
        /// further are due: that day itself for who asks the pages; nothing: the day before.
        std::optional<domain::Date> proved_to = {};

        std::int64_t basis = 0;  ///< Whoever was verified against another is due; 0: nobody.
    };
    std::vector<ToVerify> to_verify(const Asked& asked);
    std::optional<ToVerify> to_verify(domain::PostingId id);

    /// Of the postings after this one by id that are served on the day, those whose employer's page
    /// is known and to be asked.
    std::vector<ToVerify> to_ask(domain::PostingId after, std::size_t count, domain::Date day);

    /// One transaction: verdicts, what they close, and where a state is new a revision, a line of
    /// history, and the quarantine. Returns the last revision given, 0 where there is none.
    Revision write(const std::vector<Verification>& batch, domain::Date day);

    std::optional<TrustCard> card(domain::PostingId id);
    std::vector<TrustSummary> summaries(const std::vector<domain::PostingId>& ids);

    /// Of those that may be served on the day, in the order asked.
    std::vector<ServedState> served(const std::vector<domain::PostingId>& ids, domain::Date day);

    std::vector<VerdictCount> counts();

private:
    Database& database_;
};

}  // namespace store
