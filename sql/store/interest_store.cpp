#include "sql/store/interest_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace store {
namespace {

namespace queries = embedded_queries;
using Interest = InterestStore::Interest;

/// From column `at` on.
Interest interest_from(const pqxx::row& row, const int at) {
    const auto text = [&](const int column) { return row[at + column].as<std::string>(); };
    return {
        .id = row[at].as<std::int64_t>(),
        .posting_id = row[at + 1].as<domain::PostingId>(),
        .employer = text(2),
        .decision = {.interested = row[at + 3].as<bool>(), .reason = text(4), .words = text(5)},
        .explanation = text(6),
        .rules = text(7),
        .revision = row[at + 8].as<std::int64_t>(),
        .explained_on = text(9),
        .decided_at = text(10),
        .title = text_or_nothing(row[at + 11]),
        .current = true,
        .review = std::nullopt,
    };
}

Interest interest_with_review(const pqxx::row& row) {
    Interest interest = interest_from(row, 0);
    interest.current = row[12].as<bool>();
    if (!row[14].is_null()) {
        interest.review = InterestStore::Review{
            .words = row[13].as<std::string>(),
            .asked_at = row[14].as<std::string>(),
            .answered_at = text_or_nothing(row[15]),
            .answer = text_or_nothing(row[16])};
    }
    return interest;
}

std::vector<Interest> interests_of(
    pqxx::transaction_base& transaction, const Owner& owner, const std::string& id
) {
    std::vector<Interest> result;
    for (const auto& row : run(transaction, queries::list_interests.name, id, owner.id)) {
        result.push_back(interest_with_review(row));
    }
    return result;
}

/// Of a request that the reviewer may read now.
domain::Result<Interest> read_in(
    pqxx::transaction_base& transaction, const Reviewer& reviewer, const std::int64_t request
) {
    run(transaction, queries::note_decision.name, request, reviewer.id);
    const auto found = run(transaction, queries::find_review.name, request);
    if (found.empty()) {
        return not_found("request", std::to_string(request));
    }
    return interest_with_review(found.front());
}

}  // namespace

domain::Result<ConsentStore::Shown> InterestStore::find_shown(
    const Viewer& viewer, const std::string& alias
) {
    using Result = domain::Result<ConsentStore::Shown>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Result {
        const auto found =
            run(transaction, queries::find_shown_by_alias.name, viewer.posting, alias);
        if (found.empty()) {
            return not_found("candidate", alias);
        }
        return ConsentStore::Shown{
            .id = found.front()[0].as<std::string>(),
            .document = found.front()[1].as<std::string>()};
    });
}

domain::Result<Interest> InterestStore::say(
    const Viewer& viewer,
    const std::string& candidate_id,
    const Decision& decision,
    const Explanation& explanation
) {
    using Result = domain::Result<Interest>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Result {
        const std::string seen =
            R"([[")" + candidate_id + R"(",)" + std::to_string(explanation.fit) + "]]";
        run(transaction, queries::add_views.name, viewer.posting, viewer.id, seen);
        run(transaction,
            queries::add_interest.name,
            viewer.posting,
            candidate_id,
            viewer.id,
            decision.interested,
            decision.reason,
            decision.words,
            explanation.document,
            explanation.rules,
            explanation.revision,
            domain::to_string(explanation.day));
        const auto last =
            run(transaction, queries::find_interest.name, viewer.posting, candidate_id, viewer.id);
        if (last.empty()) {
            return not_found("candidate", candidate_id);
        }
        return interest_from(last.front(), 0);
    });
}

std::vector<std::pair<std::string, Interest>> InterestStore::last_words(
    const Viewer& viewer, const std::vector<std::string>& aliases
) {
    const std::string names = boost::json::serialize(boost::json::value_from(aliases));
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        std::vector<std::pair<std::string, Interest>> result;
        for (const auto& row :
             run(transaction,
                 queries::list_interests_of_posting.name,
                 viewer.posting,
                 viewer.id,
                 names)) {
            result.emplace_back(row[0].as<std::string>(), interest_from(row, 1));
        }
        return result;
    });
}

domain::Result<std::vector<Interest>> InterestStore::list(
    const Owner& owner, const std::string& id
) {
    using Result = domain::Result<std::vector<Interest>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::find_candidate.name, id).empty()) {
            return no_candidate(id);
        }
        return interests_of(transaction, owner, id);
    });
}

domain::Result<InterestStore::Asked> InterestStore::ask_for_person(
    const Owner& owner, const std::string& id, const std::int64_t interest, const std::string& words
) {
    using Result = domain::Result<Asked>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const bool now =
            !run(transaction, queries::ask_for_person.name, id, owner.id, interest, words).empty();
        const auto all = interests_of(transaction, owner, id);
        const auto found = std::ranges::find(all, interest, &Interest::id);
        if (found == all.end()) {
            return not_found("decision", std::to_string(interest));
        }
        return Asked{.interest = *found, .now = now};
    });
}

std::vector<InterestStore::Waiting> InterestStore::waiting(
    const Reviewer& reviewer, const std::int64_t after, const std::size_t count
) {
    return in_transaction_of(database_, reviewer, [&](pqxx::work& transaction) {
        std::vector<Waiting> result;
        for (const auto& row : run(transaction, queries::list_waiting_reviews.name, after, count)) {
            result.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .posting_id = row[1].as<domain::PostingId>(),
                 .title = text_or_nothing(row[2]),
                 .hiring_organization = text_or_nothing(row[3]),
                 .asked_at = row[4].as<std::string>()}
            );
        }
        return result;
    });
}

domain::Result<Interest> InterestStore::read(const Reviewer& reviewer, const std::int64_t request) {
    return in_transaction_of(database_, reviewer, [&](pqxx::work& transaction) {
        return read_in(transaction, reviewer, request);
    });
}

domain::Result<Interest> InterestStore::answer(
    const Reviewer& reviewer, const std::int64_t request, const std::string& words
) {
    using Result = domain::Result<Interest>;
    return in_transaction_of(database_, reviewer, [&](pqxx::work& transaction) -> Result {
        const bool answered =
            !run(transaction, queries::answer_review.name, request, reviewer.id, words).empty();
        auto found = read_in(transaction, reviewer, request);
        if (found && !answered) {
            return domain::Error{
                .kind = domain::ErrorKind::conflict,
                .message = "the request is answered",
                .field = "request"};
        }
        return found;
    });
}

}  // namespace store
