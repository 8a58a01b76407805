#include "indexer/sources/table.hpp"

#include "tests/sources/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::string_literals;
using sources::Field;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string header =
    "Ref;Poste;Employeur;Agence;Ville;Prov;Publie le;Taux;Langues;Teletravail;Taches\r\n";
const std::string row =
    "HB-7;Soudeur;Chantier Exemple inc.;;Sept-\xCEles;QC;2026-06-02;32,50 $;Anglais / "
    "Fran\xE7"
    "ais;Oui;\"Souder;\r\nmeuler \"\"\xE0 froid\"\"\"\r\n";

sources::SourceFile harbour(const std::filesystem::path& file) {
    return {.path = file, .mapping = fixture("harbour.json"), .name = {}};
}

TEST(Table, reads_a_partner_file_by_its_mapping) {
    const TemporaryFolder folder;
    const auto file = folder.write("harbour.csv", header + row);
    const auto reading = reading_of(harbour(file));
    ASSERT_EQ(reading.records.size(), 1U);
    EXPECT_TRUE(reading.unreadable.empty());
    EXPECT_EQ(reading.value(Field::source_id), "HB-7");
    EXPECT_EQ(reading.value(Field::url), "https://harbour.example/emplois/HB-7");
    EXPECT_EQ(reading.value(Field::city), "Sept-Îles");
    EXPECT_EQ(reading.value(Field::text_language), "fr");
    EXPECT_EQ(reading.value(Field::remote), "TELECOMMUTE");
    EXPECT_EQ(reading.value(Field::duties), "Souder;\nmeuler \"à froid\"");
    EXPECT_THAT(reading.values(Field::languages), ElementsAre("Anglais", "Français"));
    const auto& record = reading.records.front();
    EXPECT_EQ(record.origin.file, file.string());
    EXPECT_EQ(record.origin.line, 2);
    EXPECT_THAT(record.raw, HasSubstr(R"("Ville":"Sept-Îles")"));
    EXPECT_EQ(reading.bytes_read, reading.bytes_total);
}

TEST(Table, says_what_the_source_is) {
    const TemporaryFolder folder;
    const auto described = sources::describe(harbour(folder.write("x.csv", header)));
    ASSERT_TRUE(described);
    EXPECT_EQ(described->name, "harbour");
    EXPECT_EQ(described->kind, sources::RecordKind::postings);
    EXPECT_TRUE(described->warnings.empty());
}

TEST(Table, warns_of_columns_that_went_away_and_refuses_what_cannot_do_without) {
    const TemporaryFolder folder;
    const auto few = folder.write("few.csv", "Ref;Poste;Agence;Ville;Publie le\n1;a;b;c;d\n");
    const auto described = sources::describe(harbour(few));
    ASSERT_TRUE(described) << described.error().message;
    EXPECT_THAT(described->warnings, testing::Contains(few.string() + ": has no column `Taux`"));
    EXPECT_EQ(reading_of(harbour(few)).value(Field::employer), "b");

    const auto wrong = folder.write("wrong.csv", "id,title\n1,welder\n");
    EXPECT_THAT(
        sources::describe(harbour(wrong)).error().message, HasSubstr("wrong.csv: the file has none")
    );
    EXPECT_FALSE(sources::read(harbour(wrong), {}));
    EXPECT_THAT(
        sources::describe(harbour(folder.write("empty.csv", ""))).error().message,
        HasSubstr("has no header")
    );
    EXPECT_THAT(
        sources::describe(harbour(folder.path() / "none.csv")).error().message,
        HasSubstr("none.csv: no such file")
    );
}

TEST(Table, keeps_rows_aside_that_do_not_fit_the_header) {
    const TemporaryFolder folder;
    const auto reading =
        reading_of(harbour(folder.write("h.csv", header + "HB-1;only two\r\n" + row)));
    EXPECT_EQ(reading.records.size(), 1U);
    EXPECT_THAT(reading.reasons(), ElementsAre("2: the row has 2 columns where the header has 11"));
    EXPECT_EQ(reading.unreadable.front().raw, R"(["HB-1","only two"])");
}

const std::string ndjson_mapping =
    R"({"name":"n","format":"ndjson","fields":{"title":"t","employer":"e","city":"c",
        "date_posted":"d","source_id":"i"}})";

std::string ndjson_line(const int number) {
    return R"({"t":"cook","e":"Café Exemple","c":"Gaspé","d":"2026-06-01","i":)" +
           std::to_string(number) + "}\n";
}

TEST(Table, reads_ndjson_and_keeps_bad_lines_aside) {
    const TemporaryFolder folder;
    const auto content = ndjson_line(1) + "\n{\"t\":\n[1]\n{\"t\":\"\xE9\"}\n" + "{\"t\":\"" +
                         std::string(2'000'000, 'x') + "\"}\r\n" + ndjson_line(2);
    const auto reading = reading_of(
        {.path = folder.write("x.ndjson", content),
         .mapping = folder.write("m.json", ndjson_mapping),
         .name = {}}
    );
    ASSERT_EQ(reading.records.size(), 2U);
    EXPECT_EQ(reading.records.back().posting.get(Field::source_id), "2");
    EXPECT_EQ(reading.records.back().origin.line, 7);
    EXPECT_EQ(reading.records.back().raw + "\n", ndjson_line(2));
    EXPECT_THAT(
        reading.reasons(),
        ElementsAre(
            HasSubstr("3: the line is not JSON"),
            HasSubstr("4: the line is not a JSON object"),
            HasSubstr("5: the line is not UTF-8"),
            HasSubstr("6: the line is longer")
        )
    );
    EXPECT_EQ(reading.unreadable[2].raw, "{\"t\":\"\xEF\xBF\xBD\"}");
}

TEST(Table, reads_what_is_there_of_a_gzip_that_was_cut_off) {
    const TemporaryFolder folder;
    std::string content;
    constexpr int lines = 20'000;
    for (int number = 0; number < lines; ++number) {
        content += ndjson_line(number);
    }
    const auto whole = gzipped(content);
    const auto mapping = folder.write("m.json", ndjson_mapping);
    const auto all =
        reading_of({.path = folder.write("all.gz", whole), .mapping = mapping, .name = {}});
    EXPECT_EQ(all.records.size(), lines);
    EXPECT_TRUE(all.unreadable.empty());
    EXPECT_EQ(all.bytes_total, static_cast<std::int64_t>(whole.size()));

    const auto part = reading_of(
        {.path = folder.write("part.gz", whole.substr(0, whole.size() / 2)),
         .mapping = mapping,
         .name = {}}
    );
    EXPECT_GT(part.records.size(), lines / 4U);
    EXPECT_LT(part.records.size(), lines);
    ASSERT_EQ(part.unreadable.size(), 1U);
    EXPECT_THAT(
        part.unreadable.front().reason, HasSubstr("the file cannot be read any further: truncated")
    );
    EXPECT_EQ(
        part.unreadable.front().origin.line, static_cast<std::int64_t>(part.records.size()) + 1
    );
}

/// The open-data file in both languages, UTF-16LE as it is published, with and without its mark.
TEST(Table, reads_the_monthly_open_data_as_statistics) {
    const TemporaryFolder folder;
    const auto utf_16 = [](const std::string_view text) {
        std::string bytes;
        for (const char32_t letter : std::u32string(text.begin(), text.end())) {
            bytes += static_cast<char>(letter & 0xFFU);
            bytes += '\0';
        }
        return bytes;
    };
    const auto table = utf_16(
        "WIC Job Location Snapshot ID\tJob Title\tOriginal Job Title\tNOC21 Code\tVacancy Count\t"
        "First Posting Date\tProvince/Territory\tCity\tEmployment Type\tEmployment Term\t"
        "Employment Term Telework\tSalary Minimum\tSalary Maximum\tSalary Per\tWork Hours\r\n"
        "9900017\tcook\tNA\t63200\t2\t2026/05/04\tNova Scotia\tSydney\tFull time\tPermanent\tYes\t"
        "18.5\tNA\tHour\t37.5\r\n"
    );
    for (const auto& mark : {""s, "\xFF\xFE"s}) {
        const sources::SourceFile file{
            .path = folder.write("open.csv", mark + table),
            .mapping =
                std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings/jobbank_open_data.json",
            .name = {}};
        const auto described = sources::describe(file);
        ASSERT_TRUE(described) << described.error().message;
        EXPECT_EQ(described->kind, sources::RecordKind::statistics);
        EXPECT_THAT(described->warnings, testing::Contains(HasSubstr("`Official Language`")));
        const auto reading = reading_of(file);
        EXPECT_EQ(reading.value(Field::source_id), "9900017");
        EXPECT_EQ(reading.value(Field::province), "Nova Scotia");
        EXPECT_EQ(reading.value(Field::pay_min), "18.5");
        EXPECT_EQ(reading.value(Field::original_title), "");
        EXPECT_EQ(reading.value(Field::remote), "TELECOMMUTE");
        EXPECT_THAT(reading.values(Field::employment), ElementsAre("Permanent", "Full time"));
    }
}

sources::SourceFile open_data(const std::filesystem::path& file) {
    return {
        .path = file,
        .mapping =
            std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings/jobbank_open_data.json",
        .name = {}};
}

TEST(Table, reads_open_data_whose_columns_drifted) {
    const TemporaryFolder folder;
    const auto reading = reading_of(open_data(folder.write(
        "no_key.csv",
        "Job Title\tFirst Posting Date\tProvince/Territory\tCity\tSalary Minimum\tUnheard Of\r\n"
        "cook\t2024/07/04\tNova Scotia\tSydney\t18.5\tx\r\n"
    )));
    EXPECT_EQ(reading.value(Field::source_id), "2024/07/04/cook/Sydney/Nova Scotia/18.5");
    EXPECT_EQ(reading.value(Field::languages), "");
}

TEST(Table, reads_open_data_in_french_and_in_every_encoding) {
    const TemporaryFolder folder;
    const std::string utf_8 =
        "Titre du poste\tDate de la première publication\tProvince/Territoire\tVille\t"
        "Salaire minimum\tCode CNP21\r\n"
        "cuisinière\t2026/05/04\tQuébec\tMontréal\t18,5\t63200\r\n";
    std::string utf_16;
    std::string windows_1252;
    for (std::size_t at = 0; at < utf_8.size(); ++at) {
        // Letters of the second Latin block take two bytes in UTF-8, `\xC3` first.
        const bool accented = utf_8[at] == '\xC3';
        const char letter = accented ? static_cast<char>(utf_8[++at] + 0x40) : utf_8[at];
        windows_1252 += letter;
        utf_16 += {letter, '\0'};
    }
    for (const auto& content :
         {utf_8, "\xEF\xBB\xBF" + utf_8, utf_16, "\xFF\xFE" + utf_16, windows_1252}) {
        const auto file = open_data(folder.write("fr.csv", content));
        const auto described = sources::describe(file);
        ASSERT_TRUE(described) << described.error().message;
        EXPECT_THAT(described->warnings, testing::Not(testing::Contains(HasSubstr("`Job Title`"))));
        const auto reading = reading_of(file);
        EXPECT_EQ(reading.value(Field::title), "cuisinière");
        EXPECT_EQ(reading.value(Field::city), "Montréal");
        EXPECT_EQ(reading.value(Field::noc_2021), "63200");
        EXPECT_EQ(reading.value(Field::pay_min), "18,5");
    }
}

}  // namespace
