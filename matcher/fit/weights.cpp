#include "matcher/fit/weights.hpp"

#include "embedded_weights.hpp"
#include "matcher/document/field_reader.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace fit {
namespace {

using document::FieldReader;
using document::ValueReader;

constexpr int months_max = 1200;

/// Points, or a percentage.
int of_100(const ValueReader& value) { return value.integer<int>({.min = 0, .max = 100}); }

std::array<domain::Clb, 6> levels(const ValueReader& value) {
    const auto found = value.array([](const ValueReader& level) {
        return level.integer<domain::Clb>({.min = 1, .max = domain::clb_max});
    });
    std::array<domain::Clb, 6> result{};
    if (found.size() != result.size()) {
        value.refuse("not a list of six levels, one for each TEER");
        return result;
    }
    std::ranges::copy(found, result.begin());
    return result;
}

/// `from_<what>` and the figure beside it.
template <class AStep>
auto step_of(
    const std::string_view from,
    int AStep::*const at,
    const int at_max,
    const std::string_view name,
    int AStep::*const figure
) {
    return [=](FieldReader& in) {
        AStep result;
        result.*at = in.required(from).integer<int>({.min = 0, .max = at_max});
        result.*figure = of_100(in.required(name));
        return result;
    };
}

/// Steps that begin at 0 and rise.
template <class AStep, class Read>
std::vector<AStep> steps_from_0(const ValueReader& value, int AStep::*const at, const Read read) {
    auto result = value.array([&](const ValueReader& item) { return item.object(read); });
    const auto rise = std::ranges::adjacent_find(result, std::greater_equal<>{}, at);
    if (result.empty() || result.front().*at != 0 || rise != result.end()) {
        value.refuse("steps do not begin at 0 and rise");
    }
    return result;
}

std::vector<RelatedStep> related_steps(const ValueReader& value) {
    auto result = steps_from_0(
        value,
        &RelatedStep::from_permille,
        step_of("from_permille", &RelatedStep::from_permille, 1000, "points", &RelatedStep::points)
    );
    if (!std::ranges::is_sorted(result, std::less<>{}, &RelatedStep::points)) {
        value.refuse("more alike counts for less");
    }
    return result;
}

std::vector<DistanceStep> distance_steps(const ValueReader& value) {
    auto result = steps_from_0(
        value,
        &DistanceStep::from_percent,
        step_of(
            "from_percent", &DistanceStep::from_percent, 10'000, "percent", &DistanceStep::percent
        )
    );
    if (!std::ranges::is_sorted(result, std::greater<>{}, &DistanceStep::percent)) {
        value.refuse("farther away counts for more");
    }
    return result;
}

std::vector<Step> steps(const ValueReader& value) {
    return steps_from_0(
        value,
        &Step::from_months,
        step_of("from_months", &Step::from_months, months_max, "percent", &Step::percent)
    );
}

std::vector<Step> rising_steps(const ValueReader& value) {
    auto result = steps(value);
    if (!std::ranges::is_sorted(result, std::less<>{}, &Step::percent)) {
        value.refuse("more months count for less");
    }
    return result;
}

std::vector<Step> falling_steps(const ValueReader& value) {
    auto result = steps(value);
    if (!std::ranges::is_sorted(result, std::greater<>{}, &Step::percent)) {
        value.refuse("older work counts for more");
    }
    return result;
}

/// A figure stands with the reason for it.
template <class Read>
auto figure(FieldReader& part, const std::string_view name, const Read read) {
    return part.required(name).object([read](FieldReader& in) {
        in.required("reason").text({.min = 1});
        return read(in.required("value"));
    });
}

Weights::Occupation occupation(FieldReader& in) {
    Weights::Occupation result{
        .max = figure(in, "max", of_100),
        .minor_group = figure(in, "minor_group", of_100),
        .sub_major_group = figure(in, "sub_major_group", of_100),
        .major_group = figure(in, "major_group", of_100),
        .broad_category = figure(in, "broad_category", of_100),
        .lost_per_teer = figure(in, "lost_per_teer", of_100),
        .related = figure(in, "related", related_steps),
        .months_held = figure(in, "months_held", rising_steps),
        .months_since = figure(in, "months_since", falling_steps),
        .title_doubt_percent = figure(in, "title_doubt_percent", of_100),
    };
    if (result.max < result.minor_group || result.minor_group < result.sub_major_group ||
        result.sub_major_group < result.major_group || result.major_group < result.broad_category ||
        result.broad_category < 5 * result.lost_per_teer) {
        in.refuse("a nearer occupation has fewer points than a farther one");
    }
    if (!result.related.empty() && result.related.back().points > result.max) {
        in.refuse("a related occupation has more points than the same one");
    }
    return result;
}

Weights::Experience experience(FieldReader& in) {
    const Weights::Experience result{
        .max = figure(in, "max", of_100),
        .not_asked = figure(in, "not_asked", of_100),
        .not_stated = figure(in, "not_stated", of_100),
    };
    if (std::max(result.not_asked, result.not_stated) > result.max) {
        in.refuse("silence has more points than the maximum");
    }
    return result;
}

Weights::OfficialLanguages official_languages(FieldReader& in) {
    return {
        .max = figure(in, "max", of_100),
        .second_percent = figure(in, "second_percent", of_100),
        .likely_percent = figure(in, "likely_percent", of_100),
        .level_by_teer = figure(in, "level_by_teer", levels),
    };
}

Weights::Qualifications qualifications(FieldReader& in) {
    const Weights::Qualifications result{
        .max = figure(in, "max", of_100),
        .one_level_short = figure(in, "one_level_short", of_100),
        .equivalent_accepted = figure(in, "equivalent_accepted", of_100),
        .not_stated = figure(in, "not_stated", of_100),
        .licence_missing = figure(in, "licence_missing", of_100),
    };
    if (std::max(
            {result.one_level_short,
             result.equivalent_accepted,
             result.not_stated,
             result.licence_missing}
        ) > result.max) {
        in.refuse("less than what is asked has more points than the maximum");
    }
    return result;
}

Weights::SkillsAndDuties skills_and_duties(FieldReader& in) {
    const auto from_1 = [](const ValueReader& value) {
        return value.integer<int>({.min = 1, .max = 100});
    };
    return {
        .max = figure(in, "max", of_100),
        .full_at_percent = figure(in, "full_at_percent", from_1),
        .words = figure(in, "words", from_1),
    };
}

Weights::Place place(FieldReader& in) {
    const auto kilometres = [](const ValueReader& value) {
        return value.integer<int>({.min = 1, .max = 5'000});
    };
    return {
        .max = figure(in, "max", of_100),
        .within_km = figure(in, "within_km", kilometres),
        .steps = figure(in, "steps", distance_steps),
        .same_province = figure(in, "same_province", of_100),
        .same_province_from_abroad = figure(in, "same_province_from_abroad", of_100),
        .other_province = figure(in, "other_province", of_100),
        .elsewhere = figure(in, "elsewhere", of_100),
    };
}

Weights::Pay pay(FieldReader& in) {
    return {
        .max = figure(in, "max", of_100),
        .not_stated_percent = figure(in, "not_stated_percent", of_100),
        .short_percent = figure(in, "short_percent", of_100),
        .short_from_percent = figure(in, "short_from_percent", of_100),
    };
}

Weights::Terms terms(FieldReader& in) {
    const Weights::Terms result{
        .max = figure(in, "max", of_100),
        .short_terms = figure(in, "short_terms", of_100),
    };
    if (result.short_terms > result.max) {
        in.refuse("short terms have more points than the maximum");
    }
    return result;
}

Weights::Title title(FieldReader& in) {
    const Weights::Title result{
        .max = figure(in, "max", of_100),
        .known = figure(in, "known", of_100),
    };
    if (result.known > result.max) {
        in.refuse("a part has more points than the maximum");
    }
    return result;
}

Weights weights(FieldReader& in) {
    const auto max_alone = [](FieldReader& part) { return figure(part, "max", of_100); };
    Weights result{
        .occupation = in.required("occupation").object(occupation),
        .experience = in.required("experience").object(experience),
        .official_languages = in.required("official_languages").object(official_languages),
        .qualifications = in.required("qualifications").object(qualifications),
        .skills_and_duties = in.required("skills_and_duties").object(skills_and_duties),
        .place = in.required("place").object(place),
        .pay = in.required("pay").object(pay),
        .remote = {.max = in.required("remote").object(max_alone)},
        .start = {.max = in.required("start").object(max_alone)},
        .terms = in.required("terms").object(terms),
        .title = in.required("title").object(title),
    };
    const int sum = result.occupation.max + result.experience.max + result.official_languages.max +
                    result.qualifications.max + result.skills_and_duties.max + result.place.max +
                    result.pay.max + result.remote.max + result.start.max + result.terms.max +
                    result.title.max;
    if (sum != 100) {
        in.refuse("the maxima add up to " + std::to_string(sum) + ", not to 100");
    }
    return result;
}

}  // namespace

domain::Result<Weights> parse_weights(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(weights);
    });
}

domain::Result<Weights> built_in_weights() { return parse_weights(embedded_weights::weights.text); }

}  // namespace fit
