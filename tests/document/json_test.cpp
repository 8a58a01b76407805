#include "matcher/document/json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;

void refuses(const std::string& text, const std::string& message_part) {
    const auto value = document::parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_NE(value.error().message.find(message_part), std::string::npos)
        << text << ": " << value.error().message;
}

std::string nested(const int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

/// Any JSON value, with awkward keys, text and numbers.
json::value random_value(std::mt19937& random, const int depth) {
    const auto up_to = [&](const int max) {
        return std::uniform_int_distribution<int>{0, max}(random);
    };
    const auto text = [&] {
        static const std::vector<std::string> pieces{
            "a", "é", "\"", "\\", "\n", "😀", "{", "\x01", "NOC 21231", "/"};
        std::string result;
        for (int count = up_to(4); count > 0; --count) {
            result += pieces[static_cast<std::size_t>(up_to(9))];
        }
        return result;
    };
    switch (up_to(depth > 0 ? 7 : 5)) {
        case 0:
            return nullptr;
        case 1:
            return up_to(1) == 1;
        case 2:
            return std::int64_t{up_to(1'000'000)} * up_to(1'000'000) * (up_to(1) == 1 ? 1 : -1);
        case 3:
            return std::ldexp(
                std::uniform_real_distribution<double>{-1, 1}(random), up_to(200) - 100
            );
        case 4:
            return std::numeric_limits<std::uint64_t>::max() - static_cast<unsigned>(up_to(9));
        case 5:
            return json::string{text()};
        case 6: {
            json::array array;
            for (int count = up_to(4); count > 0; --count) {
                array.push_back(random_value(random, depth - 1));
            }
            return array;
        }
        default: {
            json::object object;
            for (int count = up_to(4); count > 0; --count) {
                object[text()] = random_value(random, depth - 1);
            }
            return object;
        }
    }
}

TEST(Json, refuses_what_is_not_one_json_value) {
    refuses("", "not JSON at byte 0");
    refuses("{", "incomplete");
    refuses("{} {}", "extra data");
    refuses("{\"a\": 1,}", "syntax");
    refuses("nul", "incomplete");
    refuses("\"\xff\"", "not JSON at byte");
    refuses("1e999", "not JSON at byte");
    refuses("NaN", "syntax");
    refuses("// remark\n1", "syntax");
}

TEST(Json, refuses_a_key_that_stands_twice_in_one_object) {
    refuses(R"({"a": 1, "b": {"noc": 1, "x": 2, "noc": 3}})", "'noc' stands twice");
    refuses(R"({"": 1, "": 2})", "'' stands twice");
    refuses(R"({"a": 1, "\u0061": 2})", "'a' stands twice");
    const auto deep = document::parse(
        R"([{"a": 1, "b": {"c": 2}}, {"a": {"x": 1}, "b": [3, {"c": {"y": 1, "d": 5, "d": 6}}]}])"
    );
    EXPECT_EQ(deep.error().field, "b.c.d");
    EXPECT_TRUE(document::parse(R"({"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}]})"));
}

TEST(Json, refuses_more_than_32_levels) {
    EXPECT_TRUE(document::parse(nested(32)));
    refuses(nested(33), "too deep");
    refuses(std::string(100'000, '['), "too deep");
}

TEST(Json, writes_numbers_in_their_plain_form_and_members_in_their_order) {
    const json::value value{
        {"z", 37.5},
        {"a", 0.1},
        {"m", -45.25},
        {"whole", 40.0},
        {"big", 1e21},
        {"none", nullptr},
        {"empty", json::object{}},
        {"list", json::array{}},
        {"text", "é \"quoted\"\n"}};
    EXPECT_EQ(
        document::serialize(value),
        R"({"z":37.5,"a":0.1,"m":-45.25,"whole":40,"big":1000000000000000000000,"none":null,)"
        R"("empty":{},"list":[],"text":"é \"quoted\"\n"})"
    );
}

TEST(Json, reads_back_whatever_it_writes) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 5'000; ++round) {
        const json::value value = random_value(random, 4);
        const std::string text = document::serialize(value);
        const auto again = document::parse(text);
        ASSERT_TRUE(again) << text << ": " << again.error().message;
        EXPECT_EQ(document::serialize(*again), text);
        EXPECT_EQ(
            json::serialize(*document::parse(json::serialize(value))), json::serialize(value)
        );
    }
}

}  // namespace
