// What becomes of records, through the real program, PostgreSQL and Xapian.

#include "indexer/search/search.hpp"
#include "tests/ingest/indexer.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <map>

namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Expected {
    std::int64_t stored = 0;
    std::int64_t statistics = 0;
    std::int64_t quarantined = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

void check(const json::object& report, const Expected& expected) {
    const auto& source = report.at("sources").at(0).as_object();
    const auto count = [&](const char* name) { return source.at(name).as_int64(); };
    EXPECT_EQ(count("stored"), expected.stored);
    EXPECT_EQ(count("statistics"), expected.statistics);
    EXPECT_EQ(count("quarantined"), expected.quarantined);
    EXPECT_EQ(count("added"), expected.added);
    EXPECT_EQ(count("changed"), expected.changed);
    EXPECT_EQ(count("unchanged"), expected.unchanged);
    EXPECT_EQ(count("records"), expected.stored + expected.statistics + expected.quarantined);
    EXPECT_EQ(report.at("records"), source.at("records"));
}

/// `field: reason` -> how many, of the first source.
std::map<std::string, std::int64_t> reasons(const json::object& report) {
    std::map<std::string, std::int64_t> result;
    for (const auto& reason : report.at("sources").at(0).at("reasons").as_array()) {
        const std::string key = std::string{reason.at("field").as_string()} + ": " +
                                std::string{reason.at("reason").as_string()};
        result[key] += reason.at("count").as_int64();
    }
    return result;
}

struct Quarantined {
    std::int64_t line = 0;
    std::string field;
    bool operator==(const Quarantined&) const = default;
};

std::vector<Quarantined> quarantine(const Indexer& indexer) {
    pqxx::connection connection{indexer.database()};
    pqxx::work transaction{connection};
    std::vector<Quarantined> rows;
    for (const auto& row : transaction.exec(
             "SELECT line, field FROM quarantine WHERE file LIKE '%feed.ndjson' ORDER BY line"
         )) {
        rows.push_back({.line = row[0].as<std::int64_t>(), .field = row[1].as<std::string>()});
    }
    return rows;
}

TEST(Ingest, keeps_bad_records_aside_and_goes_on) {
    Indexer indexer;
    const json::object report = indexer.ingest({indexer.feed(
        {partner_record("1"),
         R"({"id": "2", "title": )",
         partner_record("3", {{"noc", "72001"}}),
         partner_record("4", {{"employer", ""}}),
         partner_record("5", {{"pay", "30 USD hourly"}}),
         partner_record("6", {{"posted", "2026-11-17"}}),
         partner_record("", {}),
         partner_record("8")}
    )});
    check(report, {.stored = 2, .quarantined = 6, .added = 8});
    EXPECT_THAT(
        quarantine(indexer),
        ElementsAre(
            Quarantined{2, ""},
            Quarantined{3, "noc_2021"},
            Quarantined{4, "employer"},
            Quarantined{5, "pay_text"},
            Quarantined{6, "date_posted"},
            Quarantined{7, "source_id"}
        )
    );
    std::int64_t sum = 0;
    for (const auto& [reason, count] : reasons(report)) {
        sum += count;
    }
    EXPECT_EQ(sum, 6);
    EXPECT_EQ(indexer.postings().totals().verified, 2);
    EXPECT_EQ(report.at("index").at("documents").as_int64(), 2);
    EXPECT_EQ(report.at("index").at("revision").as_int64(), indexer.postings().revision());
    EXPECT_THAT(indexer.found("welder"), SizeIs(2));
}

TEST(Ingest, keeps_aside_what_only_the_database_refuses) {
    Indexer indexer;
    {
        pqxx::connection connection{indexer.database()};
        pqxx::work transaction{connection};
        transaction.exec0(
            "ALTER TABLE posting ADD CONSTRAINT no_gnomes CHECK (title NOT LIKE '%gnome%')"
        );
        transaction.commit();
    }
    const std::string feed = indexer.feed(
        {partner_record("1"),
         partner_record("2", {{"title", "Garden gnome"}}),
         partner_record("3", {{"title", "Other gnome"}, {"noc", "72001"}}),
         partner_record("4")}
    );
    const json::object first = indexer.ingest({feed});
    check(first, {.stored = 2, .quarantined = 2, .added = 4});
    EXPECT_THAT(quarantine(indexer), ElementsAre(Quarantined{2, ""}, Quarantined{3, "noc_2021"}));
    for (const auto& [reason, count] : reasons(first)) {
        EXPECT_THAT(reason, HasSubstr("no_gnomes"));
        EXPECT_EQ(count, 1);
    }
    EXPECT_THAT(indexer.found("welder"), SizeIs(2));
    check(indexer.ingest({feed}), {.stored = 2, .quarantined = 2, .unchanged = 4});
}

TEST(Ingest, of_the_same_file_again_changes_nothing) {
    Indexer indexer;
    const std::string feed = indexer.feed(
        {partner_record("1"),
         "no json",
         partner_record("3", {{"noc", "72001"}}),
         partner_record("4"),
         partner_record("1", {{"title", "Night welder"}})}
    );
    const json::object first = indexer.ingest({feed});
    check(first, {.stored = 2, .quarantined = 3, .added = 5});
    const json::object second = indexer.ingest({feed});
    check(second, {.stored = 2, .quarantined = 3, .unchanged = 5});
    EXPECT_EQ(reasons(second), reasons(first));
    EXPECT_EQ(second.at("index"), first.at("index"));
    EXPECT_EQ(indexer.postings().totals().quarantined, 3);
}

TEST(Ingest, takes_the_last_of_the_records_with_one_id) {
    Indexer indexer;
    const json::object report = indexer.ingest({indexer.feed(
        {partner_record("1", {{"title", "Baker"}, {"noc", "63202"}}),
         partner_record("2"),
         partner_record("1")}
    )});
    check(report, {.stored = 2, .quarantined = 1, .added = 3});
    EXPECT_THAT(indexer.found("baker"), IsEmpty());
    EXPECT_THAT(indexer.found("welder"), SizeIs(2));
    EXPECT_THAT(quarantine(indexer), ElementsAre(Quarantined{1, "source_id"}));
}

TEST(Ingest, follows_records_that_change_turn_bad_and_recover) {
    Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("1"), partner_record("2")})});
    const std::string cook = partner_record("1", {{"title", "Cook"}, {"noc", "63200"}});
    const json::object changed = indexer.ingest({indexer.feed({cook, partner_record("2")})});
    check(changed, {.stored = 2, .changed = 1, .unchanged = 1});
    EXPECT_THAT(indexer.found("cook"), SizeIs(1));

    const std::string bad = partner_record("1", {{"title", "Join our team"}, {"noc", ""}});
    check(
        indexer.ingest({indexer.feed({bad, partner_record("2")})}),
        {.stored = 1, .quarantined = 1, .changed = 1, .unchanged = 1}
    );
    EXPECT_THAT(indexer.found("cook"), IsEmpty());
    EXPECT_THAT(indexer.found(""), SizeIs(1));

    check(indexer.ingest({indexer.feed({cook})}), {.stored = 1, .changed = 1});
    EXPECT_THAT(indexer.found("cook"), SizeIs(1));
    EXPECT_EQ(indexer.postings().totals().quarantined, 0);
}

TEST(Ingest, codes_a_title_that_leaves_no_doubt_and_overrules_nothing_stated) {
    Indexer indexer;
    const json::object report = indexer.ingest({indexer.feed(
        {partner_record("1", {{"noc", ""}}),
         partner_record("2", {{"title", "Soudeuse"}, {"noc", ""}}),
         partner_record("3", {{"title", "Join our team"}, {"noc", ""}}),
         partner_record("4", {{"title", "Cook"}}),
         partner_record("5", {{"noc", "99999"}})}
    )});
    check(report, {.stored = 3, .quarantined = 2, .added = 5});
    pqxx::connection connection{indexer.database()};
    pqxx::work transaction{connection};
    std::vector<std::string> codings;
    for (const auto& row : transaction.exec(
             "SELECT concat_ws(' ', source_id, noc, noc_origin, coded_nocs[1]) FROM posting "
             "WHERE verified ORDER BY source_id"
         )) {
        codings.push_back(row[0].as<std::string>());
    }
    EXPECT_THAT(
        codings, ElementsAre("1 72106 coded 72106", "2 72106 coded 72106", "4 72106 stated 63200")
    );
}

TEST(Ingest, serves_a_posting_once_its_day_has_come) {
    Indexer indexer;
    const std::string feed = indexer.feed({partner_record("1", {{"posted", "2026-11-16"}})});
    check(indexer.ingest({feed, "--as-of", "2026-11-15"}), {.quarantined = 1, .added = 1});
    EXPECT_THAT(indexer.found("welder"), IsEmpty());
    check(indexer.ingest({feed, "--as-of", "2026-11-16"}), {.stored = 1, .changed = 1});
    EXPECT_THAT(indexer.found("welder"), SizeIs(1));
}

TEST(Ingest, counts_statistics_apart_and_never_serves_them) {
    Indexer indexer;
    const auto mapping = indexer.folder().write("figures.json", R"({
        "name": "figures", "records": "statistics", "format": "csv",
        "fields": {
            "source_id": "Key", "title": "Job", "noc_2021": "NOC", "date_posted": "Day",
            "city": "City", "province": "Province", "pay_text": "Pay"
        }})");
    const auto table = indexer.folder().write(
        "figures.csv",
        "Key,Job,NOC,Day,City,Province,Pay\n"
        "1,Welder,72106,2026-10-01,Calgary,AB,$30.00 hourly\n"
        "2,Join our team,,2026-10-01,Calgary,AB,$30.00 hourly\n"
        "3,Welder,72106,2026-10-01,Calgary,AB,30 USD hourly\n"
    );
    const std::string source = mapping.string() + '=' + table.string();
    check(indexer.ingest({source}), {.statistics = 1, .quarantined = 2, .added = 3});
    check(indexer.ingest({source}), {.statistics = 1, .quarantined = 2, .unchanged = 3});
    EXPECT_EQ(indexer.postings().totals().statistics, 1);
    EXPECT_EQ(indexer.postings().totals().verified, 0);
    EXPECT_THAT(indexer.found(""), IsEmpty());
}

TEST(Ingest, counts_rows_of_the_open_data_in_months_without_a_key) {
    Indexer indexer;
    const std::u16string table =
        u"\uFEFFJob Title\tNOC21 Code\tFirst Posting Date\tProvince/Territory\tCity\t"
        u"Salary Minimum\tSalary Maximum\tSalary Per\r\n"
        u"welder\t72106\t2026/10/01\tQuebec\tLévis\t30.00\tNA\tHour\r\n"
        u"cook\t63200\t2026/10/02\tNova Scotia\tHalifax\tNA\tNA\tNA\r\n"
        u"various jobs\tNA\t2026/10/02\tNova Scotia\tHalifax\tNA\tNA\tNA\r\n";
    std::string bytes;
    for (const char16_t unit : table) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    const std::string source = REPOSITORY_ROOT "/deploy/mappings/jobbank_open_data.json=" +
                               indexer.folder().write("month.csv", bytes).string();
    check(indexer.ingest({source}), {.statistics = 2, .quarantined = 1, .added = 3});
    check(indexer.ingest({source}), {.statistics = 2, .quarantined = 1, .unchanged = 3});
    EXPECT_THAT(indexer.found(""), IsEmpty());
}

TEST(Ingest, of_a_dry_run_reports_the_same_and_writes_nothing) {
    Indexer indexer;
    const std::string feed =
        indexer.feed({partner_record("1"), "no json", partner_record("3", {{"noc", "72001"}})});
    const json::object dry = indexer.ingest({feed, "--dry-run"});
    check(dry, {.stored = 1, .quarantined = 2, .added = 3});
    EXPECT_TRUE(dry.at("index").is_null());
    EXPECT_EQ(indexer.postings().totals().verified, 0);
    EXPECT_EQ(indexer.postings().totals().quarantined, 0);
    EXPECT_FALSE(std::filesystem::exists(indexer.index()));
    EXPECT_EQ(reasons(indexer.ingest({feed})), reasons(dry));
    check(
        indexer.ingest({feed, "--dry-run"}),
        {.stored = 1, .quarantined = 2, .added = 2, .unchanged = 1}
    );
}

TEST(Ingest, of_many_batches_counts_every_record_once) {
    Indexer indexer;
    std::vector<std::string> lines;
    for (int number = 0; number < 1'730; ++number) {
        const bool bad = number % 10 == 0;
        lines.push_back(
            bad ? "bad " + std::to_string(number) : partner_record(std::to_string(number))
        );
    }
    const std::string feed = indexer.feed(lines);
    check(indexer.ingest({feed}), {.stored = 1'557, .quarantined = 173, .added = 1'730});
    EXPECT_EQ(search::status(indexer.index()).documents, 1'557);
    check(indexer.ingest({feed}), {.stored = 1'557, .quarantined = 173, .unchanged = 1'730});
}

}  // namespace
