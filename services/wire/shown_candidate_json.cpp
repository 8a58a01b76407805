#include "services/wire/shown_candidate_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/wording.hpp"

#include <algorithm>
#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using domain::OfficialLanguage;

/// The newest last. A text that has changed is another wording: who has agreed to the one before
/// has not agreed to it.
constexpr std::array<std::string_view, 1> wordings{"employers_1"};

/// From so many months on, up to the next band.
struct Band {
    int from_months;
    std::string_view code;
};
constexpr std::array bands{
    Band{0, "none"},
    Band{1, "under_1_year"},
    Band{12, "1_to_2_years"},
    Band{24, "2_to_3_years"},
    Band{36, "3_to_5_years"},
    Band{60, "over_5_years"},
};

std::string_view band_of(const int months) {
    std::string_view found = bands.front().code;
    for (const Band& band : bands) {
        if (months >= band.from_months) {
            found = band.code;
        }
    }
    return found;
}

json::object coded(
    const std::string_view group, const std::string_view code, const OfficialLanguage language
) {
    return {{"code", code}, {"text", text(language, message_code(group, code))}};
}

/// What a person would like in a job is no business of an employer's before they talk: only how far
/// all of it is met is shown.
bool is_wish(const fit::PartKind kind) {
    using enum fit::PartKind;
    return kind == place || kind == pay || kind == remote || kind == start;
}

json::object wishes_json(const fit::Fit& fit, const OfficialLanguage language) {
    int points = 0;
    int max = 0;
    for (const fit::Part& part : fit.parts) {
        if (is_wish(part.kind)) {
            points += part.points;
            max += part.max;
        }
    }
    return {
        {"part", "wishes"},
        {"points", points},
        {"max", max},
        {"reason", coded("shown", "wishes", language)},
        {"noc", nullptr},
        {"months", nullptr}};
}

json::object shown_part_json(const fit::Part& part, const OfficialLanguage language) {
    json::object result{
        {"part", name_of(part_names, part.kind)},
        {"points", part.points},
        {"max", part.max},
        {"reason", coded("shown", name_of(fit_reason_names, part.reason), language)},
        {"noc", nullptr},
        {"months", nullptr}};
    if (part.kind == fit::PartKind::occupation && part.points > 0) {
        result["noc"] = or_null(part.candidate_noc);
    }
    if (part.kind == fit::PartKind::occupation || part.kind == fit::PartKind::experience) {
        result["months"] = coded("band", band_of(part.months_held), language);
    }
    return result;
}

/// What keeps the candidate from fitting wholly, in words.
json::array gaps_json(const ShownCandidate& candidate, const OfficialLanguage language) {
    json::array gaps;
    for (const fit::PlacedAfter fact : candidate.placed_after) {
        gaps.push_back(coded("gap", name_of(placed_after_names, fact), language));
    }
    constexpr std::array short_of{
        fit::Reason::experience_short,
        fit::Reason::experience_missing,
        fit::Reason::languages_short,
        fit::Reason::language_not_spoken,
        fit::Reason::education_one_level_short,
        fit::Reason::education_short,
    };
    for (const fit::Part& part : candidate.fit.parts) {
        if (std::ranges::find(short_of, part.reason) != short_of.end()) {
            gaps.push_back(coded("shown", name_of(fit_reason_names, part.reason), language));
        }
    }
    return gaps;
}

}  // namespace

json::object shown_candidate_json(
    const ShownCandidate& candidate, const OfficialLanguage language
) {
    json::array parts;
    for (const fit::Part& part : candidate.fit.parts) {
        if (!is_wish(part.kind)) {
            parts.push_back(shown_part_json(part, language));
        }
    }
    parts.push_back(wishes_json(candidate.fit, language));
    return {
        {"alias", candidate.alias},
        {"fit", {{"total", candidate.fit.total}, {"parts", std::move(parts)}}},
        {"gaps", gaps_json(candidate, language)}};
}

std::vector<std::string_view> consent_wordings() { return {wordings.begin(), wordings.end()}; }

json::object consent_json(
    const std::optional<store::ConsentStore::Consent>& consent, const OfficialLanguage language
) {
    json::object result{{"given", consent.has_value()}};
    result["since"] = consent ? json::value(consent->since) : json::value(nullptr);
    result["wording"] = consent ? json::value(consent->wording) : json::value(nullptr);
    const std::string_view current = wordings.back();
    result["current"] = wording_json(current, language);
    return result;
}

domain::Result<std::string> consent_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) { return read_wording(in, wordings.back()); });
    });
}

json::array views_json(const std::vector<store::ConsentStore::View>& views) {
    json::array result;
    for (const store::ConsentStore::View& view : views) {
        json::object one{{"id", std::to_string(view.id)}, {"what", view.what}};
        one["viewer"] = view.viewer_role;
        one["viewer_name"] = or_null(view.viewer_name.value_or(""));
        one["posting_id"] =
            view.posting_id ? json::value(std::to_string(*view.posting_id)) : json::value(nullptr);
        one["title"] = or_null(view.title.value_or(""));
        one["hiring_organization"] = or_null(view.hiring_organization.value_or(""));
        one["fit"] = or_null(view.fit);
        one["seen_at"] = view.seen_at;
        result.emplace_back(std::move(one));
    }
    return result;
}

}  // namespace wire
