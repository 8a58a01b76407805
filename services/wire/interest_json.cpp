#include "services/wire/interest_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/optional_text.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/array.hpp>

#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::Named;
using document::ValueReader;
using domain::OfficialLanguage;
using Interest = store::InterestStore::Interest;

constexpr std::size_t decision_words_max = 300;
constexpr std::size_t request_words_max = 1'000;

enum class DecisionReason : std::uint8_t {
    experience,
    language,
    education,
    licence,
    location,
    position_filled,
    other_job_related,
};
constexpr std::array decision_reasons{
    Named{"experience", DecisionReason::experience},
    Named{"language", DecisionReason::language},
    Named{"education", DecisionReason::education},
    Named{"licence", DecisionReason::licence},
    Named{"location", DecisionReason::location},
    Named{"position_filled", DecisionReason::position_filled},
    Named{"other_job_related", DecisionReason::other_job_related},
};

/// As it was shown that day, whatever the words are today.
json::object why_json(const Interest& interest, const OfficialLanguage language) {
    const json::value kept = document::parse(interest.explanation).value();
    json::object why{{"rules", interest.rules}};
    why["revision"] = interest.revision;
    why["as_of"] = interest.explained_on;
    for (const auto& [name, value] : kept.at(domain::language_code(language)).as_object()) {
        why[name] = value;
    }
    return why;
}

void add_decision(json::object& to, const Interest& interest, const OfficialLanguage language) {
    const std::string& reason = interest.decision.reason;
    to["interested"] = interest.decision.interested;
    to["reason"] =
        json::object{{"code", reason}, {"text", text(language, message_code("interest", reason))}};
    to["words"] = or_null(interest.decision.words);
    to["decided_at"] = interest.decided_at;
}

json::value review_json(const std::optional<store::InterestStore::Review>& review) {
    if (!review) {
        return nullptr;
    }
    json::object result{{"asked_at", review->asked_at}};
    result["words"] = or_null(review->words);
    result["answered_at"] = or_null(review->answered_at.value_or(""));
    result["answer"] = or_null(review->answer.value_or(""));
    return result;
}

}  // namespace

domain::Result<store::InterestStore::Decision> decision_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            const bool interested = in.required("interested").boolean();
            const DecisionReason reason = in.required("reason").choice(decision_reasons);
            if (interested && reason == DecisionReason::position_filled) {
                in.refuse("reason", "nobody is wanted for a position that is filled");
            }
            return store::InterestStore::Decision{
                .interested = interested,
                .reason = std::string{document::name_of<DecisionReason>(decision_reasons, reason)},
                .words = optional_text(in, "words", decision_words_max)};
        });
    });
}

std::vector<std::string_view> interest_reasons() {
    std::vector<std::string_view> names;
    names.reserve(decision_reasons.size());
    for (const auto& reason : decision_reasons) {
        names.push_back(reason.name);
    }
    return names;
}

std::string explanation_of(const ShownCandidate& candidate) {
    json::object kept;
    for (const auto language : {OfficialLanguage::english, OfficialLanguage::french}) {
        json::object shown = shown_candidate_json(candidate, language);
        shown.erase("alias");
        kept[domain::language_code(language)] = std::move(shown);
    }
    return document::serialize(kept);
}

json::object decision_json(const Interest& interest, const OfficialLanguage language) {
    json::object result;
    add_decision(result, interest, language);
    return result;
}

json::object said_json(
    const std::string& alias, const Interest& interest, const OfficialLanguage language
) {
    json::object result{{"alias", alias}};
    add_decision(result, interest, language);
    result["why"] = why_json(interest, language);
    return result;
}

json::object interest_json(const Interest& interest, const OfficialLanguage language) {
    json::object result{
        {"id", std::to_string(interest.id)}, {"posting_id", std::to_string(interest.posting_id)}};
    result["title"] = or_null(interest.title.value_or(""));
    result["employer"] = interest.employer;
    result["current"] = interest.current;
    add_decision(result, interest, language);
    result["why"] = why_json(interest, language);
    result["review"] = review_json(interest.review);
    return result;
}

json::object interests_json(
    const std::vector<Interest>& interests, const OfficialLanguage language
) {
    json::array items;
    for (const Interest& interest : interests) {
        items.push_back(interest_json(interest, language));
    }
    json::object result;
    result["items"] = std::move(items);
    return result;
}

domain::Result<std::string> request_words_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return optional_text(in, "words", request_words_max);
        });
    });
}

domain::Result<std::string> answer_words_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return in.required("answer").text({.min = 1, .max = request_words_max});
        });
    });
}

json::object waiting_interest_json(const store::InterestStore::Waiting& waiting) {
    json::object result{
        {"id", std::to_string(waiting.id)}, {"posting_id", std::to_string(waiting.posting_id)}};
    result["title"] = or_null(waiting.title.value_or(""));
    result["hiring_organization"] = or_null(waiting.hiring_organization.value_or(""));
    result["asked_at"] = waiting.asked_at;
    return result;
}

}  // namespace wire
