#include "services/packages/ordering.hpp"

#include "services/wire/candidate_json.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/match_json.hpp"

#include <utility>

namespace packages {

domain::Result<Order> order_from(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const boost::json::value& candidate,
    const OrderQuery& query
) {
    const auto read = wire::candidate_from(candidate);
    if (!read) {
        return read.error();
    }
    const auto served = stores.shelf.served({query.posting}, query.as_of);
    const auto card = stores.trust.card(query.posting);
    if (served.empty() || !card) {
        return domain::Error{
            .kind = domain::ErrorKind::not_found,
            .message = "no posting " + std::to_string(query.posting) + " is served on " +
                       domain::to_string(query.as_of),
            .field = "posting"};
    }
    const domain::Posting& posting = served.front().shelved->posting();
    const matching::MatchQuery match_query{.as_of = query.as_of, .asked = query.asked};
    const matching::Match match =
        matching::match_one(rule_book, facts, stores, served.front(), *read, match_query);
    std::vector<std::string> rule_sets;
    for (const auto& shown : express_entry::shown_rules(rule_book, query.asked, query.as_of)) {
        rule_sets.push_back(shown.rule_set->id);
    }
    return Order{
        .facts = Facts{candidate.get_object(), *read, posting, query.as_of},
        .sent = query.sent.value_or(posting.text_language),
        .kept = query.kept,
        .own_words = query.own_words,
        .lift = wire::lift_answer_json(
            match,
            match_query,
            express_entry::crs_profile(*read, query.as_of),
            rule_book,
            query.kept
        ),
        .evidence = wire::evidence_json(
            {.posting = posting, .card = *card, .as_of = query.as_of, .language = query.kept}
        ),
        .rule_sets = std::move(rule_sets),
        .revision = stores.postings.revision(),
        .advisor = query.advisor};
}

}  // namespace packages
