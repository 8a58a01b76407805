#include "matcher/document/field_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using document::FieldReader;
using document::Named;
using document::parse_document;
using document::ValueReader;

enum class Colour { red, green };
constexpr std::array colour_names{Named{"red", Colour::red}, Named{"green", Colour::green}};

struct Box {
    std::string label;
    Colour colour = Colour::red;
    int count = 0;
    double weight = 0;
    std::optional<bool> sealed;
    std::optional<domain::Date> packed;
    std::vector<int> sizes;
    std::vector<std::string> notes;
};

Box box(FieldReader& in) {
    Box result{
        .label = in.required("label").text({.min = 1, .max = 4}),
        .colour = in.required("colour").choice(colour_names),
        .count = in.required("count").integer<int>({.min = 1, .max = 9}),
        .weight = in.required("weight").number({.min = 0}),
        .sealed = in.optional("sealed", &ValueReader::boolean),
        .packed = in.nullable("packed", &ValueReader::date),
        .sizes = in.required("sizes").array(
            2, [](const ValueReader& size) { return size.integer<int>({.min = 0}); }
        ),
        .notes = {},
    };
    in.required("notes").members([&result](const std::string_view name, const ValueReader& note) {
        result.notes.push_back(std::string{name} + "=" + note.text({.min = 1}));
    });
    return result;
}

domain::Result<Box> read(const std::string_view text) {
    return parse_document(text, [](const ValueReader& root) { return root.object(box); });
}

const std::string good =
    R"({"label": "été", "colour": "green", "count": 3.0, "weight": 2.5, "packed": null,)"
    R"( "sizes": [1, 2], "notes": {"b": "x", "a": "y"}})";

TEST(FieldReader, reads_what_is_asked_for) {
    const Box read_box = read(good).value();
    EXPECT_EQ(read_box.label, "été");
    EXPECT_EQ(read_box.colour, Colour::green);
    EXPECT_EQ(read_box.count, 3);
    EXPECT_EQ(read_box.weight, 2.5);
    EXPECT_EQ(read_box.sealed, std::nullopt);
    EXPECT_EQ(read_box.packed, std::nullopt);
    EXPECT_EQ(read_box.sizes, (std::vector{1, 2}));
    EXPECT_EQ(read_box.notes, (std::vector<std::string>{"b=x", "a=y"}));
}

TEST(FieldReader, refuses_a_document_by_the_first_thing_that_is_wrong) {
    struct Case {
        std::string_view old;
        std::string_view changed;
        std::string_view field;
        std::string_view message;
    };
    for (const Case& one : {
             Case{R"("label": "été")", R"("label": "")", "label", "0 characters, not 1 to 4"},
             Case{"été", "étés!", "label", "5 characters, not 1 to 4"},
             Case{R"("été")", "7", "label", "7 is not a string"},
             Case{R"("label": "été", )", "", "label", "missing"},
             Case{"green", "blue", "colour", "'blue' is not one of red, green"},
             Case{"3.0", "3.5", "count", "3.5 is not a whole number, 1 to 9"},
             Case{"3.0", "10", "count", "10 is not a whole number, 1 to 9"},
             Case{"3.0", "1e30", "count", "1000000000000000019884624838656 is not a whole number"},
             Case{"3.0", "true", "count", "true is not a whole number"},
             Case{"3.0", "null", "count", "null is not a whole number"},
             Case{"2.5", "-0.5", "weight", "-0.5 is not 0 or more"},
             Case{"null", R"("2022-02-30")", "packed", "there is no day '2022-02-30'"},
             Case{R"("packed": null,)", "", "packed", "missing"},
             Case{"[1, 2]", "[1, -2]", "sizes[1]", "-2 is not a whole number"},
             Case{"[1, 2]", "[1, 2, 3]", "sizes", "more than 2 elements"},
             Case{"[1, 2]", "{}", "sizes", "an object is not an array"},
             Case{R"("x")", "[]", "notes.b", "an array is not a string"},
             Case{R"({"b": "x", "a": "y"})", "[]", "notes", "an array is not an object"},
             Case{R"("colour")", R"("size": 1, "colour")", "size", "unknown member"},
             Case{R"("colour")", R"("label": "x", "colour")", "label", "stands twice"},
             Case{good, "[]", "", "an array is not an object"},
             Case{good, "", "", "not JSON at byte 0"},
         }) {
        std::string text = good;
        ASSERT_NE(text.find(one.old), std::string::npos) << one.old;
        const auto refused = read(text.replace(text.find(one.old), one.old.size(), one.changed));
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().field, one.field) << text;
        EXPECT_NE(refused.error().message.find(one.message), std::string::npos)
            << refused.error().message;
    }
}

TEST(FieldReader, asks_what_a_value_is_without_refusing_it) {
    const auto kinds = parse_document(R"(["a", {}, [], 1])", [](const ValueReader& root) {
        return root.array([](const ValueReader& value) {
            return std::vector{
                value.is("a"), value.is_string(), value.is_object(), value.is_array()};
        });
    });
    EXPECT_EQ(
        kinds.value(),
        (std::vector<std::vector<bool>>{
            {true, true, false, false},
            {false, false, true, false},
            {false, false, false, true},
            {false, false, false, false}})
    );
}

}  // namespace
