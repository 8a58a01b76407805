#include "services/wire/offer_answer.hpp"

#include "matcher/express_entry/categories.hpp"
#include "matcher/express_entry/offer_verdict.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/programs.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/reason_names.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using domain::Candidate;
using domain::OfficialLanguage;

constexpr int months_ahead = 36;

json::object verdict_json(
    const express_entry::OfferVerdict& verdict, const OfficialLanguage language
) {
    json::array checks;
    for (const express_entry::OfferCheck& check : verdict.checks) {
        const std::string_view code = name_of(offer_clause_names, check.clause);
        checks.push_back(
            {{"clause", code},
             {"name", text(language, message_code("offer_clause", code))},
             {"verdict", name(check.verdict)},
             {"reason", reason_json(check.reason, language)}}
        );
    }
    return {
        {"qualifies", name(verdict.qualifies)},
        {"route",
         verdict.route ? json::value(name_of(offer_route_names, *verdict.route))
                       : json::value(nullptr)},
        {"waives_funds", verdict.waives_funds},
        {"checks", std::move(checks)}};
}

/// Eligibility with what the document holds, and with this offer.
json::array programs_before_and_after(
    const AnswerContext& context, const Candidate& candidate, const domain::Offer& offer
) {
    Candidate with_offer = candidate;
    with_offer.offer = offer;
    const auto before = express_entry::judge_programs(candidate, context.as_of);
    const auto after = express_entry::judge_programs(with_offer, context.as_of);
    json::array result;
    for (std::size_t index = 0; index < before.size(); ++index) {
        result.push_back(
            {{"program", name_of(program_names, before[index].program)},
             {"name", program_text(before[index].program, context.language)},
             {"before", name(before[index].eligible)},
             {"after", name(after[index].eligible)}}
        );
    }
    return result;
}

}  // namespace

json::object offer_answer_json(
    const AnswerContext& context, const Candidate& candidate, const domain::Offer& offer
) {
    const auto profile = express_entry::crs_profile(candidate, context.as_of);
    const auto verdict =
        express_entry::judge_offer(offer, candidate.citizenship_status, context.as_of);
    const auto terms =
        express_entry::offer_terms(offer, candidate.citizenship_status, context.as_of);
    const auto lifts =
        express_entry::lifts(context.rule_book, context.asked, context.as_of, profile.input, terms);
    return {
        {"as_of", domain::to_string(context.as_of)},
        {"basis", context.rule_book.basis().id},
        {"offer", verdict_json(verdict, context.language)},
        {"lift", lifts_json(context.rule_book, lifts, context.as_of, context.language)},
        {"program_rules", program_rules_json(context.as_of)},
        {"programs", programs_before_and_after(context, candidate, offer)},
        {"category_rules", category_rules_json(context.as_of)},
        {"categories_opened",
         opened_categories_json(
             express_entry::categories_opened(candidate, offer.noc, context.as_of, months_ahead),
             context.language
         )},
        {"notes", notes_json(profile.notes, context.language)},
        {"notice", text(context.language, "notice")}};
}

domain::Result<json::object> own_offer_answer_json(
    const AnswerContext& context, const Candidate& candidate
) {
    if (!candidate.offer) {
        return domain::invalid("offer", "missing");
    }
    Candidate without = candidate;
    without.offer.reset();
    return offer_answer_json(context, without, *candidate.offer);
}

}  // namespace wire
