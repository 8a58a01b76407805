#include "indexer/sources/csv.hpp"

#include "tests/sources/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace {

using support::TemporaryFolder;

using Rows = std::vector<std::vector<std::string>>;

struct Table {
    Rows rows;
    std::vector<std::string> faults;  ///< `line: fault`.
};

Table table_of(const std::string_view content, const char delimiter = ',') {
    const TemporaryFolder folder;
    auto stream = sources::ByteStream::open(folder.write("table.csv", content));
    EXPECT_TRUE(stream);
    sources::CsvReader reader{sources::Lines{std::move(*stream)}, delimiter};
    Table table;
    while (auto record = reader.next()) {
        if (record->fault.empty()) {
            table.rows.push_back(std::move(record->fields));
        } else {
            table.faults.push_back(std::to_string(record->line) + ": " + record->fault);
        }
    }
    return table;
}

TEST(Csv, reads_what_rfc_4180_allows) {
    struct Case {
        std::string_view content;
        Rows rows;
    };
    const std::array cases{
        Case{"", {}},
        Case{"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
        Case{"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
        Case{
            "\xEF\xBB\xBF"
            "a,b\n",
            {{"a", "b"}}},
        Case{"a,,\n", {{"a", "", ""}}},
        Case{"\"a,b\",\"say \"\"yes\"\"\"\n", {{"a,b", "say \"yes\""}}},
        Case{"\"two\r\nlines\",x\ny,z\n", {{"two\nlines", "x"}, {"y", "z"}}},
        Case{"\"\",\"\"\"\"\n", {{"", "\""}}},
        Case{"5\" pipe,x\n", {{"5\" pipe", "x"}}},
        Case{"a\n\n  \nb\n", {{"a"}, {"b"}}},
        Case{"é,\xE2\x80\x99\n", {{"é", "\xE2\x80\x99"}}},
    };
    for (const auto& [content, rows] : cases) {
        const auto table = table_of(content);
        EXPECT_EQ(table.rows, rows) << content;
        EXPECT_TRUE(table.faults.empty()) << content;
    }
}

TEST(Csv, loses_one_line_to_a_quote_that_is_never_closed) {
    const auto table = table_of("a,b\n\"open,x\nc,d\ne,\"f\"\n");
    EXPECT_EQ(table.rows, (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
    EXPECT_EQ(table.faults, std::vector<std::string>{"2: text follows a closing quote"});
    const auto unclosed = table_of("a,b\n\"open,x\nc,d\n");
    EXPECT_EQ(unclosed.rows, (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(unclosed.faults, std::vector<std::string>{"2: a quoted field is never closed"});
}

TEST(Csv, goes_on_after_a_record_that_is_too_long) {
    std::string content = "a,b\n\"open,x\n";
    constexpr int lines = 200'000;
    for (int line = 0; line < lines; ++line) {
        content += "fine,row\n";
    }
    const auto table = table_of(content);
    EXPECT_EQ(table.rows.size(), lines + 1U);
    EXPECT_EQ(table.faults, std::vector<std::string>{"2: a quoted field is never closed"});
}

TEST(Csv, takes_time_in_proportion_to_the_file_however_the_quotes_stand) {
    // Every line closes one quote and opens the next: 1 MiB of them would be read for each line if
    // lines taken back could reach over their ends again.
    std::string content = "\"\n";
    while (content.size() < 3 * sources::record_bytes_max) {
        content += "\",\"\n";
    }
    EXPECT_FALSE(table_of(content).faults.empty());
}

TEST(Csv, keeps_lines_aside_that_are_too_long_or_no_text) {
    const std::string long_line(sources::record_bytes_max + 1, 'x');
    const auto table = table_of("a,b\n" + long_line + ",y\n\xE9t\xE9,c\nd,e\n");
    EXPECT_EQ(table.rows, (Rows{{"a", "b"}, {"d", "e"}}));
    EXPECT_EQ(
        table.faults,
        (std::vector<std::string>{
            "2: the line is longer than 1048576 bytes",
            "3: the line is not UTF-8 text; the encoding may be another"})
    );
}

}  // namespace
