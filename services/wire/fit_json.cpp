#include "services/wire/fit_json.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_names.hpp"

namespace wire {
namespace {

namespace json = boost::json;

/// What the reason rests on; only what the kind of part looks at.
json::object facts(const fit::Part& part) {
    switch (part.kind) {
        case fit::PartKind::occupation:
            return {
                {"candidate_noc", or_null(part.candidate_noc)},
                {"months_held", part.months_held},
                {"months_since", part.months_since}};
        case fit::PartKind::experience:
            return {{"months_held", part.months_held}, {"months_asked", part.months_asked}};
        case fit::PartKind::official_languages:
            return {
                {"language",
                 part.language ? json::value(name_of(language_names, *part.language))
                               : json::value(nullptr)},
                {"level_held", part.level_held},
                {"level_expected", part.level_expected}};
    }
    return {};
}

json::object part_json(const fit::Part& part, const domain::OfficialLanguage language) {
    return {
        {"part", name_of(part_names, part.kind)},
        {"points", part.points},
        {"max", part.max},
        {"reason",
         {{"code", name_of(fit_reason_names, part.reason)}, {"text", reason_text(part, language)}}},
        {"facts", facts(part)}};
}

}  // namespace

json::object fit_json(const fit::Fit& fit, const domain::OfficialLanguage language) {
    json::array parts;
    for (const fit::Part& part : fit.parts) {
        parts.push_back(part_json(part, language));
    }
    return {{"total", fit.total}, {"parts", std::move(parts)}};
}

json::array placed_after_json(
    const std::vector<fit::PlacedAfter>& facts, const domain::OfficialLanguage language
) {
    json::array result;
    for (const fit::PlacedAfter fact : facts) {
        result.push_back(
            {{"code", name_of(placed_after_names, fact)},
             {"text", placed_after_text(fact, language)}}
        );
    }
    return result;
}

std::string reason_text(const fit::Part& part, const domain::OfficialLanguage language) {
    Arguments arguments;
    switch (part.kind) {
        case fit::PartKind::occupation:
            arguments = {
                {"noc", part.candidate_noc ? part.candidate_noc->to_string() : ""},
                {"months", part.months_held},
                {"since", part.months_since}};
            break;
        case fit::PartKind::experience:
            arguments = {{"held", part.months_held}, {"asked", part.months_asked}};
            break;
        case fit::PartKind::official_languages:
            arguments = {
                {"language",
                 part.language ? std::string{name_of(language_names, *part.language)} : ""},
                {"held", part.level_held},
                {"expected", part.level_expected}};
            break;
    }
    return text(language, message_code("fit", name_of(fit_reason_names, part.reason)), arguments);
}

std::string placed_after_text(
    const fit::PlacedAfter fact, const domain::OfficialLanguage language
) {
    return text(language, message_code("placed_after", name_of(placed_after_names, fact)));
}

}  // namespace wire
