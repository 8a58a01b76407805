#include "matcher/ranking/columns_file.hpp"

#include "tests/ranking/random_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

namespace {

using random_candidate::between;
using random_candidate::Random;
using ranking::Row;
using ranking::Snapshot;

constexpr const char* database = "7439/1/16384";

std::string file_of(const Snapshot& snapshot) {
    return ranking::columns_file(snapshot.rows(), snapshot.revision(), database);
}

std::string refusal(const std::string_view file, const std::string_view of = database) {
    const auto read = ranking::snapshot_from(file, of);
    return read ? "" : read.error().message;
}

TEST(ColumnsFile, gives_back_the_snapshot) {
    Random random = random_candidate::seeded();
    for (const int count : {0, 1, 2, 777}) {
        const Snapshot written{random_rows::rows(random, count), 41 + count};
        const auto read = ranking::snapshot_from(file_of(written), database);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->rows(), written.rows());
        EXPECT_EQ(read->revision(), 41 + count);
        EXPECT_EQ(read->groups().size(), written.groups().size());
        EXPECT_EQ(read->places(), written.places());
        EXPECT_EQ(read->live_on(random_candidate::today), written.live_on(random_candidate::today));
        EXPECT_EQ(file_of(*read), file_of(written));
    }
}

TEST(ColumnsFile, takes_up_changes_as_the_snapshot_itself_would) {
    Random random = random_candidate::seeded();
    const Snapshot written{random_rows::rows(random, 300), 1};
    const Snapshot read = ranking::snapshot_from(file_of(written), database).value();
    std::vector<Row> changed;
    for (domain::PostingId id = 250; id < 350; ++id) {
        changed.push_back(random_rows::row(random, id));
    }
    EXPECT_EQ(read.with(changed, {1, 2, 3}, 2).rows(), written.with(changed, {1, 2, 3}, 2).rows());
}

TEST(ColumnsFile, is_refused_when_any_one_bit_is_another) {
    Random random = random_candidate::seeded();
    const std::string file = file_of(Snapshot{random_rows::rows(random, 3), 5});
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        std::string flipped = file;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_NE(refusal(flipped), "") << "bit " << bit;
    }
}

TEST(ColumnsFile, is_refused_at_any_other_length) {
    Random random = random_candidate::seeded();
    const std::string file = file_of(Snapshot{random_rows::rows(random, 3), 5});
    for (std::size_t length = 0; length < file.size(); ++length) {
        EXPECT_NE(refusal(std::string_view{file}.substr(0, length)), "") << length;
    }
    EXPECT_NE(refusal(file + '\0'), "");
    EXPECT_NE(refusal(file + std::string(47, '\0')), "");
}

TEST(ColumnsFile, is_of_one_database) {
    const std::string file = file_of(Snapshot{{}, 5});
    EXPECT_EQ(refusal(file), "");
    EXPECT_EQ(refusal(file, "7439/2/16384"), "belongs to another database");
    EXPECT_EQ(refusal(file, ""), "belongs to another database");
    EXPECT_EQ(refusal(file, std::string(100, '7')), "belongs to another database");
    EXPECT_EQ(
        refusal("no columns at all, but as many bytes as a header has, and more: "
                "................................................"),
        "is no file of columns"
    );
}

TEST(ColumnsFile, holds_no_row_that_ranking_could_not_look_up) {
    Random random = random_candidate::seeded();
    using Spoil = std::function<void(Row&)>;
    const std::vector<std::pair<const char*, Spoil>> all{
        {"id", [](Row& row) { row.id = 0; }},
        {"posted_day", [](Row& row) { row.posted_day = std::numeric_limits<std::int32_t>::max(); }},
        {"last day",
         [](Row& row) { row.last_live_day = std::numeric_limits<std::int32_t>::max(); }},
        {"starts_day", [](Row& row) { row.starts_day = std::numeric_limits<std::int32_t>::min(); }},
        {"noc", [](Row& row) { row.noc = 100'000; }},
        {"teer", [](Row& row) { row.noc = 6'000; }},
        {"pay", [](Row& row) { row.hourly_pay = -1; }},
        {"spot", [](Row& row) { row.spot = {.latitude = fit::Spot::unknown, .longitude = 1}; }},
        {"latitude", [](Row& row) { row.spot = {.latitude = 9'001, .longitude = 0}; }},
        {"province", [](Row& row) { row.province = 13; }},
        {"provinces", [](Row& row) { row.provinces = 0; }},
        {"province of none", [](Row& row) { row.provinces |= 1U << 13U; }},
        {"language", [](Row& row) { row.working_language = 5; }},
        {"licence", [](Row& row) { row.licence_asked = domain::licences; }},
        {"education", [](Row& row) { row.education_asked = 9; }},
        {"offer", [](Row& row) { row.offer_zero = 255; }},
        {"flags", [](Row& row) { row.flags = 128; }},
    };
    for (const auto& [name, spoil] : all) {
        std::vector<Row> rows{random_rows::row(random, 1)};
        spoil(rows.front());
        EXPECT_EQ(
            refusal(ranking::columns_file(rows, 1, database)), "holds a row that cannot be: row 1"
        ) << name;
    }
    const Row one = random_rows::row(random, 1);
    EXPECT_EQ(
        refusal(ranking::columns_file(std::vector{one, one}, 1, database)),
        "holds a row that cannot be: row 2"
    );
}

domain::Posting random_posting(Random& random, const domain::PostingId id) {
    domain::Posting posting;
    posting.id = id;
    posting.hiring_organization = "Exemple " + std::to_string(between(random, 0, 99));
    domain::Place& place = posting.job_locations.emplace_back();
    place.province = static_cast<domain::Province>(between(random, 0, 12));
    if (between(random, 0, 1) == 1) {
        place.coordinates = {
            .latitude = between(random, 4'200, 7'000) / 100.0,
            .longitude = -between(random, 5'300, 14'000) / 100.0};
    }
    posting.date_posted = domain::date_from_days(between(random, 18'600, 18'700));
    posting.noc = random_candidate::noc(random);
    posting.term = static_cast<domain::EmploymentTerm>(between(random, 0, 4));
    posting.work_time = static_cast<domain::WorkTime>(between(random, 0, 2));
    posting.working_language = static_cast<domain::WorkingLanguage>(between(random, 0, 4));
    posting.licence_asked = static_cast<domain::Licence>(between(random, 0, 6));
    posting.refuses_outside_canada = between(random, 0, 1) == 1;
    posting.remote = between(random, 0, 1) == 1;
    if (between(random, 0, 1) == 1) {
        posting.education_asked = static_cast<domain::EducationLevel>(between(random, 0, 7));
        posting.starts_on = *posting.date_posted + std::chrono::days{between(random, 0, 90)};
        posting.term_ends = *posting.date_posted + std::chrono::days{between(random, 0, 900)};
        posting.experience_asked.emplace().min_months = between(random, 0, 300);
        posting.base_salary.emplace().hourly_max = between(random, 1'500, 9'000);
    }
    if (between(random, 0, 1) == 0) {
        posting.original_title = "Cashier";
        posting.coded_nocs = {{.noc = *posting.noc, .permille = between(random, 0, 1'000)}};
    }
    return posting;
}

/// What the rows of 500 postings are under row_version, on a machine whose lowest byte comes first.
/// Where this fails, row() makes another row of the same posting: increase row_version, so that
/// columns in files are made anew, and put the new sum here.
TEST(RowVersion, is_another_where_rows_are) {
    Random random{20261128};
    std::vector<Row> rows;
    for (domain::PostingId id = 1; id <= 500; ++id) {
        rows.push_back(ranking::row(random_posting(random, id)));
    }
    std::uint64_t sum = 14695981039346656037U;
    const auto add = [&sum](const auto value) {
        sum = (sum ^ static_cast<std::uint64_t>(value)) * 1099511628211U;
    };
    for (const Row& row : rows) {
        add(row.posted_day);
        add(row.last_live_day);
        add(row.noc);
        add(row.employer);
        add(row.hourly_pay);
        add(row.starts_day);
        add(row.spot.latitude);
        add(row.spot.longitude);
        add(row.provinces);
        add(row.province);
        add(row.title_support);
        add(row.experience_months_asked);
        add(row.working_language);
        add(row.licence_asked);
        add(row.education_asked);
        add(row.offer_zero);
        add(row.flags);
    }
    EXPECT_EQ(ranking::row_version, 4);
    EXPECT_EQ(sum, 141712370826130112U);
}

}  // namespace
