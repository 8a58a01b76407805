// What each format of feed says, in fixtures of our own, and what becomes of feeds that are broken.

#include "indexer/sources/formats.hpp"
#include "indexer/sources/html.hpp"
#include "indexer/sources/lines.hpp"
#include "tests/sources/reading.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

using sources::Field;
using support::content_of;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view workday_list{
    "https://fictional.wd3.myworkdayjobs.com/wday/cxs/fictional/Careers/jobs"};
constexpr std::string_view oracle_list{
    "https://fictional.oraclecloud.example/hcmRestApi/resources/latest/"
    "recruitingCEJobRequisitions?finder=findReqs;siteNumber=CX_1,limit=25"};

Reading read_fixture(const std::string_view name, const sources::FeedFacts& facts = {}) {
    return reading_of({.path = fixture(name), .mapping = std::nullopt, .name = {}, .facts = facts});
}

using Expected = std::map<Field, std::vector<std::string>>;

struct FeedCase {
    std::string_view file;
    sources::FeedFacts facts;
    Expected expected;  ///< Of its first record.
};

std::vector<FeedCase> feed_cases() {
    return {
        {"ats/greenhouse.json",
         {},
         {{Field::source_id, {"9000001"}},
          {Field::url, {"https://job-boards.greenhouse.io/fictionalharbour/jobs/9000001"}},
          {Field::title, {"Marine electrician"}},
          {Field::employer, {"Fictional Harbour Works"}},
          {Field::location, {"Halifax, Nova Scotia"}},
          {Field::date_posted, {"2026-06-03T11:00:00-04:00"}},
          {Field::valid_through, {"2026-07-03T23:59:00-04:00"}},
          {Field::pay_min, {"62000.05"}},
          {Field::pay_max, {"80500.00"}},
          {Field::pay_currency, {"CAD"}},
          {Field::text_language, {"en"}},
          {Field::description, {"<p>Wire &amp; test fictional ferries.</p>"}}}},
        {"ats/lever.json",
         {.employer = "Chantier Fictif", .address = {}},
         {{Field::source_id, {"00000000-0000-4000-8000-00000000abcd"}},
          {Field::title, {"Soudeuse ou soudeur"}},
          {Field::employer, {"Chantier Fictif"}},
          {Field::location, {"Sept-Îles, QC", "Baie-Comeau, QC"}},
          {Field::country, {"CA"}},
          {Field::date_posted, {"2026-06-02"}},
          {Field::employment, {"Full-time"}},
          {Field::remote, {}},
          {Field::pay_min, {"32.5"}},
          {Field::pay_max, {"36"}},
          {Field::pay_period, {"per-hour-wage"}},
          {Field::description,
           {"<div>Un chantier fictif.</div>\n<h3>Vos tâches</h3>\n<ul><li>Souder</li><li>Meuler"
            "</li></ul>\n<div>Au plaisir.</div>"}}}},
        {"ats/ashby.json",
         {.employer = "Fictional Maps", .address = {}},
         {{Field::title, {"Data Engineer"}},
          {Field::employer, {"Fictional Maps"}},
          {Field::location, {"Toronto, Ontario", "Remote (BC)", "Ottawa, Ontario"}},
          {Field::remote, {"TELECOMMUTE"}},
          {Field::date_posted, {"2026-06-05T15:00:00.000+00:00"}},
          {Field::employment, {"FullTime"}},
          {Field::pay_min, {"110000"}},
          {Field::pay_max, {"130000"}},
          {Field::pay_period, {"1 YEAR"}},
          {Field::pay_currency, {"CAD"}}}},
        {"ats/workable.json",
         {.employer = "Not asked", .address = {}},
         {{Field::source_id, {"F00BA4"}},
          {Field::employer, {"Fictional Bakery Ltd."}},
          {Field::location, {"Moncton, New Brunswick", "Dieppe, New Brunswick"}},
          {Field::date_posted, {"2026-06-05", "2026-05-02"}},
          {Field::employment, {"Part-time"}},
          {Field::education, {"High School or equivalent"}},
          {Field::remote, {}}}},
        {"ats/workday.json",
         {.employer = "Fictional Nickel Inc.", .address = std::string{workday_list}},
         {{Field::source_id, {"JR-0001"}},
          {Field::url,
           {"https://fictional.wd3.myworkdayjobs.com/Careers/job/Sudbury-Ontario/"
            "Millwright_JR-0001"}},
          {Field::location, {"Sudbury, Ontario"}},
          {Field::date_posted, {"Posted Yesterday"}}}},
        {"ats/workday_job.json",
         {},
         {{Field::source_id, {"JR-0001"}},
          {Field::url,
           {"https://fictional.wd3.myworkdayjobs.com/Careers/job/Sudbury-Ontario/"
            "Millwright_JR-0001"}},
          {Field::employer, {"Fictional Nickel Inc."}},
          {Field::location, {"Sudbury, Ontario", "Timmins, Ontario"}},
          {Field::date_posted, {"2026-06-04"}},
          {Field::valid_through, {"2026-07-04"}},
          {Field::employment, {"Full time"}},
          {Field::country, {"Canada"}}}},
        {"ats/recruitee.json",
         {},
         {{Field::source_id, {"770001"}},
          {Field::employer, {"Clinique Fictive"}},
          {Field::location, {"Rimouski, QC G5L 0A0"}},
          {Field::hours, {"32 to 37.5 hours per week"}},
          {Field::employment, {"fulltime permanent"}},
          {Field::date_posted, {"2026-06-01 09:00:00 UTC"}},
          {Field::pay_min, {"30.00"}},
          {Field::pay_period, {"hour"}},
          {Field::description, {"<p>Soins fictifs.</p>\n<p>Un permis.</p>"}}}},
        {"ats/bamboohr.json",
         {.employer = "Fictional Law", .address = "https://fictionallaw.bamboohr.com/careers/list"},
         {{Field::source_id, {"86"}},
          {Field::url, {"https://fictionallaw.bamboohr.com/careers/86"}},
          {Field::location, {"Regina, Saskatchewan"}},
          {Field::remote, {"TELECOMMUTE"}},
          {Field::date_posted, {}}}},
        {"ats/bamboohr_job.json",
         {.employer = "Fictional Law", .address = {}},
         {{Field::source_id, {"86"}},
          {Field::url, {"https://fictionallaw.bamboohr.com/careers/86"}},
          {Field::location, {"Regina, Saskatchewan S4P 0A0"}},
          {Field::date_posted, {"2026-06-02"}},
          {Field::pay_text, {"$28.00 - $31.50 per hour"}},
          {Field::remote, {}}}},
        {"ats/teamtailor.json",
         {},
         {{Field::source_id, {"Fictional Studio/5001"}},
          {Field::url, {"https://fictional.teamtailor.com/jobs/5001-animator"}},
          {Field::employer, {"Fictional Studio"}},
          {Field::location, {"Montréal, QC"}},
          {Field::description, {"<p>Draw what is not there.</p>"}}}},
        {"ats/smartrecruiters.json",
         {},
         {{Field::source_id, {"744000000000001"}},
          {Field::url, {"https://jobs.smartrecruiters.com/FictionalFreight/744000000000001"}},
          {Field::employer, {"Fictional Freight"}},
          {Field::location, {"Calgary, AB"}},
          {Field::date_posted, {"2026-06-06T12:00:00.000Z"}},
          {Field::employment, {"Full-time"}}}},
        {"ats/smartrecruiters_job.json",
         {},
         {{Field::url,
           {"https://jobs.smartrecruiters.com/FictionalFreight/744000000000001-forklift-operator"}},
          {Field::location, {"Calgary, AB T2P 0A0"}},
          {Field::text_language, {"en"}},
          {Field::description,
           {"<h3>The job</h3>\n<p>Lift pallets.</p>\n<h3>You</h3>\n<p>A licence.</p>"}}}},
        {"ats/personio.xml",
         {.employer = {}, .address = "https://fictional.jobs.personio.com/xml?language=en"},
         {{Field::source_id, {"1800001"}},
          {Field::url, {"https://fictional.jobs.personio.com/job/1800001"}},
          {Field::employer, {"Fictional Turbines & Co."}},
          {Field::location, {"Winnipeg, MB", "Brandon, MB"}},
          {Field::experience, {"2-5 years"}},
          {Field::employment, {"permanent", "full-time"}},
          {Field::description,
           {"<h3>Your work</h3>\n<p>Blades & hubs.</p>\n<h3>You</h3>\n<p>Curious.</p>"}}}},
        {"ats/pinpoint.json",
         {.employer = "Fictional Brewery", .address = "https://fb.pinpointhq.com/postings.json"},
         {{Field::url, {"https://fb.pinpointhq.com/en/postings/post-1"}},
          {Field::pay_min, {"25.5"}},
          {Field::pay_period, {"hour"}},
          {Field::location, {"Guelph, ON"}}}},
        {"ats/eightfold.json",
         {.employer = "Fictional Chemicals", .address = {}},
         {{Field::date_posted, {"2026-06-02"}},
          {Field::location, {"Surrey, BC, Canada", "Delta, BC, Canada"}}}},
        {"ats/oracle.json",
         {.employer = "Fictional Bridges", .address = std::string{oracle_list}},
         {{Field::url,
           {"https://fictional.oraclecloud.example/hcmUI/CandidateExperience/en/sites/CX_1/job/"
            "25001"}},
          {Field::date_posted, {"2026-06-07"}},
          {Field::location, {"Saint John, NB, Canada", "Fredericton, NB, Canada"}}}},
        {"ats/oracle_job.json",
         {.employer = "Fictional Bridges", .address = std::string{oracle_list}},
         {{Field::remote, {"TELECOMMUTE"}},
          {Field::country, {"CA"}},
          {Field::date_posted, {"2026-06-07T00:00:00+00:00"}}}},
        {"ats/neogov.xml",
         {.employer = "City of Nowhere (fictional)", .address = {}},
         {{Field::source_id, {"410001"}},
          {Field::url, {"https://careers.nowhere.example/jobs/410001"}},
          {Field::date_posted, {"2026-06-02"}},
          {Field::valid_through, {"2026-07-03"}},
          {Field::pay_min, {"60000"}},
          {Field::location, {"Kelowna, BC"}},
          {Field::description, {"<p>Treat water.</p>\n<p>Level II.</p>"}}}},
        {"job_feed.xml",
         {},
         {{Field::source_id, {"FJ-1"}},
          {Field::url, {"https://jobs.fictional.example/1?a=1&b=2"}},
          {Field::title, {"Cook & <job> helper"}},
          {Field::employer, {"Auberge\u00a0Fictive & fils"}},
          {Field::city, {"Trois-Rivières"}},
          {Field::province, {"QC"}},
          {Field::date_posted, {"2026-06-01"}},
          {Field::valid_through, {"2026-06-30"}},
          {Field::pay_text, {"$19.50 / hour"}},
          {Field::description, {"<p>Cuisiner.</p>"}}}},
        {"job_bank_atom.xml",
         {},
         {{Field::source_id, {"99000001"}},
          {Field::url, {"https://www.jobbank.gc.ca/jobsearch/jobposting/99000001?source=rss"}},
          {Field::title, {"welder"}},
          {Field::employer, {"Fictional Shipyard Inc."}},
          {Field::location, {"Sydney (NS)"}},
          {Field::pay_text, {"$31.00 to $38.50 hourly"}},
          {Field::date_posted, {"2026-06-08T04:00:00Z"}}}},
        {"microdata.html",
         {},
         {{Field::url, {"https://careers.fictional.example/jobs/7"}},
          {Field::title, {"Line cook & baker"}},
          {Field::employer, {"Fictional Inn"}},
          {Field::location, {"Banff, AB", "Canmore, AB"}},
          {Field::date_posted, {"2026-06-03"}},
          {Field::pay_min, {"21.50"}},
          {Field::pay_max, {"24"}},
          {Field::pay_period, {"HOUR"}},
          {Field::pay_currency, {"CAD"}},
          {Field::skills, {"bread"}},
          {Field::starts_on, {"2026-07-01"}},
          {Field::description, {"Cook breakfast.\nBake bread."}}}},
        {"rdfa.html",
         {},
         {{Field::source_id, {"12"}},
          {Field::url, {"https://atelier.exemple/emplois/12"}},
          {Field::title, {"Menuisière ou menuisier"}},
          {Field::employer, {"Atelier Fictif inc."}},
          {Field::location, {"Gaspé, QC"}},
          {Field::date_posted, {"2026-06-04"}},
          {Field::employment, {"FULL_TIME"}},
          {Field::text_language, {"fr"}}}},
    };
}

TEST(Feeds, say_what_their_formats_hold) {
    for (const auto& [file, facts, expected] : feed_cases()) {
        const auto reading = read_fixture(file, facts);
        ASSERT_FALSE(reading.records.empty()) << file << testing::PrintToString(reading.reasons());
        for (const auto& [field, values] : expected) {
            EXPECT_EQ(reading.records.front().posting.all(field), values)
                << file << ": " << sources::to_string(field);
        }
    }
}

TEST(Feeds, have_a_fixture_for_every_format) {
    std::set<std::string> names;
    for (const auto& each : feed_cases()) {
        names.insert(std::filesystem::path{each.file}.stem().string());
    }
    for (const auto& feed : sources::json_feeds()) {
        const auto name = sources::lower_case_ascii(feed.name);
        EXPECT_TRUE(names.contains(name)) << feed.name;
    }
    EXPECT_GE(feed_cases().size(), sources::json_feeds().size() + sources::xml_feeds().size() - 1);
}

TEST(Feeds, keep_a_record_aside_that_is_none_of_the_format) {
    const auto reading = read_fixture("ats/greenhouse.json");
    EXPECT_EQ(reading.records.size(), 1U);
    EXPECT_THAT(
        reading.reasons(),
        ElementsAre("2: the record is none of Greenhouse: it has no `absolute_url`")
    );
}

TEST(Feeds, say_what_the_operator_has_to_state) {
    const auto nameless = read_fixture("ats/lever.json");
    EXPECT_TRUE(nameless.records.empty());
    ASSERT_EQ(nameless.unreadable.size(), 1U);
    EXPECT_EQ(nameless.unreadable.front().field, "employer");
    EXPECT_THAT(nameless.unreadable.front().reason, HasSubstr("does not name its employer"));
    EXPECT_THAT(nameless.unreadable.front().raw, HasSubstr("Soudeuse ou soudeur"));

    const auto linkless = read_fixture("ats/workday.json", {.employer = "F", .address = {}});
    ASSERT_EQ(linkless.unreadable.size(), 2U);
    EXPECT_EQ(linkless.unreadable.front().field, "url");
    EXPECT_THAT(linkless.unreadable.front().reason, HasSubstr("gives no full link"));
}

TEST(Feeds, of_workday_count_days_from_the_one_on_which_the_list_was_fetched) {
    const TemporaryFolder folder;
    const auto day_of = [&](const std::string& words, const std::optional<domain::Date> fetched) {
        const std::string list = R"({"total":1,"jobPostings":[{"title":"Millwright",)"
                                 R"("externalPath":"/job/Sudbury/Millwright_JR-1",)"
                                 R"("locationsText":"Sudbury, Ontario","bulletFields":["JR-1"],)"
                                 R"("postedOn":")" +
                                 words + "\"}]}";
        const auto reading = reading_of(
            {.path = folder.write("list.json", list),
             .mapping = std::nullopt,
             .name = {},
             .facts =
                 {.employer = "Fictional Nickel Inc.",
                  .address = std::string{workday_list},
                  .fetched_on = fetched}}
        );
        return std::string{reading.records.at(0).posting.get(Field::date_posted)};
    };
    const auto day = domain::parse_date("2026-03-02").value();
    EXPECT_EQ(day_of("Posted Today", day), "2026-03-02");
    EXPECT_EQ(day_of("Posted Yesterday", day), "2026-03-01");
    EXPECT_EQ(day_of("Posted 3 Days Ago", day), "2026-02-27");
    EXPECT_EQ(day_of("Posted 1 Day Ago", day), "2026-03-01");
    for (const std::string words :
         {"Posted 30+ Days Ago",
          "Posted",
          "Posted -1 Days Ago",
          "Posted 99999999999 Days Ago",
          "Posted 3 Weeks Ago",
          "3 Days Ago"}) {
        EXPECT_EQ(day_of(words, day), words);
    }
    EXPECT_EQ(day_of("Posted 3 Days Ago", std::nullopt), "Posted 3 Days Ago");
}

TEST(Feeds, take_an_empty_list_as_a_feed_without_postings) {
    const TemporaryFolder folder;
    for (const auto* empty : {R"({"jobs":[],"meta":{"total":0}})", "<feed></feed>", "<source/>"}) {
        const auto reading = reading_of(
            {.path = folder.write("empty", std::string{"\n"} + empty + "\n "),
             .mapping = std::nullopt,
             .name = {}}
        );
        EXPECT_TRUE(reading.records.empty() && reading.unreadable.empty())
            << empty << testing::PrintToString(reading.reasons());
    }
}

TEST(Feeds, take_no_posting_for_an_empty_list) {
    const TemporaryFolder folder;
    const auto reading = reading_of(
        {.path = folder.write(
             "posting.json", "{\n\"@type\":\"JobPosting\",\"title\":\"Baker\",\"offers\":[]}"
         ),
         .mapping = std::nullopt,
         .name = {}}
    );
    EXPECT_EQ(reading.value(Field::title), "Baker");
}

TEST(Feeds, take_a_place_from_the_link_where_there_are_several) {
    const auto reading =
        read_fixture("ats/workday.json", {.employer = "F", .address = std::string{workday_list}});
    ASSERT_EQ(reading.records.size(), 2U);
    const auto& second = reading.records.back().posting;
    EXPECT_EQ(second.get(Field::location), "");
    EXPECT_EQ(second.get(Field::location_hint), "Ontario, Sudbury");
}

TEST(Feeds, take_time_in_proportion_to_a_page_however_its_properties_nest) {
    std::string page =
        "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop=title>a</b>";
    for (int level = 0; level < 9'000; ++level) {
        page += "<div itemprop=x>";
    }
    page += std::string(3'500'000, 'y');
    const TemporaryFolder folder;
    const auto reading =
        reading_of({.path = folder.write("deep.html", page), .mapping = std::nullopt, .name = {}});
    EXPECT_EQ(reading.value(Field::title), "a");
}

TEST(Feeds, read_job_bank_summaries_in_french) {
    const auto reading = read_fixture("job_bank_atom.xml");
    ASSERT_EQ(reading.records.size(), 2U);
    const auto& second = reading.records.back().posting;
    EXPECT_EQ(second.get(Field::source_id), "99000002");
    EXPECT_EQ(second.get(Field::employer), "Clinique Fictive");
    EXPECT_EQ(second.get(Field::location), "Rimouski (QC)");
    EXPECT_EQ(second.get(Field::pay_text), "30,00 $ l'heure");
    EXPECT_EQ(second.get(Field::text_language), "fr");
    EXPECT_EQ(reading.records.back().origin.line, 13);
}

TEST(Feeds, tell_a_posting_that_is_gone_from_one_that_cannot_be_read) {
    for (const auto* page : {"job_bank_closed_en.html", "job_bank_closed_fr.html"}) {
        std::vector<sources::Gone> gone;
        const auto read = sources::read(
            {.path = fixture(page),
             .mapping = std::nullopt,
             .name = {},
             .facts = {.employer = {}, .address = "https://www.jobbank.gc.ca/jobposting/1"}},
            {.record = [](const sources::Record&) { ADD_FAILURE(); },
             .unreadable = [](const sources::Unreadable&) { ADD_FAILURE(); },
             .progress = {},
             .gone = [&gone](sources::Gone each) { gone.push_back(std::move(each)); }}
        );
        ASSERT_TRUE(read);
        ASSERT_EQ(gone.size(), 1U) << page;
        EXPECT_EQ(gone.front().url, "https://www.jobbank.gc.ca/jobposting/1");
        EXPECT_NE(gone.front().quote, "");
        EXPECT_EQ(gone.front().raw, content_of(fixture(page)));
    }
}

}  // namespace
