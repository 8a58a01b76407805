// A text that another employer had before is found by an ingest, however the records come in.

#include "indexer/sources/read.hpp"
#include "tests/ingest/verifying.hpp"
#include "tests/support/shared.hpp"

#include <pqxx/pqxx>

#include <filesystem>
#include <iostream>

namespace {

using verification::CheckKind;
using verification::Verdict;

/// Eighty words of its own.
std::string text(const char letter) {
    std::string words;
    for (int number = 0; number < 80; ++number) {
        words += std::string(3, letter) + static_cast<char>('a' + number * number % 23) +
                 static_cast<char>('a' + number % 26) + ' ';
    }
    return words;
}

std::string record(
    const std::string& id,
    const std::string& employer,
    const std::string& posted,
    const std::string& words
) {
    return partner_record(id, {{"employer", employer}, {"posted", posted}, {"description", words}});
}

class CopiedText : public Verify {
protected:
    Verdict verdict(const std::string& id) { return check(id, CheckKind::copied_text).verdict; }
};

TEST_F(CopiedText, is_found_by_the_ingest_that_has_it_and_by_later_ones) {
    take_in(
        {record("first", "Maple Bakery Ltd.", "2026-11-02", text('b')),
         record("alone", "Cedar Welding Inc.", "2026-11-02", text('q')),
         record("short", "Cedar Welding Inc.", "2026-11-02", "Weld.")},
        "2026-11-10",
        false
    );
    EXPECT_EQ(verdict("first"), Verdict::pass);
    EXPECT_EQ(verdict("alone"), Verdict::pass);
    EXPECT_EQ(verdict("short"), Verdict::unknown);

    take_in(
        {record("copy", "Other Ovens", "2026-11-09", "Other Ovens: " + text('b') + "902-555-0100")},
        "2026-11-10",
        false
    );
    EXPECT_EQ(verdict("copy"), Verdict::warn);
    EXPECT_EQ(check("copy", CheckKind::copied_text).evidence, "Maple Bakery Ltd.");
    EXPECT_EQ(verdict("first"), Verdict::pass);
    EXPECT_EQ(verify({.day = day("2026-11-10")}), "4 looked at") << "nothing is left to change";

    take_in({record("third", "Harbour Foods", "2026-11-09", text('b'))}, "2026-11-11", false);
    for (const char* id : {"first", "copy", "third"}) {
        EXPECT_EQ(verdict(id), Verdict::info) << id;
    }
    expect_sound();
}

TEST_F(CopiedText, is_no_copy_once_its_text_is_another) {
    take_in(
        {record("first", "Maple Bakery Ltd.", "2026-11-02", text('b')),
         record("copy", "Other Ovens", "2026-11-09", text('b'))},
        "2026-11-10",
        false
    );
    EXPECT_EQ(verdict("copy"), Verdict::warn);
    take_in({record("first", "Maple Bakery Ltd.", "2026-11-02", text('z'))}, "2026-11-11", false);
    EXPECT_EQ(verdict("first"), Verdict::pass);
    EXPECT_EQ(verdict("copy"), Verdict::pass);
    take_in({record("copy", "Other Ovens", "2026-11-09", "Bake.")}, "2026-11-11", false);
    EXPECT_EQ(verdict("copy"), Verdict::unknown);
    expect_sound();
}

/// As an older version has left them.
TEST_F(CopiedText, is_found_among_postings_that_were_stored_without_sketches) {
    take_in(
        {record("first", "Maple Bakery Ltd.", "2026-11-02", text('b')),
         record("copy", "Other Ovens", "2026-11-09", text('b'))},
        "2026-11-10",
        false
    );
    pqxx::connection connection{indexer_.database()};
    pqxx::work transaction{connection};
    transaction.exec0("DELETE FROM posting_text");
    transaction.exec0("UPDATE posting_trust SET verdicts = overlay(verdicts PLACING 'u' FROM 26)");
    transaction.commit();
    verify({.day = day("2026-11-10")});
    EXPECT_EQ(verdict("first"), Verdict::pass);
    EXPECT_EQ(verdict("copy"), Verdict::warn);
}

/// Real advertisements of many employers, in their own words, taken in together. Feeds that do not
/// name their employer are of one each.
TEST_F(CopiedText, accuses_no_real_posting) {
    const auto data = support::shared() / "data";
    if (!std::filesystem::exists(data / "feeds_ats")) {
        GTEST_SKIP() << "../shared absent";
    }
    std::vector<ingest::RunSource> sources;
    for (const char* folder : {"feeds_ats", "structured_data"}) {
        for (sources::SourceFile& file :
             sources::expand(sources::source_file_from((data / folder).string()).value())) {
            const std::string name = std::filesystem::path{file.path}.stem().string();
            file.facts = {
                .employer = name,
                .address = "https://stated.example/wday/cxs/a/b/jobs?finder=findReqs;siteNumber=1"};
            sources.push_back({.file = file});
        }
    }
    ingest::run(
        sources, database_, reference_, {.day = day("2026-11-16"), .index_folder = indexer_.index()}
    );
    pqxx::connection connection{indexer_.database()};
    pqxx::work transaction{connection};
    const pqxx::row counts = transaction.exec1(
        "SELECT count(*), count(DISTINCT text.employer), "
        "count(*) FILTER (WHERE substr(trust.verdicts, 26, 1) = 'w'), "
        "count(*) FILTER (WHERE substr(trust.verdicts, 26, 1) = 'i') "
        "FROM posting_text AS text JOIN posting_trust AS trust USING (posting_id)"
    );
    const int compared = counts[0].as<int>();
    const int warned = counts[2].as<int>();
    std::cout << compared << " texts of " << counts[1].c_str() << " employers compared: " << warned
              << " warnings, " << counts[3].c_str() << " told to be shared\n";
    for (const auto& row :
         transaction.exec("SELECT text.first_id, posting.hiring_organization, posting.title "
                          "FROM posting_text AS text JOIN posting ON posting.id = text.posting_id "
                          "WHERE text.employers > 1 ORDER BY text.first_id, posting.id")) {
        std::cout << "  " << row[0].c_str() << ' ' << row[1].c_str() << ": " << row[2].c_str()
                  << '\n';
    }
    EXPECT_GT(compared, 10);
    EXPECT_EQ(warned, 0);
}

}  // namespace
