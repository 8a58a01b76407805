// Two names of one value: for people and for programs.

#include "matcher/document/pointer.hpp"

#include "matcher/document/field_reader.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <array>
#include <random>

namespace {

namespace json = boost::json;

TEST(Pointer, is_made_of_a_path) {
    EXPECT_EQ(document::pointer_of(""), "");
    EXPECT_EQ(document::pointer_of("jobs[0].noc"), "/jobs/0/noc");
    EXPECT_EQ(document::pointer_of("[3][1]"), "/3/1");
    EXPECT_EQ(document::pointer_of("a/b.c~d"), "/a~1b/c~0d");
    EXPECT_EQ(document::pointer_of(R"([""].a["x.y[0]\"]"])"), R"(//a/x.y[0]"])");
}

TEST(Pointer, of_what_is_within_is_joined) {
    EXPECT_EQ(document::joined_path("input", ""), "input");
    EXPECT_EQ(document::joined_path("input", "age"), "input.age");
    EXPECT_EQ(document::joined_path("input", "[0].age"), "input[0].age");
    EXPECT_EQ(document::joined_path("", "age"), "age");
}

/// A document with one value that is refused, at any depth and under any names.
class Nested {
public:
    explicit Nested(const unsigned seed) : random_{seed} {}

    json::value make(const int depth) {
        if (depth == 0) {
            return "here";
        }
        if (random_() % 3 == 0) {
            json::array elements(random_() % 4, nullptr);
            elements.push_back(make(depth - 1));
            return elements;
        }
        return json::object{{name(), make(depth - 1)}};
    }

private:
    std::string name() {
        static constexpr std::array<std::string_view, 13> letters{
            "a", "b", ".", "[", "]", "\"", "\\", "/", "~", " ", "é", "\n", "0"};
        std::string result;
        for (unsigned count = random_() % 4; count > 0; --count) {
            result += letters.at(random_() % letters.size());
        }
        return result;
    }

    std::mt19937 random_;
};

void refuse_text(const document::ValueReader& value) {
    if (value.is_object()) {
        value.members([](std::string_view, const document::ValueReader& member) {
            refuse_text(member);
        });
    } else if (value.is_array()) {
        value.array([](const document::ValueReader& element) {
            refuse_text(element);
            return 0;
        });
    } else if (value.is_string()) {
        value.refuse("here");
    }
}

TEST(Pointer, leads_to_the_value_that_was_refused) {
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        Nested nested{seed};
        const json::value whole = nested.make(static_cast<int>(seed % 6));
        const auto read = document::read_document(whole, [](const document::ValueReader& root) {
            refuse_text(root);
            return 0;
        });
        ASSERT_FALSE(read);
        const std::string pointer = document::pointer_of(read.error().field);
        EXPECT_EQ(whole.at_pointer(pointer), "here") << json::serialize(whole);
    }
}

}  // namespace
