#include "tests/reference_data/reading.hpp"

#include <gmock/gmock.h>

#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <iterator>
#include <utility>

namespace {

using testing::HasSubstr;
using testing::SizeIs;

using Members = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of these members, in their order.
std::filesystem::path workbook(const support::TemporaryFolder& folder, const Members& members) {
    const auto path = folder.path() / "2024-12-20_list.xlsx";
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_filename(zip, path.c_str());
    for (const auto& [name, content] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(zip, entry);
        archive_write_data(zip, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    return path;
}

const std::string sheet_name = "xl/worksheets/sheet1.xml";
const std::string texts_name = "xl/sharedStrings.xml";

std::string sheet(const std::string& rows) {
    return R"(<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
           rows + "</sheetData></worksheet>";
}

const std::string header =
    R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Employer</t></is></c>)"
    R"(<c r="C2" t="str"><v>Address</v></c><c r="D2" t="inlineStr"><is><t>Occupations under NOC 2011</t></is></c>)"
    R"(<c r="E2" t="inlineStr"><is><t>Positions Approved</t></is></c></row>)";

const std::string texts =
    R"(<sst><si><t>Employers, January to March 2016</t></si><si><r><t>Province</t></r><r><t>/Territory</t></r>)"
    R"(<rPh><t>read so</t></rPh></si><si><t xml:space="preserve">Caf&#233; &amp; Co </t></si><si/></sst>)";

const std::string title = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)";

TEST(Xlsx, has_shared_texts_numbers_and_cells_left_out) {
    const support::TemporaryFolder folder;
    const auto list = read_list(
        "lmia",
        workbook(
            folder,
            {{texts_name, texts},
             {sheet_name,
              sheet(
                  title + header +
                  R"(<row r="4"><c r="A4" t="inlineStr"><is><t>Ontario</t></is></c><c r="B4" t="s"><v>2</v></c>)"
                  R"(<c r="D4" t="inlineStr"><is><t>6322-Cooks</t></is></c><c r="E4"><v>12</v></c></row>)"
                  R"(<row r="5"><c r="B5" t="s"><v>9</v></c></row>)"
                  R"(<row r="6"><c r="A6" t="inlineStr"><is><t>Note: a note.</t></is></c></row>)"
              )}}
        )
    );
    EXPECT_EQ(list.error, "");
    EXPECT_EQ(list.list, "positive 2016Q1") << "the title says when";
    ASSERT_THAT(list.entries, SizeIs(1));
    EXPECT_EQ(list.lines, std::vector<std::int64_t>{4});
    EXPECT_EQ(list.entries[0].at("employer"), "Café & Co");
    EXPECT_EQ(list.entries[0].at("positions"), "12");
    EXPECT_FALSE(list.entries[0].contains("address"));
    EXPECT_EQ(
        list.passed_over,
        (std::map<std::string, std::int64_t>{{"heading", 1}, {"note", 1}, {"title", 1}})
    );
    ASSERT_THAT(list.refused, SizeIs(1));
    EXPECT_EQ(list.refused[0].line, 5);
    EXPECT_EQ(list.refused[0].reason, "a cell names text 9 of 4");
}

TEST(Xlsx, reads_the_same_whichever_member_comes_first) {
    const support::TemporaryFolder folder;
    const auto rows = sheet(title + header);
    EXPECT_EQ(
        read_list("lmia", workbook(folder, {{sheet_name, rows}, {texts_name, texts}})).rows(), 2
    );
    EXPECT_EQ(
        read_list("lmia", workbook(folder, {{texts_name, texts}, {sheet_name, rows}})).rows(), 2
    );
}

TEST(Xlsx, is_refused_where_it_is_broken) {
    const support::TemporaryFolder folder;
    const auto error = [&](const Members& members) {
        return read_list("lmia", workbook(folder, members)).error;
    };
    EXPECT_THAT(
        error({{"word/document.xml", "<a/>"}}),
        HasSubstr("is no workbook, for it has no xl/worksheets/sheet1.xml")
    );
    EXPECT_THAT(
        error({{texts_name, texts}, {sheet_name, "<worksheet><sheetData><row r=\"1\">"}}),
        HasSubstr("row 1")
    );
    EXPECT_THAT(
        error({{texts_name, "<sst><si>"}, {sheet_name, sheet(title)}}), HasSubstr("list.xlsx")
    );
    const auto cut = workbook(folder, {{texts_name, texts}, {sheet_name, sheet(title + header)}});
    std::filesystem::resize_file(cut, 200);
    EXPECT_NE(read_list("lmia", cut).error, "");
}

TEST(Xlsx, expands_no_entity_that_a_document_declares) {
    const support::TemporaryFolder folder;
    std::string bomb = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">";
    for (char name = 'b'; name <= 'l'; ++name) {
        const std::string one = "&" + std::string(1, static_cast<char>(name - 1)) + ";";
        bomb += std::string{"<!ENTITY "} + name + " \"" + one + one + one + one + one + one + one +
                one + one + one + "\">";
    }
    bomb += R"(<!ENTITY file SYSTEM "file:///etc/hostname">]><sst><si><t>&l;&file;</t></si></sst>)";
    const auto list = read_list(
        "lmia", workbook(folder, {{texts_name, bomb}, {sheet_name, sheet(title + header)}})
    );
    EXPECT_EQ(list.entries.size(), 0U);
    EXPECT_NE(list.error, "") << "the column Province/Territory has no text left";
}

}  // namespace
