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

Step step(FieldReader& in) {
    return {
        .from_months = in.required("from_months").integer<int>({.min = 0, .max = months_max}),
        .percent = of_100(in.required("percent")),
    };
}

std::vector<Step> steps(const ValueReader& value) {
    auto result = value.array([](const ValueReader& item) { return item.object(step); });
    const auto rise =
        std::ranges::adjacent_find(result, std::greater_equal<>{}, &Step::from_months);
    if (result.empty() || result.front().from_months != 0 || rise != result.end()) {
        value.refuse("steps do not begin at 0 months and rise");
    }
    return result;
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
        .months_held = figure(in, "months_held", rising_steps),
        .months_since = figure(in, "months_since", falling_steps),
    };
    if (result.max < result.minor_group || result.minor_group < result.sub_major_group ||
        result.sub_major_group < result.major_group || result.major_group < result.broad_category ||
        result.broad_category < 5 * result.lost_per_teer) {
        in.refuse("a nearer occupation has fewer points than a farther one");
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

Weights weights(FieldReader& in) {
    Weights result{
        .occupation = in.required("occupation").object(occupation),
        .experience = in.required("experience").object(experience),
        .official_languages = in.required("official_languages").object(official_languages),
    };
    const int sum = result.occupation.max + result.experience.max + result.official_languages.max;
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
