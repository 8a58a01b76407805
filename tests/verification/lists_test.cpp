// What the checks say that look something up. Every employer, figure and page here is fictional.

#include "indexer/verification/lists.hpp"

#include "indexer/verification/check_lists.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/verify.hpp"
#include "tests/support/values.hpp"
#include "tests/verification/seen.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

namespace {

using domain::Province;
using support::day;
using support::noc;
using verification::Check;
using verification::EmployerLists;
using verification::LicenceNeeds;
using verification::Lists;
using verification::Verdict;
using verification::WageTable;

/// The lists of the tests, all published on 2026-01-10.
enum Id : verification::ListId {
    lmia_positive,
    lmia_negative,
    non_compliant,
    designated,
    communities,
    wages,
    minimum_wages,
    licensed,
    requirements,
};

std::vector<verification::PublishedList> published() {
    std::vector<verification::PublishedList> lists{
        {.kind = "lmia", .name = "positive 2025Q3"},
        {.kind = "lmia", .name = "negative 2025Q2"},
        {.kind = "non_compliant", .name = "employers"},
        {.kind = "aip_designated", .name = "employers"},
        {.kind = "pilot_communities", .name = "communities"},
        {.kind = "wages", .name = "by economic region"},
        {.kind = "minimum_wages", .name = "by province"},
        {.kind = "licensed_occupations", .name = "by province"},
        {.kind = "oasis_texts", .name = "employment requirements"}};
    for (auto& list : lists) {
        list.published_on = day("2026-01-10");
    }
    return lists;
}

EmployerLists employers() {
    EmployerLists lists;
    const auto lmia = [&](const Id list,
                          const char* period,
                          const char* employer,
                          const Province province,
                          const char* address,
                          const char* occupation) {
        lists.add(EmployerLists::LmiaRow{
            .list = list,
            .decision = list == lmia_positive ? EmployerLists::Decision::positive
                                              : EmployerLists::Decision::negative,
            .period = period,
            .province = province,
            .employer = employer,
            .address = address,
            .occupation = occupation,
            .positions = 2});
    };
    lmia(
        lmia_positive,
        "2025Q3",
        "Harbourline Canvas Works Ltd.",
        Province::NS,
        "Halifax, NS B3H 1A1",
        "94132-Sample sewers"
    );
    lmia(
        lmia_negative,
        "2025Q2",
        "Harbourline Canvas Works Limited",
        Province::NS,
        "Halifax, NS B3H 1A1",
        "65201-Sample helpers"
    );
    lmia(
        lmia_negative,
        "2025Q2",
        "Granite Cove Laundry Inc.",
        Province::NS,
        "Dartmouth, NS",
        "65320-Sample pressers"
    );
    for (const char* number : {"1234567", "7654321"}) {
        lmia(
            lmia_positive,
            "2025Q3",
            (std::string{number} + " Canada Inc. o/a Pelican Burger Hut").c_str(),
            Province::ON,
            "Toronto, ON",
            "65201-Sample helpers"
        );
    }
    lmia(lmia_positive, "2015", "Tamarack Point Nursery", Province::NS, "Halifax, NS", "");
    lmia(lmia_positive, "2025Q3", "Maple Ridgeview Bakehouse", Province::ON, "Ottawa, ON", "");
    lmia(lmia_positive, "2025Q3", "Maple Ridgeview Bakehouses", Province::ON, "Ottawa, ON", "");

    const auto listed = [&](const char* operating,
                            const char* legal,
                            const char* address,
                            const EmployerLists::Status status,
                            const char* decided,
                            const char* until) {
        lists.add(EmployerLists::NonCompliantRow{
            .list = non_compliant,
            .operating_name = operating,
            .legal_name = legal,
            .address = address,
            .penalty = "$1,000",
            .decided = decided,
            .decided_on = day(decided),
            .status_as_published = "as published",
            .status = status,
            .banned_until = *until == '\0' ? std::nullopt : std::optional{day(until)}});
    };
    using enum EmployerLists::Status;
    listed(
        "Cod Hollow Fish Packers",
        "1112223 Canada Inc.",
        "1 Wharf Road,, Truro, Nova Scotia",
        banned,
        "2025-02-01",
        "2027-02-01"
    );
    listed(
        "Driftwood Fencing Ltd.",
        "Driftwood Fencing Ltd.",
        "2 Pine Lane, Truro, Nova Scotia",
        unpaid,
        "2025-02-01",
        ""
    );
    listed(
        "Tidewater Roof Menders", "", "3 Pine Lane, Truro, Nova Scotia", banned, "2025-02-01", ""
    );
    listed(
        "Fundy Ropery",
        "Fundy Ropery",
        "4 Pine Lane, Truro, Nova Scotia",
        eligible,
        "2025-02-01",
        ""
    );
    listed(
        "Blomidon Kiln Co-op",
        "",
        "5 Pine Lane, Truro, Nova Scotia",
        banned,
        "2023-02-01",
        "2025-02-01"
    );
    listed("Late Decision Dairy", "", "6 Pine Lane, Truro, Nova Scotia", unpaid, "2026-01-09", "");
    listed(
        "Pelican Burger Hut",
        "3334445 Canada Inc.",
        "7 Pine Lane, Toronto, Ontario",
        unpaid,
        "2025-02-01",
        ""
    );

    lists.add(EmployerLists::DesignatedRow{
        .list = designated,
        .province = Province::NS,
        .employer = "Harbourline Canvas Works Ltd.",
        .location = "Halifax"});
    lists.add(EmployerLists::CommunityRow{
        .list = communities, .pilot = "RCIP", .community = "Sudbury", .province = Province::ON});
    lists.add(EmployerLists::CommunityRow{
        .list = communities, .pilot = "FCIP", .community = "Sudbury", .province = Province::ON});
    lists.add(EmployerLists::CommunityRow{
        .list = communities, .pilot = "RCIP", .community = "Halifax", .province = Province::NS});
    return lists;
}

WageTable wage_table() {
    WageTable table;
    const auto wage =
        [&](const char* edition, const char* code, const char* region, const domain::Cents median) {
            table.add(WageTable::WageRow{
                .list = wages, .edition = edition, .noc = code, .region = region, .median = median}
            );
        };
    wage("2011/2016", "6322", "Halifax Region", 1'600);
    wage("2011/2016", "6322", "Canada", 1'800);
    wage("2011/2016", "6321", "Canada", 2'400);
    wage("2011/2016", "6711", "Nova Scotia", 1'500);
    wage("2011/2016", "6711", "Northeast Region", 9'900);
    table.add(WageTable::WageRow{
        .list = wages,
        .edition = "2021",
        .noc = "31301",
        .region = "Canada",
        .median = 8'320'000,
        .yearly = true});
    table.add(WageTable::CityRow{
        .city = "Halifax", .province = Province::NS, .region = "Halifax Region", .share = 1});
    table.add(WageTable::CityRow{
        .city = "Timmins", .province = Province::ON, .region = "Northeast Region", .share = 1});
    table.add(WageTable::CityRow{
        .city = "Dawson Creek", .province = Province::BC, .region = "Northeast Region", .share = 1}
    );
    // Two places run together by the page that the list was read off.
    table.add(WageTable::CityRow{
        .city = "Various locationsHalifax, , NSRegina, ",
        .province = Province::SK,
        .region = "Halifax Region",
        .share = 1});
    table.add(WageTable::ConcordanceRow{.noc_2016 = "6322", .noc_2021 = noc("63200")});
    table.add(WageTable::ConcordanceRow{.noc_2016 = "6321", .noc_2021 = noc("63200")});
    table.add(WageTable::ConcordanceRow{.noc_2016 = "6711", .noc_2021 = noc("65201")});
    table.add(WageTable::MinimumRow{
        .list = minimum_wages,
        .province = Province::NS,
        .from = day("2024-04-01"),
        .to = day("2025-03-31"),
        .hourly = 1'111,
        .url = "https://wages.example/ns"});
    table.add(WageTable::MinimumRow{
        .list = minimum_wages,
        .province = Province::NS,
        .from = day("2025-04-01"),
        .hourly = 1'234,
        .url = "https://wages.example/ns"});
    return table;
}

LicenceNeeds licence_needs() {
    LicenceNeeds needs;
    const auto requires_of = [&](const char* profile, const char* text) {
        needs.add(LicenceNeeds::RequirementRow{
            .list = requirements, .profile = profile, .text = text});
    };
    requires_of("31301.00", "Completion of a nursing program is required.");
    requires_of(
        "31301.00",
        "Registration with a regulatory body is required in all provinces and territories."
    );
    requires_of(
        "72106.00",
        "Trade certification is compulsory in Ontario and available, but voluntary, in Nova Scotia."
    );
    requires_of("63200.00", "Trade certification may be required.");
    requires_of("42201.00", "Registration is required for some.");
    requires_of("65201.00", "A licence to sample is required.");
    requires_of("65201.01", "Nothing is asked of these.");
    needs.add(LicenceNeeds::LicensedRow{
        .list = licensed,
        .noc = noc("72200"),
        .province = Province::NS,
        .regulator = "Board of Sample Trades",
        .url = "https://board.example",
        .compulsory = true});
    needs.add(LicenceNeeds::LicensedRow{
        .list = licensed,
        .noc = noc("63200"),
        .province = Province::NS,
        .regulator = "Board of Sample Trades",
        .url = "https://board.example",
        .compulsory = false});
    return needs;
}

const Lists& fictional_lists() {
    static const Lists all{published(), employers(), wage_table(), licence_needs()};
    return all;
}

domain::Posting posting(
    const std::string& employer,
    const std::string& city = "Truro",
    const Province province = Province::NS
) {
    domain::Posting result;
    result.hiring_organization = employer;
    domain::Place& place = result.job_locations.emplace_back();
    place.province = province;
    place.city = city;
    result.date_posted = day("2026-01-15");
    return result;
}

Check of(
    Check (*check)(const verification::Evidence&),
    const domain::Posting& posting,
    const char* on = "2026-01-20",
    const Lists* known = &fictional_lists()
) {
    return seen(check({.posting = posting, .sha256 = "00", .fetched_on = day(on), .lists = known}));
}

verification::Value value(const Check& check, const std::string_view name) {
    const auto found =
        std::ranges::find(check.values, name, [](const auto& one) { return one.first; });
    return found == check.values.end() ? verification::Value{std::string{"none"}} : found->second;
}

TEST(Lists, that_are_not_loaded_or_too_old_are_unknown_and_never_pass) {
    const Lists none;
    const auto anybody = posting("Nobody's Sample Works");
    for (const auto check :
         {verification::employer_identity,
          verification::non_compliant_list,
          verification::lmia_history,
          verification::designation,
          verification::minimum_wage,
          verification::median_wage,
          verification::licence}) {
        for (const Lists* known : {static_cast<const Lists*>(nullptr), &none}) {
            const Check said = of(check, anybody, "2026-01-20", known);
            EXPECT_EQ(said.verdict, Verdict::unknown) << name(said.kind);
        }
    }
    const Check fresh = of(verification::non_compliant_list, anybody, "2026-02-09");
    EXPECT_EQ(told(fresh), "pass absent");
    EXPECT_EQ(fresh.source, "non_compliant employers");
    EXPECT_EQ(fresh.source_on, day("2026-01-10"));
    EXPECT_EQ(fresh.expires_on, day("2026-02-09"));
    EXPECT_EQ(told(of(verification::non_compliant_list, anybody, "2026-02-10")), "unknown too_old");
    EXPECT_EQ(told(of(verification::employer_identity, anybody, "2027-01-01")), "unknown too_old");
    EXPECT_EQ(told(of(verification::lmia_history, anybody, "2027-01-01")), "unknown too_old");
    EXPECT_EQ(told(of(verification::designation, anybody, "2027-01-01")), "unknown too_old");
    EXPECT_EQ(told(of(verification::median_wage, anybody, "2027-02-15")), "unknown too_old");
}

/// The lists of these kinds alone, without a row.
Lists lists_of(const std::function<bool(std::string_view)>& wanted) {
    std::vector<verification::PublishedList> some = published();
    std::erase_if(some, [&](const auto& list) { return !wanted(list.kind); });
    return {some, EmployerLists{}, WageTable{}, LicenceNeeds{}};
}

/// What operators are told of lists and checks is what the checks do. A licence is looked up by
/// row.
TEST(Lists, of_other_kinds_than_a_check_is_said_to_look_in_say_nothing_to_it) {
    const auto anybody = posting("Nobody's Sample Works");
    for (const verification::CheckList& one : verification::check_lists()) {
        if (one.check == verification::CheckKind::licence) {
            continue;
        }
        const auto codes = [&](const Lists& lists) {
            const auto checks = verification::verify(
                {.posting = anybody, .sha256 = "", .fetched_on = day("2026-01-20"), .lists = &lists}
            );
            return checks.at(static_cast<std::size_t>(one.check)).code;
        };
        SCOPED_TRACE(verification::name(one.check));
        EXPECT_NE(
            codes(lists_of([&](const auto kind) { return kind == one.list_kind; })), "no_list"
        );
        EXPECT_EQ(
            codes(lists_of([&](const auto kind) {
                return std::ranges::none_of(verification::check_lists(), [&](const auto& other) {
                    return other.check == one.check && other.list_kind == kind;
                });
            })),
            "no_list"
        );
    }
}

TEST(NonCompliantList, decides_by_status_on_the_day_and_not_by_presence) {
    const auto said = [](const char* employer, const char* on = "2026-01-20") {
        return told(of(verification::non_compliant_list, posting(employer), on));
    };
    EXPECT_EQ(said("1112223 Canada Inc."), "fail banned");
    EXPECT_EQ(said("Cod Hollow Fish Packers"), "fail banned");
    EXPECT_EQ(said("DRIFTWOOD FENCING LTD"), "fail unpaid");
    EXPECT_EQ(said("Tidewater Roof Menders Inc."), "fail banned_for_good");
    EXPECT_EQ(said("Fundy Ropery"), "info eligible");
    EXPECT_EQ(said("Blomidon Kiln Co-op"), "info ban_over");
    EXPECT_EQ(said("Late Decision Dairy", "2026-01-08"), "info decided_later");
    EXPECT_EQ(said("Late Decision Dairy", "2026-01-09"), "fail unpaid");
    EXPECT_EQ(said(""), "unknown no_name");
    const Check banned = of(verification::non_compliant_list, posting("Cod Hollow Fish Packers"));
    EXPECT_EQ(
        banned.evidence,
        "Cod Hollow Fish Packers; 1112223 Canada Inc.; 1 Wharf Road,, Truro, Nova Scotia; "
        "2025-02-01; $1,000; as published"
    );
    EXPECT_EQ(std::get<domain::Date>(value(banned, "until")), day("2027-02-01"));
}

TEST(NonCompliantList, fails_nobody_whose_name_or_place_leaves_a_doubt) {
    const auto said = [](const domain::Posting& posting) {
        return told(of(verification::non_compliant_list, posting));
    };
    EXPECT_EQ(said(posting("Driftwood Fencing Ltd.", "Halifax")), "warn same_name");
    EXPECT_EQ(said(posting("Driftwood Fencing Ltd.", "")), "warn same_name");
    EXPECT_EQ(said(posting("Driftwood Fencing Ltd.", "Truro", Province::ON)), "pass absent");
    EXPECT_EQ(said(posting("Driftwood Fencings Ltd.")), "warn similar_name");
    EXPECT_EQ(said(posting("Driftwood Fencings Ltd.", "Halifax")), "pass absent");
    EXPECT_EQ(said(posting("Pelican Burger Hut", "Toronto", Province::ON)), "unknown shared_name");
    EXPECT_EQ(said(posting("Pelican Burger Hut", "Ottawa", Province::ON)), "pass absent");
    EXPECT_EQ(said(posting("9998887 Canada Inc. o/a Cod Hollow Fish Packers")), "pass absent")
        << "another company under the same operating name";
}

TEST(EmployerNames, of_two_parts_of_a_region_are_two) {
    verification::EmployerNames names;
    for (const char* key :
         {"csss de la haute gaspesie",
          "harbourline canvas works",
          "centre de sante de laval",
          "fermes du nord",
          "service de la mer",
          "la maison de la baie",
          "centre de la petite enfance"}) {
        names.add(key);
    }
    names.finish();
    const auto alike = [&](const std::string_view key) {
        const auto found = names.alike(key, 78);
        return found.count == 0 ? std::string{} : std::string{names.key(found.names[0].id)};
    };
    EXPECT_EQ(alike("cisss de la haute gaspesie"), "csss de la haute gaspesie");
    EXPECT_EQ(alike("cisss de la gaspesie"), "");
    EXPECT_EQ(alike("harbourline canvas work"), "harbourline canvas works");
    EXPECT_EQ(alike("north harbourline canvas works"), "");
}

TEST(EmployerIdentity, is_one_name_at_its_place_or_unknown) {
    const auto said = [](const domain::Posting& posting) {
        return of(verification::employer_identity, posting);
    };
    const auto exact = said(posting("Harbourline Canvas Works", "Halifax"));
    EXPECT_EQ(told(exact), "pass exact");
    EXPECT_EQ(exact.expires_on, day("2026-04-10"));
    EXPECT_TRUE(exact.evidence.empty());
    EXPECT_EQ(exact.source, "lmia positive 2025Q3");
    EXPECT_EQ(std::get<std::string>(value(exact, "listed")), "Harbourline Canvas Works Ltd.");
    const auto near = said(posting("Harborline Canvas Work Ltd", "Halifax"));
    EXPECT_EQ(told(near), "pass near");
    EXPECT_EQ(std::get<std::string>(value(near, "listed")), "Harbourline Canvas Works Ltd.");
    EXPECT_EQ(std::get<std::string>(value(near, "name")), "harbourline canvas works");
    EXPECT_EQ(
        told(said(posting("Harbourline Canvas Works", "Toronto", Province::ON))),
        "unknown other_place"
    );
    EXPECT_EQ(
        told(said(posting("Harborline Canvas Work Ltd", "Toronto", Province::ON))), "unknown absent"
    );
    EXPECT_EQ(
        told(said(posting("Pelican Burger Hut", "Toronto", Province::ON))), "unknown several"
    );
    EXPECT_EQ(told(said(posting("Nobody's Sample Works"))), "unknown absent");
    const auto either = said(posting("Maples Ridgeview Bakehouse", "Ottawa", Province::ON));
    EXPECT_EQ(told(either), "unknown ambiguous");
    EXPECT_EQ(std::get<std::string>(value(either, "runner_up")), "maple ridgeview bakehouses");
}

TEST(EmployerIdentity, names_the_list_of_the_row_and_not_the_newest_one) {
    const auto on_an_older_list =
        of(verification::employer_identity, posting("Granite Cove Laundry", "Dartmouth"));
    EXPECT_EQ(told(on_an_older_list), "pass exact");
    EXPECT_EQ(on_an_older_list.source, "lmia negative 2025Q2");
    EXPECT_EQ(
        std::get<std::string>(value(on_an_older_list, "listed")), "Granite Cove Laundry Inc."
    );
    const auto elsewhere =
        of(verification::employer_identity,
           posting("Granite Cove Laundry", "Toronto", Province::ON));
    EXPECT_EQ(told(elsewhere), "unknown other_place");
    EXPECT_EQ(elsewhere.source, "lmia negative 2025Q2");
}

TEST(LmiaHistory, tells_the_last_quarters_and_what_for) {
    const Check both =
        of(verification::lmia_history, posting("Harbourline Canvas Works Ltd", "Halifax"));
    EXPECT_EQ(told(both), "info both");
    EXPECT_EQ(std::get<std::string>(value(both, "positive_period")), "2025Q3");
    EXPECT_EQ(std::get<std::int64_t>(value(both, "negative_positions")), 2);
    EXPECT_EQ(
        std::get<std::string>(value(both, "occupations")),
        "65201-Sample helpers; 94132-Sample sewers"
    );
    EXPECT_EQ(
        both.evidence,
        "Harbourline Canvas Works Ltd.; Halifax, NS B3H 1A1; 94132-Sample sewers; 2; 2025Q3"
    );
    const auto said = [](const domain::Posting& posting) {
        return told(of(verification::lmia_history, posting));
    };
    EXPECT_EQ(said(posting("Granite Cove Laundry")), "info negative");
    const Check of_2015 = of(verification::lmia_history, posting("Tamarack Point Nursery"));
    EXPECT_EQ(told(of_2015), "info positive");
    EXPECT_EQ(std::get<std::string>(value(of_2015, "occupations")), "none");
    EXPECT_EQ(
        said(posting("1234567 Canada Inc. o/a Pelican Burger Hut", "Toronto", Province::ON)),
        "info positive"
    );
    EXPECT_EQ(said(posting("Pelican Burger Hut", "Toronto", Province::ON)), "unknown several");
    EXPECT_EQ(said(posting("Pelican Burger Hut", "Windsor", Province::ON)), "unknown other_place");
    EXPECT_EQ(said(posting("Nobody's Sample Works")), "unknown absent");
    EXPECT_EQ(
        said(posting("Maples Ridgeview Bakehouse", "Ottawa", Province::ON)), "unknown ambiguous"
    );
}

TEST(Designation, tells_employer_and_community) {
    const auto said = [](const domain::Posting& posting) {
        return told(of(verification::designation, posting));
    };
    EXPECT_EQ(said(posting("Harbourline Canvas Works", "Halifax")), "info employer_and_community");
    EXPECT_EQ(said(posting("Harbourline Canvas Works", "Truro")), "info employer");
    EXPECT_EQ(said(posting("Harbourline Canvas Works", "Toronto", Province::ON)), "unknown absent");
    const Check community =
        of(verification::designation,
           posting("Nobody's Sample Works", "Greater Sudbury", Province::ON));
    EXPECT_EQ(told(community), "info community");
    EXPECT_EQ(std::get<std::string>(value(community, "pilots")), "RCIP, FCIP");
    EXPECT_EQ(std::get<std::string>(value(community, "community")), "Sudbury");
    auto in_region = posting("Nobody's Sample Works", "", Province::ON);
    in_region.job_locations.front().region = "Sudbury District";
    EXPECT_EQ(said(in_region), "unknown absent") << "the district is not the city";
    in_region.job_locations.front().region = "Greater Sudbury";
    EXPECT_EQ(said(in_region), "info community");
    auto of_region = posting("Harbourline Canvas Works", "", Province::NS);
    of_region.job_locations.front().region = "Pictou County";
    EXPECT_EQ(said(of_region), "info employer") << "the province is the employer's";
}

domain::Posting paid(
    const char* code,
    const domain::Cents min,
    const domain::Cents max,
    const std::string& city = "Halifax",
    const Province province = Province::NS
) {
    domain::Posting result = posting("Nobody's Sample Works", city, province);
    result.noc = noc(code);
    result.base_salary = domain::Pay{.min = min, .max = max, .hourly_min = min, .hourly_max = max};
    return result;
}

TEST(MinimumWage, is_that_of_the_day_posted) {
    const auto said = [](const domain::Posting& posting) {
        return told(of(verification::minimum_wage, posting));
    };
    EXPECT_EQ(said(paid("65201", 1'234, 1'234)), "pass");
    EXPECT_EQ(said(paid("65201", 1'000, 1'300)), "pass");
    auto low = paid("65201", 1'000, 1'233);
    const Check below = of(verification::minimum_wage, low);
    EXPECT_EQ(told(below), "fail below");
    EXPECT_EQ(std::get<std::int64_t>(value(below, "minimum_cents")), 1'234);
    EXPECT_EQ(std::get<domain::Date>(value(below, "from")), day("2025-04-01"));
    EXPECT_EQ(below.evidence, "https://wages.example/ns");
    low.date_posted = day("2025-03-31");
    EXPECT_EQ(said(low), "pass") << "the figure of that day";
    low.date_posted = day("2024-03-31");
    EXPECT_EQ(said(low), "unknown not_listed");
    low.date_posted = day("2026-12-01");
    EXPECT_EQ(said(low), "unknown too_old");
    low.date_posted = day("2026-01-15");
    low.description = "Tips are shared.";
    EXPECT_EQ(said(low), "warn other_rules");
    low.job_locations[0].province = Province::ON;
    EXPECT_EQ(said(low), "unknown not_listed");
    low.base_salary->period = domain::PayPeriod::year;
    EXPECT_EQ(said(low), "unknown not_hourly");
}

TEST(MedianWage, is_that_of_region_province_or_canada) {
    const auto said = [](domain::Posting posting, const char* noc_2016 = "") {
        posting.noc_2016 = noc_2016;
        return of(verification::median_wage, posting);
    };
    const Check pass = said(paid("63200", 1'500, 1'700), "6322");
    EXPECT_EQ(told(pass), "pass");
    EXPECT_EQ(std::get<std::int64_t>(value(pass, "least")), 94);
    EXPECT_EQ(std::get<std::string>(value(pass, "area")), "Halifax Region");
    EXPECT_EQ(std::get<std::string>(value(said(paid("31301", 4'000, 4'000)), "area")), "Canada")
        << "which is not where the work is";
    const Check below = said(paid("63200", 1'300, 1'400), "6322");
    EXPECT_EQ(told(below), "warn below");
    EXPECT_EQ(std::get<std::int64_t>(value(below, "percent")), 88);
    EXPECT_EQ(std::get<std::string>(value(below, "area")), "Halifax Region");
    auto of_region = paid("63200", 1'300, 1'400, "");
    of_region.job_locations.front().region = "Halifax Region";
    EXPECT_EQ(std::get<std::string>(value(said(of_region, "6322"), "area")), "Halifax Region");
    of_region.job_locations.front().region = "Pictou County";
    EXPECT_EQ(std::get<std::string>(value(said(of_region, "6322"), "area")), "Canada");
    const Check far_above = said(paid("63200", 3'300, 3'300), "6322");
    EXPECT_EQ(told(far_above), "warn far_above");
    EXPECT_EQ(std::get<std::int64_t>(value(far_above, "percent")), 206);
    auto licensed_work = paid("63200", 3'300, 3'300);
    licensed_work.licence_asked = domain::Licence::trade_certificate;
    EXPECT_EQ(told(said(licensed_work, "6322")), "pass");
    EXPECT_EQ(told(said(paid("63200", 4'000'000, 4'000'000), "6322")), "unknown unlikely");
    // Either of two older occupations may be meant, so both figures have to be left.
    EXPECT_EQ(told(said(paid("63200", 2'000, 2'000))), "pass");
    EXPECT_EQ(told(said(paid("63200", 1'600, 1'600))), "warn below");
    EXPECT_EQ(told(said(paid("63200", 4'700, 4'700))), "pass");
    EXPECT_EQ(told(said(paid("63200", 4'900, 4'900))), "warn far_above");
    EXPECT_EQ(told(said(paid("65201", 1'500, 1'500), "6711")), "pass");
    EXPECT_EQ(
        told(said(paid("65201", 1'500, 1'500, "Timmins", Province::ON), "6711")),
        "unknown no_median"
    ) << "Northeast is a region of two provinces";
    EXPECT_EQ(told(said(paid("31301", 4'000, 4'000))), "pass") << "a year's pay by the hour";
    EXPECT_EQ(told(said(posting("Nobody's Sample Works"))), "unknown no_pay");
}

TEST(Licence, is_asked_for_by_the_posting_or_required_by_the_occupation) {
    const auto said = [](domain::Posting posting, const domain::Licence licence) {
        posting.licence_asked = licence;
        posting.credentials = {"First aid certificate", "Red Seal certificate"};
        return of(verification::licence, posting);
    };
    const auto none = domain::Licence::none;
    const Check asked = said(paid("72106", 1, 1), domain::Licence::trade_certificate);
    EXPECT_EQ(told(asked), "warn asked");
    EXPECT_EQ(asked.evidence, "Red Seal certificate");
    EXPECT_EQ(
        told(said(paid("63200", 1, 1), domain::Licence::trade_certificate)), "warn asked_regulated"
    );
    const Check nurse = said(paid("31301", 1, 1), none);
    EXPECT_EQ(told(nurse), "info required");
    EXPECT_EQ(
        nurse.evidence,
        "Registration with a regulatory body is required in all provinces and territories."
    );
    EXPECT_EQ(nurse.expires_on, std::nullopt);
    EXPECT_EQ(told(said(paid("72106", 1, 1), none)), "unknown not_stated") << "voluntary here";
    EXPECT_EQ(told(said(paid("72106", 1, 1, "Toronto", Province::ON), none)), "info required");
    EXPECT_EQ(told(said(paid("65201", 1, 1), none)), "unknown not_stated") << "not every profile";
    EXPECT_EQ(told(said(paid("42201", 1, 1), none)), "unknown not_stated");
    const Check compulsory = said(paid("72200", 1, 1), none);
    EXPECT_EQ(told(compulsory), "info compulsory");
    EXPECT_EQ(std::get<std::string>(value(compulsory, "url")), "https://board.example");
    EXPECT_EQ(told(said(paid("63200", 1, 1), none)), "info regulated");
}

TEST(Licence, quotes_the_title_that_asks_for_it) {
    domain::Posting posting = paid("63200", 1, 1);
    posting.licence_asked = domain::Licence::trade_certificate;
    posting.title = "Cook";
    posting.original_title = "Red Seal Cook";
    const Check own = of(verification::licence, posting);
    EXPECT_EQ(own.verdict, Verdict::warn);
    EXPECT_EQ(own.evidence, "Red Seal Cook");
    EXPECT_EQ(own.field, "original_title");
    posting.title = "Certified Electrician";
    posting.original_title.clear();
    const Check only_title = of(verification::licence, posting);
    EXPECT_EQ(only_title.evidence, "Certified Electrician");
    EXPECT_EQ(only_title.field, "title");
}

TEST(LicenceNeeds, tell_required_from_usual) {
    const auto in = [](const char* sentence, const Province province) {
        return (verification::provinces_that_require(sentence) >> static_cast<unsigned>(province) &
                1U) != 0;
    };
    for (const char* doubtful :
         {"A licence may be required.",
          "A licence is usually required.",
          "Trade certification is available, but voluntary, in Ontario.",
          "A licence is required for some positions.",
          "To sell samples, a licence is required from the governing body.",
          "Completion of a program for licensed samplers is required.",
          "A certificate in first aid is required."}) {
        EXPECT_EQ(verification::provinces_that_require(doubtful), 0) << doubtful;
    }
    const char* except = "Registration is required in all provinces except Manitoba.";
    EXPECT_TRUE(in(except, Province::ON));
    EXPECT_FALSE(in(except, Province::MB));
    const char* north = "Registration is required in all provinces and the Northwest Territories.";
    EXPECT_TRUE(in(north, Province::NT));
    EXPECT_FALSE(in(north, Province::YT));
}

}  // namespace
