#include "services/wire/list_formats.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace {

namespace json = boost::json;
using wire::Column;

std::string one_cell(const json::value& value) {
    const std::vector<Column> columns{{"a", "a"}};
    const std::vector<json::object> rows{{{"a", value}}};
    const std::string text = wire::csv(columns, rows);
    return text.substr(3, text.size() - 5);
}

struct Cell {
    json::value value;
    std::string written;
};

TEST(Csv, quotes_what_needs_it_and_what_a_spreadsheet_would_calculate) {
    const std::vector<Cell> all{
        {"welder", "welder"},
        {"", ""},
        {nullptr, ""},
        {true, "true"},
        {-63.5, "-63.5"},
        {1'250, "1250"},
        {"Halifax, NS", "\"Halifax, NS\""},
        {"the \"best\"", "\"the \"\"best\"\"\""},
        {"two\r\nlines", "\"two\r\nlines\""},
        {"é", "é"},
        {"=1+1", "\"'=1+1\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"＝1", "\"'＝1\""},
        {"=cmd|' /C calc'!A0\"", "\"'=cmd|' /C calc'!A0\"\"\""},
        {"a=1", "a=1"},
    };
    for (const Cell& each : all) {
        EXPECT_EQ(one_cell(each.value), each.written);
    }
}

TEST(Csv, takes_values_from_within_and_several_into_one_cell) {
    const std::vector<Column> columns{
        {"id", "id"}, {"fit", "fit/total"}, {"city", "places/*/city"}, {"none", "fit/a/b"}};
    const auto row = json::parse(R"({"id": "7", "fit": {"total": 81},
        "places": [{"city": "Halifax"}, {"city": null}, {"city": "Truro"}]})");
    const std::vector<json::object> rows{row.as_object()};
    EXPECT_EQ(wire::csv(columns, rows), "id,fit,city,none\r\n7,81,Halifax; ; Truro,\r\n");
    EXPECT_EQ(wire::csv(columns, {}), "id,fit,city,none\r\n");
}

/// RFC 4180, read by its grammar.
std::vector<std::vector<std::string>> records_of(const std::string& text) {
    std::vector<std::vector<std::string>> records{{""}};
    bool within = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (within && letter == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            records.back().back() += text[++at];
        } else if (letter == '"') {
            within = !within;
        } else if (!within && letter == ',') {
            records.back().emplace_back();
        } else if (!within && letter == '\r' && text.substr(at, 2) == "\r\n") {
            records.push_back({""});
            ++at;
        } else {
            records.back().back() += letter;
        }
    }
    records.pop_back();
    return records;
}

TEST(Csv, says_whatever_stands_in_a_text_and_never_a_formula) {
    const std::string letters = "=+-@\t\r\n\",;' ab";
    std::mt19937 random{20261129};
    const std::vector<Column> columns{{"a", "a"}, {"b", "b"}};
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::string> texts(2);
        for (std::string& text : texts) {
            const std::size_t length = random() % 6;
            for (std::size_t count = 0; count < length; ++count) {
                text += letters[random() % letters.size()];
            }
        }
        const std::vector<json::object> rows{{{"a", texts[0]}, {"b", texts[1]}}};
        const auto records = records_of(wire::csv(columns, rows));
        ASSERT_EQ(records.size(), 2U);
        ASSERT_EQ(records[1].size(), 2U);
        for (std::size_t column = 0; column < 2; ++column) {
            const std::string& read = records[1][column];
            const bool guarded = read.starts_with('\'') && !texts[column].starts_with('\'');
            EXPECT_EQ(guarded ? read.substr(1) : read, texts[column]);
            EXPECT_TRUE(read.empty() || std::string{"=+-@\t\r\n"}.find(read[0]) == read.npos);
        }
    }
}

TEST(Ndjson, is_one_object_a_line) {
    const auto items = json::parse(R"([{"a": "x\ny"}, {"b": [1, 2.5]}])").as_array();
    EXPECT_EQ(wire::ndjson(items), "{\"a\":\"x\\ny\"}\n{\"b\":[1,2.5]}\n");
    EXPECT_EQ(wire::ndjson({}), "");
}

}  // namespace
