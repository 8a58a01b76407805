#include "services/wire/fit_json.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/value_from.hpp>

#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

std::string language_argument(const fit::Part& part) {
    return part.language ? std::string{name_of(language_names, *part.language)} : std::string{};
}

template <class Names, class Value>
json::value name_or_null(const Names& names, const std::optional<Value>& value) {
    return value ? json::value(name_of(names, *value)) : json::value(nullptr);
}

/// What the reason rests on; only what the kind of part looks at.
json::object facts(const fit::Part& part) {
    switch (part.kind) {
        case fit::PartKind::occupation:
            return {
                {"candidate_noc", or_null(part.candidate_noc)},
                {"months_held", part.months_held},
                {"months_since", part.months_since},
                {"related_permille", part.related_permille},
                {"title_support_percent", part.title_support}};
        case fit::PartKind::experience:
            return {{"months_held", part.months_held}, {"months_asked", part.months_asked}};
        case fit::PartKind::official_languages:
            return {
                {"language", name_or_null(language_names, part.language)},
                {"level_held", part.level_held},
                {"level_expected", part.level_expected}};
        case fit::PartKind::qualifications:
            return {
                {"education_asked", name_or_null(education_level_names, part.education_asked)},
                {"education_held", name_or_null(education_level_names, part.education_held)},
                {"licence_asked", part.licence != domain::Licence::none}};
        case fit::PartKind::skills_and_duties:
            return {{"percent", part.words_percent}, {"words", json::value_from(part.words)}};
        case fit::PartKind::title:
            return {{"percent", part.words_percent}, {"known_percent", part.known_percent}};
        case fit::PartKind::place:
            return {{"distance_km", or_null(part.distance_km)}};
        case fit::PartKind::pay:
            return {
                {"asked_cents", or_null(part.pay_asked)},
                {"offered_cents", or_null(part.pay_offered)}};
        case fit::PartKind::remote:
        case fit::PartKind::terms:
            return {};
        case fit::PartKind::start:
            return {
                {"starts_on", or_null(part.starts_on)},
                {"available_from", or_null(part.available_from)}};
    }
    return {};
}

std::string education(
    const std::optional<domain::EducationLevel> level, const domain::OfficialLanguage language
) {
    return text(
        language, message_code("education", level ? name_of(education_level_names, *level) : "none")
    );
}

/// What the candidate could do, in words; nothing where nothing named would add points.
std::string move_text(const fit::Part& part, const domain::OfficialLanguage language) {
    const std::int64_t gain = part.attainable - part.points;
    if (gain == 0) {
        return {};
    }
    Arguments arguments{{"gain", gain}};
    if (part.kind == fit::PartKind::experience) {
        arguments.emplace_back("months", part.months_asked - part.months_held);
    } else if (part.kind == fit::PartKind::official_languages) {
        arguments.emplace_back("level", part.level_expected);
        arguments.emplace_back("language", language_argument(part));
    } else if (part.kind == fit::PartKind::qualifications) {
        arguments.emplace_back(
            "what", part.reason == fit::Reason::licence_missing ? "licence" : "education"
        );
    }
    return text(language, message_code("move", name_of(part_names, part.kind)), arguments);
}

json::object part_json(const fit::Part& part, const domain::OfficialLanguage language) {
    json::object members{
        {"part", name_of(part_names, part.kind)}, {"points", part.points}, {"max", part.max}};
    members["attainable"] = part.attainable;
    members["reason"] = {
        {"code", name_of(fit_reason_names, part.reason)}, {"text", reason_text(part, language)}};
    members["facts"] = facts(part);
    members["move"] = or_null(move_text(part, language));
    return members;
}

}  // namespace

void append_fit_points(std::string& text, const fit::Fit& fit) {
    text.append(R"({"total":)").append(std::to_string(fit.total)).append(R"(,"parts":)");
    char separator = '[';
    for (const fit::Part& part : fit.parts) {
        text.append(1, std::exchange(separator, ','))
            .append(R"({"part":")")
            .append(name_of(part_names, part.kind))
            .append(R"(","points":)")
            .append(std::to_string(part.points))
            .append(R"(,"max":)")
            .append(std::to_string(part.max))
            .append("}");
    }
    text.append(fit.parts.empty() ? "[]}" : "]}");
}

json::object fit_json(const fit::Fit& fit, const domain::OfficialLanguage language) {
    json::array parts;
    for (const fit::Part& part : fit.parts) {
        parts.push_back(part_json(part, language));
    }
    return {{"total", fit.total}, {"parts", std::move(parts)}};
}

std::string_view placed_after_quote(const fit::PlacedAfter fact, const domain::Posting& posting) {
    return fact == fit::PlacedAfter::refuses_outside_canada ? posting.refusal_quote
                                                            : std::string_view{};
}

json::array placed_after_json(
    const std::vector<fit::PlacedAfter>& facts,
    const domain::Posting& posting,
    const domain::OfficialLanguage language
) {
    json::array result;
    for (const fit::PlacedAfter fact : facts) {
        result.push_back(
            {{"code", name_of(placed_after_names, fact)},
             {"text", placed_after_text(fact, language)},
             {"quote", or_null(std::string{placed_after_quote(fact, posting)})}}
        );
    }
    return result;
}

std::string money_text(const domain::Cents cents, const domain::OfficialLanguage language) {
    const std::string rest = std::to_string(cents % 100);
    return text(
        language,
        "money",
        {{"dollars", cents / 100}, {"cents", rest.size() < 2 ? "0" + rest : rest}}
    );
}

std::string part_text(const fit::PartKind kind, const domain::OfficialLanguage language) {
    return text(language, message_code("part", name_of(part_names, kind)));
}

std::string reason_text(const fit::Part& part, const domain::OfficialLanguage language) {
    const auto pay = [&](const std::optional<domain::Cents>& cents) {
        return cents ? money_text(*cents, language) : std::string{};
    };
    const auto day = [](const std::optional<domain::Date>& date) {
        return date ? domain::to_string(*date) : std::string{};
    };
    Arguments arguments;
    switch (part.kind) {
        case fit::PartKind::occupation:
            arguments = {
                {"noc", part.candidate_noc ? part.candidate_noc->to_string() : ""},
                {"months", part.months_held},
                {"since", part.months_since},
                {"percent", part.related_permille / 10}};
            break;
        case fit::PartKind::experience:
            arguments = {{"held", part.months_held}, {"asked", part.months_asked}};
            break;
        case fit::PartKind::official_languages:
            arguments = {
                {"language", language_argument(part)},
                {"held", part.level_held},
                {"expected", part.level_expected}};
            break;
        case fit::PartKind::qualifications:
            arguments = {
                {"asked", education(part.education_asked, language)},
                {"held", education(part.education_held, language)}};
            break;
        case fit::PartKind::skills_and_duties:
            arguments = {{"percent", part.words_percent}, {"words", join(language, part.words)}};
            break;
        case fit::PartKind::title:
            arguments = {{"percent", part.words_percent}, {"known", part.known_percent}};
            break;
        case fit::PartKind::place:
            arguments = {
                {"km", part.distance_km.value_or(0)}, {"known", part.distance_km ? "yes" : "no"}};
            break;
        case fit::PartKind::pay:
            arguments = {{"asked", pay(part.pay_asked)}, {"offered", pay(part.pay_offered)}};
            break;
        case fit::PartKind::remote:
        case fit::PartKind::terms:
            break;
        case fit::PartKind::start:
            arguments = {{"starts", day(part.starts_on)}, {"available", day(part.available_from)}};
            break;
    }
    std::string said =
        text(language, message_code("fit", name_of(fit_reason_names, part.reason)), arguments);
    constexpr int support_expected = 50;
    if (part.points > 0 && part.title_support < support_expected) {
        said += text(language, "fit.title_belies_code");
    }
    return said;
}

std::string placed_after_text(
    const fit::PlacedAfter fact, const domain::OfficialLanguage language
) {
    return text(language, message_code("placed_after", name_of(placed_after_names, fact)));
}

}  // namespace wire
