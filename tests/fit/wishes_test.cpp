#include "tests/fit/own_model.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using fit::PartKind;
using fit::Reason;
using own_model::day;
using own_model::model;
using own_model::part;
using own_model::today;
using own_model::traits;

// --- wishes

const fit::Spot halifax{.latitude = 4465, .longitude = -6357};
const fit::Spot dartmouth{.latitude = 4467, .longitude = -6357};
const fit::Spot truro{.latitude = 4537, .longitude = -6328};   // 83 km from Halifax
const fit::Spot sydney{.latitude = 4614, .longitude = -6018};  // 313 km
const fit::Spot toronto{.latitude = 4370, .longitude = -7942};

TEST(Distance, is_that_of_an_atlas) {
    EXPECT_EQ(fit::distance_km(halifax, halifax), 0);
    EXPECT_EQ(fit::distance_km(halifax, dartmouth), 2);
    EXPECT_NEAR(fit::distance_km(halifax, truro), 83, 1);
    EXPECT_NEAR(fit::distance_km(halifax, sydney), 313, 2);
    EXPECT_NEAR(fit::distance_km(halifax, toronto), 1'265, 10);
    EXPECT_EQ(fit::distance_km(toronto, halifax), fit::distance_km(halifax, toronto));
}

TEST(Spot, is_as_exact_as_a_hundredth_of_a_degree) {
    EXPECT_EQ(
        fit::spot(domain::Coordinates{.latitude = 44.6488, .longitude = -63.5752}),
        (fit::Spot{.latitude = 4465, .longitude = -6358})
    );
    EXPECT_FALSE(fit::spot(std::nullopt).is_known());
}

struct PlaceCase {
    std::vector<domain::Province> provinces;
    bool near_halifax;
    fit::PostingTraits posting;
    int points;
    Reason reason;
    domain::CitizenshipStatus status = domain::CitizenshipStatus::worker;
};

void check_place(const PlaceCase& expected) {
    domain::Candidate candidate;
    candidate.preferences.provinces = expected.provinces;
    candidate.citizenship_status = expected.status;
    std::vector<fit::WishedPlace> places;
    if (expected.near_halifax) {
        places = {{.province = domain::Province::NS, .spot = halifax}};
    }
    const fit::CandidateTraits traits{candidate, today, model(), places};
    const fit::Part found = part(traits.fit(expected.posting, {}), PartKind::place);
    EXPECT_EQ(found.points, expected.points);
    EXPECT_EQ(found.reason, expected.reason);
}

TEST(PlacePart, falls_with_the_distance_from_the_place_wished_for) {
    using enum domain::Province;
    const auto at = [](const domain::Province province, const fit::Spot spot) {
        return fit::PostingTraits{.province = province, .spot = spot};
    };
    check_place({{}, false, at(ON, toronto), 10, Reason::place_not_wished});
    check_place({{}, true, at(NS, dartmouth), 10, Reason::place_near});
    check_place({{}, true, at(NS, truro), 6, Reason::place_far});
    check_place({{}, true, at(NS, sydney), 4, Reason::place_in_province});
    check_place({{}, true, at(NS, {}), 4, Reason::place_in_province});
    check_place({{}, true, at(ON, toronto), 1, Reason::place_elsewhere});
    check_place({{NS, ON}, true, at(ON, toronto), 2, Reason::province_far});
    check_place({{NS, ON}, true, at(ON, {}), 2, Reason::province_far});
    check_place({{NS, ON}, true, at(NS, sydney), 4, Reason::place_in_province});
    check_place({{NS, ON}, false, at(NS, sydney), 10, Reason::province_wished});
    check_place({{NS}, false, at(ON, toronto), 1, Reason::place_elsewhere});
}

TEST(PlacePart, asks_less_of_the_place_for_people_who_come_from_abroad) {
    using enum domain::Province;
    const fit::PostingTraits in_toronto{.province = ON, .spot = toronto};
    const fit::PostingTraits in_sydney{.province = NS, .spot = sydney};
    constexpr auto abroad = domain::CitizenshipStatus::abroad;
    check_place({{NS, ON}, true, in_toronto, 10, Reason::province_wished, abroad});
    check_place({{NS, ON}, true, in_sydney, 8, Reason::place_in_province, abroad});
    check_place({{}, true, in_sydney, 8, Reason::place_in_province, abroad});
    check_place({{}, true, in_toronto, 1, Reason::place_elsewhere, abroad});
}

TEST(PlacePart, is_met_anywhere_by_a_remote_job_unless_remote_work_is_not_wanted) {
    const fit::PostingTraits posting{
        .province = domain::Province::ON, .spot = toronto, .remote = true};
    domain::Candidate candidate;
    candidate.preferences.provinces = {domain::Province::NS};
    const auto place = [&] {
        return part(traits(candidate).fit(posting, {}), PartKind::place).reason;
    };
    EXPECT_EQ(place(), Reason::place_anywhere);
    candidate.preferences.remote = false;
    EXPECT_EQ(place(), Reason::place_elsewhere);
}

TEST(PlacePart, knows_how_far_the_candidate_would_go) {
    domain::Candidate candidate;
    candidate.citizenship_status = domain::CitizenshipStatus::worker;
    candidate.preferences.within_km = 83;
    const std::vector<fit::WishedPlace> places{{.province = domain::Province::NS, .spot = halifax}};
    const fit::PostingTraits posting{.province = domain::Province::NS, .spot = truro};
    const auto points = [&] {
        const fit::CandidateTraits traits{candidate, today, model(), places};
        return traits.place_points(posting);
    };
    EXPECT_EQ(points(), 10);
    candidate.preferences.within_km = 40;
    EXPECT_EQ(points(), 4);
}

TEST(PayPart, compares_the_highest_pay_stated_with_what_is_asked) {
    domain::Candidate candidate;
    const auto pay = [&](const std::int32_t cents) {
        return part(traits(candidate).fit({.hourly_pay = cents}, {}), PartKind::pay);
    };
    EXPECT_EQ(pay(0).reason, Reason::pay_not_wished);
    candidate.preferences.hourly_pay_min = 3'000;
    EXPECT_EQ(pay(3'000).points, 10);
    EXPECT_EQ(pay(2'999).points, 4);
    EXPECT_EQ(pay(2'700).reason, Reason::pay_nearly_met);
    EXPECT_EQ(pay(2'699).points, 0);
    EXPECT_EQ(pay(2'699).reason, Reason::pay_short);
    EXPECT_EQ(pay(0).points, 5);
    EXPECT_EQ(pay(0).reason, Reason::pay_not_stated);
}

TEST(RemotePart, is_met_where_the_job_is_as_wished) {
    domain::Candidate candidate;
    const auto points = [&](const bool remote) { return traits(candidate).remote_points(remote); };
    EXPECT_EQ(points(true), 4);
    EXPECT_EQ(points(false), 4);
    candidate.preferences.remote = true;
    EXPECT_EQ(points(true), 4);
    EXPECT_EQ(points(false), 0);
    candidate.preferences.remote = false;
    EXPECT_EQ(points(true), 0);
    EXPECT_EQ(points(false), 4);
}

TEST(StartPart, is_missed_where_the_job_begins_before_the_candidate_can) {
    domain::Candidate candidate;
    const auto reason = [&](const std::int32_t day) {
        return part(traits(candidate).fit({.starts_day = day}, {}), PartKind::start).reason;
    };
    const int april_1 = domain::days_since_epoch(day("2021-04-01"));
    EXPECT_EQ(reason(april_1), Reason::start_not_wished);
    candidate.preferences.available_from = day("2021-04-01");
    EXPECT_EQ(reason(april_1), Reason::start_late_enough);
    EXPECT_EQ(reason(april_1 - 1), Reason::start_too_early);
    EXPECT_EQ(reason(0), Reason::start_not_stated);
}

TEST(StartPart, looks_at_the_first_day_that_the_posting_states) {
    domain::Posting posting;
    posting.noc = own_model::noc("21231");
    EXPECT_EQ(fit::traits(posting).starts_day, 0);
    posting.starts_on = day("2021-03-31");
    domain::Candidate candidate;
    candidate.preferences.available_from = day("2021-04-01");
    const fit::Part early = part(traits(candidate).fit(fit::traits(posting), {}), PartKind::start);
    EXPECT_EQ(early.reason, Reason::start_too_early);
    EXPECT_EQ(early.starts_on, posting.starts_on);
    posting.starts_on = day("2021-04-01");
    EXPECT_EQ(
        part(traits(candidate).fit(fit::traits(posting), {}), PartKind::start).reason,
        Reason::start_late_enough
    );
}

}  // namespace
