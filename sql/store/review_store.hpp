#pragma once

#include "sql/store/trust_store.hpp"

#include <string>
#include <vector>

namespace store {

/// What readers and reviewers say of postings. Nothing here is ever rewritten.
class ReviewStore {
public:
    explicit ReviewStore(Database& database) : database_{database} {}

    /// False where there is no such posting, or it is not served.
    bool report(domain::PostingId id, const std::string& kind, const std::string& words);

    struct Waiting {
        domain::PostingId id = 0;
        std::string title;
        std::string hiring_organization;
        std::string source;
        bool verified = false;
        std::optional<domain::Date> lapsed_on;
        std::string letters;
        std::string field;         ///< Why it is held back, if it is,
        std::string reason;        ///< and in what words.
        std::int64_t reports = 0;  ///< Since a reviewer last decided.
    };

    /// Held back and confirmed by nobody, or reported; by id after `after`, at most `count`.
    std::vector<Waiting> queue(domain::PostingId after, std::size_t count);

    struct Report {
        std::int64_t id = 0;
        std::string kind;
        std::string words;
        std::string made_at;  ///< RFC 3339, UTC.
    };
    std::vector<Report> reports(domain::PostingId id);

    struct Decision {
        std::int64_t id = 0;
        std::string decision;  ///< `confirm`, `clear`, `reject` or `note`.
        std::string check;     ///< Of confirm and clear.
        std::string reviewer;
        std::string words;
        std::string made_at;         ///< RFC 3339, UTC.
        bool of_this_record = true;  ///< Else the record has changed since.
    };

    /// The oldest first.
    std::vector<Decision> decisions(domain::PostingId id);

    /// Whatever its state; nothing where there is no such posting.
    std::optional<ToVerify> posting(domain::PostingId id);
    std::optional<TrustCard> card(domain::PostingId id);

    /// Appends a decision on the record that stands now; a rejection takes the posting out at once.
    /// False where there is no such posting.
    bool decide(domain::PostingId id, const Decision& decision, domain::Date day);

private:
    Database& database_;
};

}  // namespace store
