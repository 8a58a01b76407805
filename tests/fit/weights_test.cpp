#include "matcher/fit/weights.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace json = boost::json;

json::value shipped() {
    std::ifstream file{REPOSITORY_ROOT "/matcher/fit/weights.json"};
    return json::parse(std::string{std::istreambuf_iterator<char>{file}, {}});
}

/// The shipped weights with the value at a JSON pointer replaced.
std::string with(const std::string& pointer, const json::value& value) {
    json::value document = shipped();
    document.at_pointer(pointer) = value;
    return json::serialize(document);
}

TEST(Weights, that_ship_are_read) {
    const auto weights = fit::built_in_weights();
    ASSERT_TRUE(weights) << weights.error().field << ": " << weights.error().message;
}

TEST(Weights, that_ship_expect_the_levels_of_the_canadian_experience_class) {
    const std::array<domain::Clb, 6> expected{7, 7, 5, 5, 4, 4};
    EXPECT_EQ(fit::built_in_weights()->official_languages.level_by_teer, expected);
}

TEST(Weights, are_refused_with_the_path_of_what_is_wrong) {
    struct Case {
        std::string text;
        std::string field;
        std::string message;
    };
    json::value unknown_key = shipped();
    unknown_key.at("experience").as_object()["skills"] = 1;
    json::value missing = shipped();
    missing.at("occupation").as_object().erase("minor_group");
    const std::vector<Case> cases{
        {"{", "", "not JSON"},
        {"[]", "", "not an object"},
        {json::serialize(unknown_key), "experience.skills", "unknown member"},
        {json::serialize(missing), "occupation.minor_group", "missing"},
        {with("/start/max/value", 99), "", "add up to 198"},
        {with("/occupation/max/value", "60"),
         "occupation.max.value",
         "a string is not a whole number"},
        {with("/occupation/max/value", -1), "occupation.max.value", "-1 is not a whole number"},
        {with("/occupation/max/reason", ""), "occupation.max.reason", "0 characters"},
        {with("/occupation/minor_group/value", 61), "occupation", "a nearer occupation"},
        {with("/occupation/lost_per_teer/value", 3), "occupation", "a nearer occupation"},
        {with("/occupation/related/value/1/points", 99),
         "occupation.related.value",
         "counts for less"},
        {with("/occupation/related/value/3/points", 99), "occupation", "a related occupation"},
        {with("/qualifications/not_stated/value", 99),
         "qualifications",
         "more points than the maximum"},
        {with("/title/known/value", 99), "title", "more points than the maximum"},
        {with("/skills_and_duties/full_at_percent/value", 0),
         "skills_and_duties.full_at_percent.value",
         "0 is not a whole number, 1 to 100"},
        {with("/place/steps/value/0/from_percent", 1),
         "place.steps.value",
         "steps do not begin at 0"},
        {with("/place/steps/value/1/percent", 0),
         "place.steps.value",
         "farther away counts for more"},
        {with("/occupation/months_held/value/0/from_months", 1),
         "occupation.months_held.value",
         "steps do not begin at 0"},
        {with("/occupation/months_held/value/1/percent", 60),
         "occupation.months_held.value",
         "more months count for less"},
        {with("/occupation/months_since/value/1/percent", 101),
         "occupation.months_since.value[1].percent",
         "101 is not a whole number, 0 to 100"},
        {with("/occupation/months_since/value/3/percent", 99),
         "occupation.months_since.value",
         "older work counts for more"},
        {with("/experience/not_stated/value", 16), "experience", "silence has more points"},
        {with("/official_languages/level_by_teer/value", json::array{7, 7, 5, 5, 4}),
         "official_languages.level_by_teer.value",
         "not a list of six"},
        {with("/official_languages/level_by_teer/value/5", 0),
         "official_languages.level_by_teer.value[5]",
         "0 is not a whole number, 1 to 12"},
    };
    for (const Case& wrong : cases) {
        const auto weights = fit::parse_weights(wrong.text);
        ASSERT_FALSE(weights) << wrong.field << ": " << wrong.message;
        EXPECT_EQ(weights.error().field, wrong.field) << weights.error().message;
        EXPECT_NE(weights.error().message.find(wrong.message), std::string::npos)
            << weights.error().message;
    }
}

}  // namespace
