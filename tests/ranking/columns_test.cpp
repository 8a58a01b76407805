#include "matcher/ranking/columns.hpp"

#include "tests/ranking/random_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace {

using random_candidate::between;
using random_candidate::Random;
using ranking::Row;
using ranking::Snapshot;

domain::Date day(const std::string& text) { return domain::parse_date(text).value(); }

domain::Posting posting() {
    domain::Posting result;
    result.id = 7;
    result.hiring_organization = "Boulangerie Épi d'Or inc.";
    result.job_locations.emplace_back().province = domain::Province::QC;
    result.date_posted = day("2021-03-01");
    result.noc = domain::NocCode::parse("00012").value();
    return result;
}

TEST(Row, keeps_what_fit_looks_at) {
    domain::Posting full = posting();
    full.experience_asked = domain::ExperienceAsked{};
    full.experience_asked->min_months = 36;
    full.refuses_outside_canada = true;
    full.licence_asked = domain::Licence::engineering;
    for (const auto language :
         {domain::WorkingLanguage::not_stated, domain::WorkingLanguage::bilingual}) {
        full.working_language = language;
        const fit::PostingTraits expected = fit::traits(full);
        const fit::PostingTraits found = ranking::traits(ranking::row(full));
        EXPECT_EQ(found.noc, expected.noc);
        EXPECT_EQ(found.experience_months_asked, 36);
        EXPECT_TRUE(found.experience_stated);
        EXPECT_EQ(found.working_language, language);
        EXPECT_EQ(found.french_likely, language == domain::WorkingLanguage::not_stated);
        EXPECT_TRUE(found.refuses_outside_canada);
        EXPECT_EQ(found.licence_asked, domain::Licence::engineering);
    }
}

TEST(Row, knows_the_last_day_and_the_term_that_makes_an_offer_worth_nothing) {
    domain::Posting one = posting();
    EXPECT_EQ(ranking::row(one).last_live_day, domain::days_since_epoch(day("2021-04-30")));
    EXPECT_EQ(
        ranking::row(one).offer_zero, 1 + static_cast<int>(express_entry::LiftReason::quebec)
    );
    one.job_locations.front().province = domain::Province::ON;
    one.valid_through = day("2021-03-20");
    EXPECT_EQ(ranking::row(one).last_live_day, domain::days_since_epoch(day("2021-03-20")));
    EXPECT_EQ(ranking::row(one).offer_zero, 0);
}

TEST(Row, is_live_from_the_day_posted_to_the_last_day) {
    domain::Posting one = posting();
    one.valid_through = day("2021-03-20");
    const Row row = ranking::row(one);
    EXPECT_FALSE(ranking::is_live(row, day("2021-02-28")));
    EXPECT_TRUE(ranking::is_live(row, day("2021-03-01")));
    EXPECT_TRUE(ranking::is_live(row, day("2021-03-20")));
    EXPECT_FALSE(ranking::is_live(row, day("2021-03-21")));
}

TEST(EmployerHash, folds_case_accents_spaces_and_punctuation) {
    const auto same = [](const std::string_view left, const std::string_view right) {
        return ranking::employer_hash(left) == ranking::employer_hash(right);
    };
    EXPECT_TRUE(same("Boulangerie Épi d'Or inc.", "BOULANGERIE EPI D’OR, INC"));
    EXPECT_TRUE(same("Cœur de Sœur", "COEUR DE SOEUR"));
    EXPECT_TRUE(same("\u00C9toile", "E\u0301toile"));
    EXPECT_TRUE(same("Łódź Straße ÿ", "lodz strasse Ÿ"));
    EXPECT_TRUE(same("A.B.C. Ltd", "ABC-Ltd"));
    EXPECT_FALSE(same("Boulangerie Épi", "Boulangerie Epis"));
    EXPECT_FALSE(same("示例", "例示"));
    EXPECT_FALSE(same("Store 1", "Store 2"));
    EXPECT_FALSE(same("\xC3", ""));  // A byte that begins no character stands for itself.
}

/// What a snapshot must hold: groups that cover the rows, by NOC and id.
void check(const Snapshot& snapshot, std::map<domain::PostingId, Row> expected) {
    std::map<int, ranking::Places::Place> places;
    std::size_t end = 0;
    for (const Snapshot::Group& group : snapshot.groups()) {
        ASSERT_EQ(group.begin, end);
        ASSERT_LT(group.begin, group.end);
        end = group.end;
        for (std::size_t index = group.begin; index < group.end; ++index) {
            Row row = snapshot.rows()[index];
            ASSERT_EQ(row.noc, group.noc.number());
            ASSERT_LE(row.hourly_pay, group.pay_max);
            ASSERT_LE(row.posted_day, group.posted_last);
            // The same number for the same place, and for no other; which one is the snapshot's
            // own.
            const ranking::Places::Place place{.spot = row.spot, .province = row.province};
            ASSERT_LT(row.place, snapshot.places());
            ASSERT_EQ(places.try_emplace(row.place, place).first->second, place);
            row.place = 0;
            ASSERT_TRUE(index == group.begin || snapshot.rows()[index - 1].id < row.id);
            ASSERT_EQ(row, expected.at(row.id));
            expected.erase(row.id);
        }
    }
    ASSERT_EQ(end, snapshot.rows().size());
    ASSERT_TRUE(expected.empty());
    ASSERT_TRUE(std::ranges::is_sorted(snapshot.groups(), {}, &Snapshot::Group::noc));
}

TEST(Snapshot, that_is_empty_has_no_groups_and_nothing_live) {
    const Snapshot snapshot;
    EXPECT_TRUE(snapshot.groups().empty());
    EXPECT_EQ(snapshot.live_on(random_candidate::today), 0U);
    EXPECT_EQ(snapshot.revision(), 0);
}

TEST(Snapshot, counts_what_is_live_on_any_day) {
    Random random = random_candidate::seeded();
    const Snapshot snapshot{random_rows::rows(random, 400), 1};
    for (int days = -100; days <= 100; ++days) {
        const domain::Date date = random_candidate::today + std::chrono::days{days};
        const auto live = std::ranges::count_if(snapshot.rows(), [&](const Row& row) {
            return ranking::is_live(row, date);
        });
        EXPECT_EQ(snapshot.live_on(date), static_cast<std::size_t>(live)) << days;
    }
}

TEST(Snapshot, taken_up_in_changes_is_the_snapshot_made_at_once) {
    Random random = random_candidate::seeded();
    std::map<domain::PostingId, Row> truth;
    Snapshot snapshot;
    for (int revision = 1; revision <= 200 && !HasFailure(); ++revision) {
        std::vector<Row> changed;
        std::vector<domain::PostingId> removed;
        for (domain::PostingId id = 1; id <= 60; ++id) {
            const int fate = between(random, 0, 9);
            if (fate == 0) {
                changed.push_back(random_rows::row(random, id));
                truth[id] = changed.back();
            } else if (fate == 1) {
                removed.push_back(id);  // Whether it is there or not.
                truth.erase(id);
            }
        }
        std::ranges::shuffle(changed, random);
        snapshot = snapshot.with(changed, removed, revision);
        SCOPED_TRACE("revision " + std::to_string(revision));
        EXPECT_EQ(snapshot.revision(), revision);
        check(snapshot, truth);
    }
}

}  // namespace
