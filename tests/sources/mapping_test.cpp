#include "indexer/sources/mapping.hpp"

#include "tests/sources/reading.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sources::Field;
using support::content_of;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

/// A mapping of postings that is complete, with one more rule.
std::string mapping_with(const std::string& rule) {
    return R"({"name":"n","format":"ndjson","null_values":["NA"],"fields":{"title":"t",
        "employer":"e","city":"c","date_posted":"d","url":"u")" +
           (rule.empty() ? "" : "," + rule) + "}}";
}

std::vector<std::string> mapped(
    const std::string& rule, const std::string_view record, const Field field
) {
    const auto mapping = sources::mapping_from(mapping_with(rule));
    EXPECT_TRUE(mapping) << mapping.error().field << ": " << mapping.error().message;
    const auto value = boost::json::parse(record);
    return sources::posting_from(*mapping, value.get_object()).all(field);
}

TEST(Mapping, takes_values_by_every_kind_of_rule) {
    struct Case {
        std::string rule;
        std::string_view record;
        std::vector<std::string> skills;
    };
    const std::array cases{
        Case{R"("skills":"a")", R"({"a":" x "})", {"x"}},
        Case{R"("skills":"a")", R"({"a":"NA"})", {}},
        Case{R"("skills":"a")", R"({"a":null})", {}},
        Case{R"("skills":"a")", R"({"a":12.50})", {"12.5"}},
        Case{R"("skills":"a")", R"({"a":40})", {"40"}},
        Case{R"("skills":"a")", R"({"a":true})", {"true"}},
        Case{R"("skills":"a")", R"({"a":["x",null,"y"]})", {"x", "y"}},
        Case{R"("skills":"a.b")", R"({"a.b":"dotted"})", {"dotted"}},
        Case{R"("skills":{"columns":["a","b"]})", R"({"a":"","b":"y"})", {"y"}},
        Case{R"("skills":{"template":"no {a}, {b}!"})", R"({"a":"x","b":"y"})", {"no x, y!"}},
        Case{R"("skills":{"template":"no {a}, {b}"})", R"({"a":"x"})", {}},
        Case{R"("skills":{"value":"same"})", R"({})", {"same"}},
        Case{R"("skills":{"path":"a.b c"})", R"({"a":{"b c":"x"}})", {"x"}},
        Case{
            R"("skills":{"path":"a.*s"})",
            R"({"a":{"cats":"x","dog":"y","sets":"z"}})",
            {"x", "z"}},
        Case{R"("skills":{"path":"a.n"})", R"({"a":[{"n":"x"},{"m":"y"},{"n":"z"}]})", {"x", "z"}},
        Case{R"("skills":{"column":"a","split":"; "})", R"({"a":"x; y;  ; z"})", {"x", "y", "z"}},
        Case{R"("skills":{"column":"a","map":{"1":"one"}})", R"({"a":1})", {"one"}},
        Case{R"("skills":{"column":"a","map":{"1":"one"}})", R"({"a":2})", {"2"}},
        Case{R"("skills":{"column":"a","containing":["Yes"]})", R"({"a":"No"})", {}},
        Case{R"("skills":{"column":"a","after":"- "})", R"({"a":"posted - x - y"})", {"x - y"}},
        Case{R"("skills":["a",{"column":"b"}])", R"({"a":"x","b":"y"})", {"x", "y"}},
    };
    for (const auto& [rule, record, skills] : cases) {
        EXPECT_EQ(mapped(rule, record, Field::skills), skills) << rule << ' ' << record;
    }
}

TEST(Mapping, takes_the_link_for_an_identifier_where_there_is_none) {
    EXPECT_THAT(
        mapped("", R"({"u":"https://x.example/1"})", Field::source_id),
        ElementsAre("https://x.example/1")
    );
    EXPECT_THAT(
        mapped(R"("source_id":"i")", R"({"u":"https://x.example/1","i":"7"})", Field::source_id),
        ElementsAre("7")
    );
}

TEST(Mapping, refuses_by_path_what_it_does_not_know) {
    struct Case {
        std::string mapping;
        std::string field;
        std::string message;
    };
    const std::array cases{
        Case{"{", "", "incomplete JSON"},
        Case{"[]", "", "an array is not an object"},
        Case{R"({"name":"n","format":"csv"})", "fields", "missing"},
        Case{R"({"name":"n","format":"csv","fields":{},"extra":1})", "extra", "unknown member"},
        Case{
            R"({"name":"n","format":"xlsx","fields":{}})",
            "format",
            "'xlsx' is not one of csv, tsv, ndjson, json"},
        Case{
            R"({"name":"n","format":"csv","encoding":"ebcdic","fields":{}})",
            "encoding",
            "'ebcdic' is not one of utf-8, utf-16le"},
        Case{
            R"({"name":"n","format":"csv","delimiter":"||","fields":{}})",
            "delimiter",
            "has to be one character"},
        Case{R"({"name":"","format":"csv","fields":{}})", "name", "0 characters, not 1 or more"},
        Case{
            R"({"name":"n","format":"csv","fields":{"title":{"path":"a.b"}}})",
            "fields.title",
            "`path` is for ndjson"},
        Case{
            R"({"name":"n","format":"csv","fields":{"title":"t"}})",
            "fields",
            "nothing fills employer"},
        Case{
            R"({"name":"n","format":"csv","records":"statistics","fields":{"city":"c"}})",
            "fields",
            "nothing fills title"},
        Case{mapping_with(R"("colour":"c")"), "fields.colour", "unknown field `colour`"},
        Case{mapping_with(R"("skills":{"colum":"c"})"), "fields.skills.colum", "unknown member"},
        Case{mapping_with(R"("skills":{"split":";"})"), "fields.skills", "needs exactly one of"},
        Case{
            mapping_with(R"("skills":{"column":"a","value":"b"})"),
            "fields.skills",
            "needs exactly one of"},
        Case{
            mapping_with(R"("skills":{"columns":["a",1]})"),
            "fields.skills.columns[1]",
            "1 is not a string"},
        Case{
            mapping_with(R"("skills":{"template":"{a"})"), "fields.skills.template", "`{` without"},
        Case{
            mapping_with(R"("skills":{"column":"a","map":{"x":1}})"),
            "fields.skills.map.x",
            "1 is not a string"},
        Case{mapping_with(R"("skills":{"path":"."})"), "fields.skills.path", "names no key"},
    };
    for (const auto& [text, field, message] : cases) {
        const auto mapping = sources::mapping_from(text);
        ASSERT_FALSE(mapping) << text;
        EXPECT_EQ(mapping.error().field, field) << text;
        EXPECT_THAT(mapping.error().message, HasSubstr(message)) << text;
    }
}

TEST(Mapping, names_file_and_path_when_a_file_is_refused) {
    const TemporaryFolder folder;
    const auto file =
        folder.write("m.json", R"({"name":"n","format":"csv","fields":{"titel":"t"}})");
    const auto mapping = sources::load_mapping(file);
    ASSERT_FALSE(mapping);
    EXPECT_EQ(mapping.error().message, file.string() + ": fields.titel: unknown field `titel`");
    EXPECT_THAT(
        sources::load_mapping(folder.path() / "none.json").error().message,
        HasSubstr("none.json: cannot be opened")
    );
}

TEST(Mapping, holds_against_the_columns_of_a_file) {
    const auto mapping = sources::mapping_from(
        R"({"name":"n","format":"csv","fields":{"title":{"columns":["t","titre"]},"employer":"e",
            "city":"c","date_posted":"d","url":{"template":"https://x.example/{i}"},"hours":"h"}})"
    );
    ASSERT_TRUE(mapping);
    const auto missing = sources::missing_columns(*mapping, {"titre", "e", "c", "d", "i"});
    ASSERT_TRUE(missing);
    EXPECT_THAT(*missing, ElementsAre("h"));  // One of `t` and `titre` is enough.
    EXPECT_THAT(
        sources::missing_columns(*mapping, {"e", "c", "d", "i"}).error().message,
        HasSubstr("takes title from")
    );
    EXPECT_THAT(
        sources::missing_columns(*mapping, {"t", "e", "c", "d"}).error().message,
        HasSubstr("takes url or source_id from")
    );
}

TEST(Mapping, knows_the_fields_that_its_schema_lists) {
    const auto schema = boost::json::parse(
        content_of(std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings/mapping.schema.json")
    );
    const auto& listed = schema.at_pointer("/properties/fields/propertyNames/enum").as_array();
    ASSERT_EQ(listed.size(), sources::field_count);
    for (std::size_t index = 0; index < listed.size(); ++index) {
        EXPECT_EQ(listed[index].as_string(), sources::to_string(static_cast<Field>(index)));
    }
}

TEST(Mapping, accepts_every_mapping_that_is_shipped) {
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator{
             std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings"}) {
        if (entry.path().filename() != "mapping.schema.json") {
            const auto mapping = sources::load_mapping(entry.path());
            EXPECT_TRUE(mapping) << mapping.error().message;
            EXPECT_EQ(mapping->name, entry.path().stem().string());
            ++seen;
        }
    }
    EXPECT_GE(seen, 3);
}

}  // namespace
