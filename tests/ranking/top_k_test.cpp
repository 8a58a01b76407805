#include "matcher/ranking/top_k.hpp"

#include "matcher/rules/rule_book.hpp"
#include "tests/ranking/random_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>

namespace {

using random_candidate::between;
using random_candidate::built_in_model;
using random_candidate::Random;
using random_candidate::today;
using ranking::Order;
using ranking::Ranked;
using ranking::Row;
using ranking::Snapshot;

const rules::RuleSet& rule_set(const std::string_view id) {
    static const rules::RuleBook book = rules::built_in().value();
    return *book.find(id);
}

ranking::LiftByNoc lift_under(const std::string_view id) { return {rule_set(id), {}}; }

constexpr std::string_view by_major_group = "2022-11-16";
constexpr std::string_view no_points = "2025-03-25";
constexpr std::string_view not_known = "2026-11-03";

// --- the order

void expect_order(const std::vector<Ranked>& expected) {
    for (std::size_t left = 0; left < expected.size(); ++left) {
        for (std::size_t right = 0; right < expected.size(); ++right) {
            EXPECT_EQ(ranking::before(expected[left], expected[right]), left < right)
                << left << " and " << right;
        }
    }
}

Ranked ranked(
    const domain::PostingId id,
    const int fit,
    const express_entry::Points points,
    const bool after,
    const std::optional<int> key = std::nullopt
) {
    return {.id = id, .fit = fit, .basis_points = points, .placed_after = after, .key = key};
}

TEST(Before, orders_by_fit_then_points_then_id) {
    expect_order(
        {ranked(9, 80, 0, false),
         ranked(8, 70, 200, false),
         ranked(3, 70, 50, false),
         ranked(4, 70, 50, false),
         ranked(2, 70, 0, false),
         ranked(1, 70, {}, false),
         ranked(0, 100, 200, true)}
    );
}

TEST(Before, orders_by_the_key_first_and_by_what_is_not_known_last) {
    expect_order(
        {ranked(9, 10, 200, false, 200),
         ranked(8, 80, 50, false, 50),
         ranked(3, 70, 50, false, 50),
         ranked(4, 70, 50, false, 50),
         ranked(2, 90, 0, false, 0),
         ranked(5, 90, 0, false, -40),
         ranked(1, 100, {}, false),
         ranked(0, 100, 200, true, 300)}
    );
}

// --- lift by occupation

Row row_of(const int noc) {
    Row row;
    row.id = 1;
    row.noc = noc;
    return row;
}

TEST(LiftByNoc, is_the_lift_of_an_offer_in_the_occupation) {
    const ranking::LiftByNoc lift = lift_under(by_major_group);
    EXPECT_EQ(lift.points(row_of(12)), 200);
    EXPECT_EQ(lift.points(row_of(21231)), 50);
    EXPECT_EQ(lift.points(row_of(65200)), 0);
    EXPECT_EQ(lift_under(no_points).points(row_of(12)), 0);
    EXPECT_EQ(lift_under(not_known).points(row_of(12)), std::nullopt);
}

TEST(LiftByNoc, is_zero_where_the_row_states_a_disqualifying_term) {
    Row in_quebec = row_of(12);
    in_quebec.offer_zero = 1 + static_cast<int>(express_entry::LiftReason::quebec);
    EXPECT_EQ(lift_under(by_major_group).points(in_quebec), 0);
    EXPECT_EQ(lift_under(not_known).points(in_quebec), 0);
}

TEST(LiftByNoc, agrees_with_the_lift_of_each_posting) {
    std::vector<domain::Posting> postings(1);
    postings.front().id = 1;
    postings.front().date_posted = today;
    postings.front().job_locations.emplace_back();
    const auto add = [&](auto change) { change(postings.emplace_back(postings.front())); };
    add([](auto& posting) { posting.job_locations.front().province = domain::Province::QC; });
    add([](auto& posting) { posting.work_time = domain::WorkTime::part_time; });
    add([](auto& posting) { posting.term = domain::EmploymentTerm::seasonal; });
    add([](auto& posting) { posting.term = domain::EmploymentTerm::permanent; });
    for (domain::Posting& posting : postings) {
        for (const int noc : {12, 10010, 21231, 65200}) {
            posting.noc = domain::NocCode::from_number(noc);
            for (const std::string_view id : {by_major_group, no_points, not_known}) {
                const auto lift = express_entry::lift(
                    rule_set(id),
                    express_entry::LiftRole::basis,
                    today,
                    {},
                    express_entry::offer_terms(posting)
                );
                EXPECT_EQ(lift_under(id).points(ranking::row(posting)), lift.points)
                    << noc << " under " << id;
            }
        }
    }
}

TEST(LiftByNoc, is_what_the_whole_score_changes_by) {
    express_entry::CrsInput nominated;
    nominated.provincial_nomination = true;
    const ranking::LiftByNoc lift{rule_set(by_major_group), nominated};
    EXPECT_EQ(lift.points(row_of(12)), 0);
}

// --- the ranking

domain::Exclusions random_exclusions(Random& random) {
    domain::Exclusions exclusions;
    for (int count = between(random, -4, 4); count > 0; --count) {
        exclusions.postings.push_back(between(random, 1, 400));
        exclusions.employers.push_back("Employer " + std::to_string(between(random, 0, 9)));
    }
    if (between(random, 0, 3) == 0) {
        exclusions.nocs.push_back(random_candidate::noc(random));
    }
    return exclusions;
}

constexpr std::array orders{
    Order::fit, Order::lift, Order::pay, Order::newest, Order::distance, Order::best_chance};

const std::vector<fit::WishedPlace> halifax{
    {.province = domain::Province::NS, .spot = {.latitude = 4465, .longitude = -6357}}};

/// Words in common at random, the same ones for the same posting whenever they are asked for.
ranking::FoundText random_found(
    const int own_weight, const std::uint32_t salt, const domain::PostingId id
) {
    Random random{static_cast<std::uint32_t>(id) * 2'654'435'761U + salt};
    return {
        .weight = between(random, 0, own_weight),
        .title_permille = between(random, 0, 1'000),
        .title_known_permille = between(random, 0, 1'000)};
}

ranking::Text random_text(const int own_weight, const std::uint32_t salt, std::size_t& asked) {
    return {
        .own_weight = own_weight,
        .found =
            [=, &asked](const std::span<const domain::PostingId> ids) {
                EXPECT_TRUE(std::ranges::is_sorted(ids));
                asked += ids.size();
                std::vector<ranking::FoundText> found;
                for (const domain::PostingId id : ids) {
                    found.push_back(random_found(own_weight, salt, id));
                }
                return found;
            },
    };
}

/// Says beforehand the most that random_text() will find: up to `slack` more, all of some.
void tell_most(ranking::Text& text, const std::uint32_t salt, const int slack) {
    text.found_max = [own_weight = static_cast<int>(text.own_weight), salt, slack](const auto ids) {
        std::vector<ranking::FoundText> most;
        for (const domain::PostingId id : ids) {
            ranking::FoundText one = random_found(own_weight, salt, id);
            const int more = static_cast<int>(id) % (slack + 1);
            one.weight =
                id % 5 == 0 ? own_weight : std::min<std::int64_t>(one.weight + more, own_weight);
            one.title_permille = id % 7 == 0 ? 1'000 : std::min(one.title_permille + more, 1'000);
            one.title_known_permille = std::min(one.title_known_permille + more, 1'000);
            most.push_back(one);
        }
        return most;
    };
}

/// Seldom everything at once: little would be left.
ranking::Filter random_filter(Random& random, std::vector<domain::PostingId>& among) {
    ranking::Filter filter;
    const auto now_and_then = [&] { return between(random, 0, 5) == 0; };
    if (now_and_then()) {
        filter.provinces = static_cast<std::uint16_t>(between(random, 1, (1 << 13) - 1));
    }
    if (now_and_then()) {
        filter.teers = static_cast<std::uint8_t>(between(random, 1, (1 << 6) - 1));
    }
    if (now_and_then()) {
        filter.working_languages = static_cast<std::uint8_t>(between(random, 1, (1 << 5) - 1));
    }
    filter.remote = now_and_then();
    if (now_and_then()) {
        filter.nocs = {random_candidate::noc(random), random_candidate::noc(random)};
    }
    if (now_and_then()) {
        filter.hourly_pay_min = between(random, 1, 6'000);
    }
    if (now_and_then()) {
        for (domain::PostingId id = between(random, 1, 40); id < 450;
             id += between(random, 1, 40)) {
            among.push_back(id);
        }
        filter.among = among;
    }
    return filter;
}

TEST(TopK, equals_the_naive_scan) {
    Random random = random_candidate::seeded();
    std::size_t asked = 0;
    for (int round = 0; round < 150 && !HasFailure(); ++round) {
        std::vector<Row> rows = random_rows::rows(random, between(random, 0, 400));
        for (Row& row : rows) {
            row.employer = ranking::employer_hash("Employer " + std::to_string(row.employer));
        }
        const Snapshot snapshot{rows, round};
        const fit::CandidateTraits candidate{
            random_candidate::candidate(random),
            today,
            built_in_model(),
            between(random, 0, 1) == 0 ? halifax : std::vector<fit::WishedPlace>{}};
        const domain::Exclusions exclusions = random_exclusions(random);
        const domain::Date as_of = today + std::chrono::days{between(random, -95, 75)};
        std::vector<domain::PostingId> among;
        const ranking::Filter filter = random_filter(random, among);
        const auto salt = static_cast<std::uint32_t>(between(random, 0, 99));
        ranking::Text text = random_text(between(random, 0, 1) * 500, salt, asked);
        if (between(random, 0, 1) == 0) {
            tell_most(text, salt, between(random, 0, 1) * 200);
        }
        for (const std::string_view id : {by_major_group, no_points, not_known}) {
            const ranking::LiftByNoc lift = lift_under(id);
            for (const Order order : orders) {
                for (const std::size_t count : {0U, 1U, 10U, 1000U}) {
                    const ranking::Query query{
                        .as_of = as_of,
                        .order = order,
                        .count = count,
                        .points_needed = between(random, 0, 4) == 0
                                             ? std::nullopt
                                             : std::optional{between(random, -10, 210)},
                        .filter = filter,
                        .facets = between(random, 0, 1) == 0};
                    const auto found =
                        ranking::top_k(snapshot, candidate, exclusions, lift, query, text);
                    const auto expected =
                        ranking::naive_scan(snapshot, candidate, exclusions, lift, query, text);
                    EXPECT_EQ(found.best, expected.best)
                        << "round " << round << ", order " << static_cast<int>(order);
                    EXPECT_EQ(found.live, expected.live) << "round " << round;
                    EXPECT_EQ(found.shown, expected.shown) << "round " << round;
                    EXPECT_EQ(found.facets, expected.facets) << "round " << round;
                }
            }
        }
    }
}

TEST(TopK, looks_up_words_only_where_they_can_change_the_list) {
    Random random = random_candidate::seeded();
    const Snapshot snapshot{random_rows::rows(random, 20'000), 1};
    std::size_t asked = 0;
    const auto found = ranking::top_k(
        snapshot,
        {random_candidate::candidate(random), today, built_in_model()},
        {},
        lift_under(by_major_group),
        {.as_of = today, .order = Order::newest, .count = 10},
        random_text(500, 1, asked)
    );
    ASSERT_EQ(found.best.size(), 10U);
    EXPECT_EQ(found.texts_compared, asked);
    // Two hundred are posted on each day: no other day can reach the list.
    EXPECT_LT(asked, 400U);
}

TEST(TopK, looks_up_fewer_words_where_the_most_of_each_is_known) {
    Random random = random_candidate::seeded();
    const Snapshot snapshot{random_rows::rows(random, 20'000), 1};
    const fit::CandidateTraits candidate{
        random_candidate::candidate(random), today, built_in_model()};
    const auto asked_by = [&](const bool most_known) {
        std::size_t asked = 0;
        ranking::Text text = random_text(500, 1, asked);
        if (most_known) {
            tell_most(text, 1, 0);
        }
        const ranking::Query query{.as_of = today, .order = Order::fit, .count = 10};
        const ranking::LiftByNoc lift = lift_under(by_major_group);
        const auto found = ranking::top_k(snapshot, candidate, {}, lift, query, text);
        EXPECT_EQ(found.best, ranking::naive_scan(snapshot, candidate, {}, lift, query, text).best);
        return found.texts_compared;
    };
    EXPECT_LT(asked_by(true), asked_by(false));
}

TEST(TopK, leaves_groups_alone_that_cannot_reach_the_list) {
    Random random = random_candidate::seeded();
    const Snapshot snapshot{random_rows::rows(random, 20'000), 1};
    domain::Candidate engineer;
    engineer.citizenship_status = domain::CitizenshipStatus::worker;
    engineer.jobs.emplace_back().noc = domain::NocCode::from_number(21231);
    engineer.jobs.front().start = today - std::chrono::days{2'000};
    engineer.jobs.front().hours_per_week = 40;
    const auto found = ranking::top_k(
        snapshot,
        {engineer, today, built_in_model()},
        {},
        lift_under(by_major_group),
        {.as_of = today, .order = Order::fit, .count = 10}
    );
    ASSERT_EQ(found.best.size(), 10U);
    EXPECT_LT(found.rows_scored, snapshot.rows().size() / 10);
}

TEST(TopK, hides_what_the_candidate_excluded_and_counts_it_once) {
    std::vector<Row> rows;
    for (domain::PostingId id = 1; id <= 4; ++id) {
        Row row = row_of(id == 4 ? 72106 : 21231);
        row.id = id;
        row.posted_day = domain::days_since_epoch(today);
        row.last_live_day = row.posted_day;
        row.employer = ranking::employer_hash(id == 2 ? "Érable Fictif inc." : "Other");
        rows.push_back(row);
    }
    const domain::Exclusions exclusions{
        .postings = {1, 2, 99},
        .employers = {"ERABLE FICTIF INC"},
        .nocs = {domain::NocCode::from_number(72106)}};
    const auto found = ranking::top_k(
        Snapshot{rows, 1},
        {domain::Candidate{}, today, built_in_model()},
        exclusions,
        lift_under(by_major_group),
        {.as_of = today, .order = Order::fit, .count = 10}
    );
    ASSERT_EQ(found.best.size(), 1U);
    EXPECT_EQ(found.best.front().id, 3);
    EXPECT_EQ(found.live, 1U);
}

}  // namespace
