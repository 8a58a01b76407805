#include "matcher/fit/weights.hpp"

#include "embedded_weights.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

namespace fit {
namespace {

namespace json = boost::json;
using domain::invalid;
using domain::Result;

constexpr int points_max = 100;
constexpr int months_max = 1200;

using Keys = std::initializer_list<std::string_view>;

/// The value as an object with exactly these keys.
Result<const json::object*> object(
    const json::value& value, const std::string& path, const Keys keys
) {
    const json::object* const found = value.if_object();
    if (found == nullptr) {
        return invalid(path, "not an object");
    }
    for (const std::string_view key : keys) {
        if (!found->contains(key)) {
            return invalid(path, "'" + std::string{key} + "' is missing");
        }
    }
    for (const auto& field : *found) {
        if (std::find(keys.begin(), keys.end(), field.key()) == keys.end()) {
            return invalid(path, "'" + std::string{field.key()} + "' is not a known key");
        }
    }
    return found;
}

Result<int> whole_number(const json::value& value, const std::string& path, const int max) {
    const std::int64_t* const number = value.if_int64();
    if (number == nullptr || *number < 0 || *number > max) {
        return invalid(
            path, json::serialize(value) + " is not a whole number from 0 to " + std::to_string(max)
        );
    }
    return static_cast<int>(*number);
}

Result<int> points(const json::value& value, const std::string& path) {
    return whole_number(value, path, points_max);
}

Result<std::array<domain::Clb, 6>> levels(const json::value& value, const std::string& path) {
    std::array<domain::Clb, 6> result{};
    const json::array* const found = value.if_array();
    if (found == nullptr || found->size() != result.size()) {
        return invalid(path, "not a list of six levels, one for each TEER");
    }
    for (std::size_t teer = 0; teer < result.size(); ++teer) {
        const auto level = whole_number((*found)[teer], path, domain::clb_max);
        if (!level || *level == 0) {
            return invalid(path, json::serialize((*found)[teer]) + " is not a level from 1 to 12");
        }
        result[teer] = *level;
    }
    return result;
}

Result<std::vector<Step>> steps(const json::value& value, const std::string& path) {
    const json::array* const found = value.if_array();
    if (found == nullptr || found->empty()) {
        return invalid(path, "not a list of steps");
    }
    std::vector<Step> result;
    for (const json::value& item : *found) {
        const auto step = object(item, path, {"from_months", "percent"});
        if (!step) {
            return step.error();
        }
        const auto from = whole_number((*step)->at("from_months"), path, months_max);
        const auto percent = whole_number((*step)->at("percent"), path, 100);
        if (!from || !percent) {
            return from ? percent.error() : from.error();
        }
        if (result.empty() ? *from != 0 : *from <= result.back().from_months) {
            return invalid(path, "steps do not begin at 0 months and rise");
        }
        result.push_back({.from_months = *from, .percent = *percent});
    }
    return result;
}

/// The figures of one part, each an object of a value and its reason. Keeps the first error, so
/// that a part reads as a plain list of its figures.
class Figures {
public:
    Figures(const json::object& parts, std::string part, const Keys keys) : path_{std::move(part)} {
        if (const auto found = object(parts.at(path_), path_, keys)) {
            figures_ = *found;
        } else {
            error_ = found.error();
        }
    }

    template <class Value>
    Value read(
        const std::string_view key,
        Result<Value> (*const convert)(const json::value&, const std::string&)
    ) {
        if (error_) {
            return {};
        }
        const std::string path = path_ + "." + std::string{key};
        const auto figure = object(figures_->at(key), path, {"value", "reason"});
        if (!figure) {
            error_ = figure.error();
            return {};
        }
        const json::string* const reason = (*figure)->at("reason").if_string();
        if (reason == nullptr || reason->empty()) {
            error_ = invalid(path + ".reason", "not a text");
            return {};
        }
        const Result<Value> value = convert((*figure)->at("value"), path + ".value");
        if (!value) {
            error_ = value.error();
            return {};
        }
        return *value;
    }

    const std::optional<domain::Error>& error() const { return error_; }

private:
    std::string path_;
    const json::object* figures_ = nullptr;
    std::optional<domain::Error> error_;
};

Result<Weights::Occupation> occupation(const json::object& parts) {
    Figures figures{
        parts,
        "occupation",
        {"max",
         "minor_group",
         "sub_major_group",
         "major_group",
         "broad_category",
         "lost_per_teer",
         "months_held",
         "months_since"}};
    Weights::Occupation result{
        .max = figures.read("max", points),
        .minor_group = figures.read("minor_group", points),
        .sub_major_group = figures.read("sub_major_group", points),
        .major_group = figures.read("major_group", points),
        .broad_category = figures.read("broad_category", points),
        .lost_per_teer = figures.read("lost_per_teer", points),
        .months_held = figures.read("months_held", steps),
        .months_since = figures.read("months_since", steps),
    };
    if (figures.error()) {
        return *figures.error();
    }
    if (result.max < result.minor_group || result.minor_group < result.sub_major_group ||
        result.sub_major_group < result.major_group || result.major_group < result.broad_category ||
        result.broad_category < 5 * result.lost_per_teer) {
        return invalid("occupation", "a nearer occupation has fewer points than a farther one");
    }
    if (!std::ranges::is_sorted(result.months_held, {}, &Step::percent)) {
        return invalid("occupation.months_held.value", "more months count for less");
    }
    if (!std::ranges::is_sorted(result.months_since, std::greater<>{}, &Step::percent)) {
        return invalid("occupation.months_since.value", "older work counts for more");
    }
    return result;
}

Result<Weights::Experience> experience(const json::object& parts) {
    Figures figures{parts, "experience", {"max", "not_asked", "not_stated"}};
    const Weights::Experience result{
        .max = figures.read("max", points),
        .not_asked = figures.read("not_asked", points),
        .not_stated = figures.read("not_stated", points),
    };
    if (figures.error()) {
        return *figures.error();
    }
    if (std::max(result.not_asked, result.not_stated) > result.max) {
        return invalid("experience", "silence has more points than the maximum");
    }
    return result;
}

Result<Weights::OfficialLanguages> official_languages(const json::object& parts) {
    Figures figures{
        parts, "official_languages", {"max", "second_percent", "likely_percent", "level_by_teer"}};
    const Weights::OfficialLanguages result{
        .max = figures.read("max", points),
        .second_percent = figures.read("second_percent", points),
        .likely_percent = figures.read("likely_percent", points),
        .level_by_teer = figures.read("level_by_teer", levels),
    };
    if (figures.error()) {
        return *figures.error();
    }
    return result;
}

}  // namespace

Result<Weights> parse_weights(const std::string_view text) {
    boost::system::error_code failure;
    const json::value document = json::parse(text, failure);
    if (failure) {
        return invalid("", "weights are not JSON: " + failure.message());
    }
    const auto parts = object(document, "", {"occupation", "experience", "official_languages"});
    if (!parts) {
        return parts.error();
    }
    const auto first = occupation(**parts);
    const auto second = experience(**parts);
    const auto third = official_languages(**parts);
    if (!first || !second || !third) {
        return !first ? first.error() : !second ? second.error() : third.error();
    }
    const int sum = first->max + second->max + third->max;
    if (sum != 100) {
        return invalid("", "the maxima add up to " + std::to_string(sum) + ", not to 100");
    }
    return Weights{.occupation = *first, .experience = *second, .official_languages = *third};
}

Result<Weights> built_in_weights() { return parse_weights(embedded_weights::weights.text); }

}  // namespace fit
