// What the fields of the query language find.

#include "tests/search/indexed_postings.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>

namespace {

using domain::Province;
using domain::WorkingLanguage;
using search::Query;
using search::SynonymHit;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::paid;
using search_test::record;
using search_test::with_noc;
using support::day;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Keys = std::vector<std::string>;

struct FoundCase {
    std::string query;
    Keys found;
};

void check(IndexedPostings& indexed, const std::vector<FoundCase>& cases) {
    for (const FoundCase& one : cases) {
        EXPECT_THAT(indexed.find_text(one.query), testing::UnorderedElementsAreArray(one.found))
            << one.query;
    }
}

TEST(Browse, finds_phrases_in_one_text_and_leaves_out_what_is_excluded) {
    IndexedPostings indexed;
    store::PostingRecord nights = with_noc(record("nights", "Baker, night shift"), 65200);
    nights.posting.duties = {"Prepare the dough", "Clean ovens"};
    store::PostingRecord days = with_noc(record("days", "Baker"), 65200);
    days.posting.description = "No shift at night. Dough is prepared by hand.";
    indexed.add({nights, days, with_noc(french_record("soir", "Éclusière, quart de soir"), 65200)});
    check(
        indexed,
        {{"night shift", {"nights", "days"}},
         {"\"night shift\"", {"nights"}},
         {"\"Night Shifts\"", {"nights"}},
         {"\"shift night\"", {"days"}},
         {"\"shift baker\"", {}},
         {"\"shift at night\"", {"days"}},
         {"\"dough clean\"", {}},
         {"«quart de soir»", {"soir"}},
         {"\"quarts du soir\"", {"soir"}},
         {"baker -shift", {}},
         {"baker -\"night shift\"", {"days"}},
         {"baker -dough", {}},
         {"baker -ovens", {"days"}},
         {"-baker", {"soir"}},
         {"eclusier -title:quart", {}},
         {"-title:shift", {"days", "soir"}}}
    );
}

TEST(Browse, finds_words_of_titles_and_of_employers_alone) {
    IndexedPostings indexed;
    store::PostingRecord cook = with_noc(record("cook", "Cook"), 65200);
    cook.posting.duties = {"Help the welder"};
    cook.posting.hiring_organization = "Granite Cove Kitchens";
    store::PostingRecord welder = with_noc(record("welder", "Welder fitter"), 65200);
    welder.posting.hiring_organization = "Cove Marine of Granite";
    store::PostingRecord soudeuse = with_noc(french_record("soudeuse", "Soudeuse"), 65200);
    soudeuse.posting.original_title = "Welder II";
    soudeuse.posting.hiring_organization = "Chaudronnerie de l’Île";
    indexed.add({cook, welder, soudeuse});
    check(
        indexed,
        {{"welder", {"cook", "welder", "soudeuse"}},
         {"title:welders", {"welder", "soudeuse"}},
         {"titre:soudeur", {"soudeuse"}},
         {"title:\"welder fitter\"", {"welder"}},
         {"title:\"fitter welder\"", {}},
         {"title:cook,soudeur", {"cook", "soudeuse"}},
         {"title:welder title:fitter", {"welder"}},
         {"employer:granite", {"cook", "welder"}},
         {"employer:\"granite cove\"", {"cook"}},
         {"employer:kitchen", {}},
         {"employer:ile", {"soudeuse"}},
         {"employeur:« chaudronnerie de l'ile »", {"soudeuse"}},
         {"employer:cook", {}},
         {"welder -employer:marine -title:soudeuse", {"cook"}}}
    );
}

TEST(Browse, filters_by_occupation_place_pay_and_terms) {
    IndexedPostings indexed;
    store::PostingRecord cook = paid(with_noc(record("cook", "Cook"), 63200), 2'000);
    cook.posting.remote = true;
    cook.posting.working_language = WorkingLanguage::english_or_french;
    store::PostingRecord nurse = with_noc(record("nurse", "Nurse"), 31301);
    nurse.posting.working_language = WorkingLanguage::bilingual;
    nurse.posting.job_locations.front().province = Province::NB;
    store::PostingRecord english = paid(french_record("english", "Soudeur"), 4'000);
    english.posting.working_language = WorkingLanguage::english;
    indexed.add(
        {cook,
         nurse,
         english,
         paid(record("welder", "Welder"), 3'000),
         paid(french_record("soudeur", "Soudeur"), 3'500)}
    );
    check(
        indexed,
        {{"noc:72106", {"english", "welder", "soudeur"}},
         {"noc:3,632", {"cook", "nurse"}},
         {"noc:00", {}},
         {"-noc:7", {"cook", "nurse"}},
         {"teer:3", {"cook"}},
         {"teer:<3", {"nurse", "english", "welder", "soudeur"}},
         {"-teer:0..2", {"cook"}},
         {"province:qc,nb", {"nurse", "english", "soudeur"}},
         {"-province:QC,NB", {"cook", "welder"}},
         {"pay:>=35/h", {"english", "soudeur"}},
         {"pay:20..30/h", {"cook", "welder"}},
         {"pay:<30/h", {"cook"}},
         {"pay:>72k/y", {"english", "soudeur"}},
         {"-pay:>=30/h", {"cook", "nurse"}},
         {"remote:yes", {"cook"}},
         {"remote:no", {"nurse", "english", "welder", "soudeur"}},
         {"remote:yes,no", {"cook", "nurse", "english", "welder", "soudeur"}},
         {"lang:fr", {"cook", "nurse", "soudeur"}},
         {"lang:en", {"cook", "nurse", "english", "welder"}},
         {"lang:bilingual", {"nurse"}},
         {"-lang:en", {"soudeur"}},
         {"lang:fr -lang:en", {"soudeur"}},
         {"soudeur province:QC pay:>=40/h", {"english"}}}
    );
}

TEST(Browse, finds_postings_by_the_day_they_were_posted) {
    IndexedPostings indexed;
    const auto posted = [](const std::string& on) {
        store::PostingRecord result = record(on, "Welder");
        result.posting.date_posted = day(on);
        return result;
    };
    indexed.add(
        {posted("2026-11-16"), posted("2026-11-09"), posted("2026-11-08"), posted("2026-10-02")}
    );
    check(
        indexed,
        {{"posted:0d", {"2026-11-16"}},
         {"posted:7d", {"2026-11-16", "2026-11-09"}},
         {"posted:<7d", {"2026-11-16"}},
         {"posted:>7d", {"2026-11-08", "2026-10-02"}},
         {"posted:2w -posted:7d", {"2026-11-08"}},
         {"posted:2026-11-08..2026-11-09", {"2026-11-09", "2026-11-08"}},
         {"posted:<2026-11-08", {"2026-10-02"}},
         {"posted:>=2026-11-09 posted:7d", {"2026-11-16", "2026-11-09"}}}
    );
}

normalise::Gazetteer gazetteer() {
    const auto entry = [](const std::int32_t id,
                          const std::string& name,
                          const Province province,
                          const double latitude,
                          const double longitude,
                          const std::int32_t population) {
        return domain::GazetteerEntry{
            .id = id,
            .name = name,
            .province = province,
            .coordinates = {.latitude = latitude, .longitude = longitude},
            .population = population,
            .other_names = {}};
    };
    return normalise::Gazetteer{
        {entry(1, "Halifax", Province::NS, 44.6464, -63.5729, 440'000),
         entry(2, "Dartmouth", Province::NS, 44.6713, -63.5772, 90'000),
         entry(3, "Truro", Province::NS, 45.3668, -63.2654, 12'000),
         entry(4, "Windsor", Province::ON, 42.3001, -83.0165, 220'000),
         entry(5, "Windsor", Province::NS, 44.9908, -64.1282, 60'000),
         entry(6, "Montréal", Province::QC, 45.5088, -73.5878, 1'700'000)}};
}

TEST(Browse, finds_a_posting_of_a_region_by_its_province_and_by_the_region_and_not_near_a_city) {
    IndexedPostings indexed;
    const normalise::Gazetteer places = gazetteer();
    indexed.knowledge().gazetteer = &places;
    store::PostingRecord valley = record("valley", "Welder");
    domain::Place& place = valley.posting.job_locations.front();
    place = {};
    place.province = Province::NS;
    place.region = "Annapolis Valley";
    indexed.add({record("calgary", "Welder"), valley});
    check(
        indexed,
        {{"province:NS", {"valley"}},
         {"\"annapolis valley\"", {"valley"}},
         {"near:Halifax,500km", {}},
         {"welder", {"calgary", "valley"}}}
    );
}

TEST(Browse, finds_postings_near_a_place) {
    IndexedPostings indexed;
    const normalise::Gazetteer places = gazetteer();
    indexed.knowledge().gazetteer = &places;
    const auto at = [](const std::int32_t id) {
        store::PostingRecord result = record(std::to_string(id), "Welder");
        result.posting.job_locations.front().gazetteer_id = id;
        return result;
    };
    store::PostingRecord two = at(2);
    two.posting.job_locations.push_back(two.posting.job_locations.front());
    two.posting.job_locations.back().gazetteer_id = 6;
    indexed.add({at(1), two, at(3), at(4), at(5), record("nowhere", "Welder")});
    check(
        indexed,
        {{"near:Halifax,5km", {"1", "2"}},
         {"near:halifax", {"1", "2"}},
         {"near:Halifax,100km", {"1", "2", "3", "5"}},
         {"near:montreal,10", {"2"}},
         {"near:Windsor,NS,10km", {"5"}},
         {"near:Windsor,ON,10km,Truro,1km", {"3", "4"}},
         {"-near:Halifax,100km", {"4", "nowhere"}}}
    );
    const auto fault = [&](const std::string& text) {
        return search::fault_of({.text = text, .as_of = day("2026-11-16")}, indexed.knowledge())
            .value();
    };
    EXPECT_EQ(fault("welder near:Windsor").code, search::QueryFaultCode::place_ambiguous);
    EXPECT_EQ(fault("welder near:Windsor").position, 13U);
    EXPECT_EQ(fault("near:Halifx,20km").code, search::QueryFaultCode::place_not_known);
    EXPECT_EQ(fault("near:Halifx,20km").suggestion, "Halifax");
    EXPECT_EQ(fault("near:Truro,ON").code, search::QueryFaultCode::place_not_known);
    const auto refused = search::search(
        indexed.index(), {.text = "near:Halifx", .as_of = day("2026-11-16")}, indexed.knowledge()
    );
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "q");
}

TEST(Browse, finds_postings_by_the_points_that_an_offer_would_add) {
    IndexedPostings indexed;
    const auto noc = [](const int number) { return domain::NocCode::from_number(number); };
    indexed.knowledge().nocs = {noc(12), noc(13), noc(21231), noc(72106), noc(75101), noc(31301)};
    indexed.knowledge().lift = [](const domain::NocCode code) -> std::optional<int> {
        if (code.number() == 31301) {
            return std::nullopt;
        }
        return code.major_group() == 0 ? 200 : code.teer() <= 3 ? 50 : 0;
    };
    store::PostingRecord part_time = with_noc(record("part_time", "Welder"), 72106);
    part_time.posting.work_time = domain::WorkTime::part_time;
    store::PostingRecord quebec = with_noc(record("quebec", "Director"), 12);
    quebec.posting.job_locations.front().province = Province::QC;
    indexed.add(
        {with_noc(record("director", "Director"), 13),
         with_noc(record("engineer", "Engineer"), 21231),
         with_noc(record("labourer", "Labourer"), 75101),
         with_noc(record("unknown", "Nurse"), 31301),
         part_time,
         quebec}
    );
    check(
        indexed,
        {{"lift:>=50", {"director", "engineer"}},
         {"lift:200", {"director"}},
         {"lift:>200", {}},
         {"lift:50", {"engineer"}},
         {"lift:0", {"labourer", "part_time", "quebec"}},
         {"lift:<=50", {"engineer", "labourer", "part_time", "quebec"}},
         {"-lift:0", {"director", "engineer", "unknown"}}}
    );
}

TEST(Browse, finds_synonyms_after_the_words_themselves_and_says_so) {
    IndexedPostings indexed;
    // Many who name it so make the words frequent, and the synonyms rare and heavy.
    std::vector<store::PostingRecord> records;
    for (int number = 0; number < 12; ++number) {
        store::PostingRecord nurse =
            with_noc(record("nurse" + std::to_string(number), "Helper"), 65200);
        nurse.posting.description = "Works beside a registered nurse, and does much else besides";
        records.push_back(nurse);
    }
    store::PostingRecord rn = with_noc(record("rn", "RN"), 65200);
    rn.posting.duties = {"RN", "RN care"};
    records.push_back(rn);
    records.push_back(with_noc(french_record("autorisee", "Infirmière autorisée"), 65200));
    records.push_back(with_noc(record("other", "Registered massage therapist"), 65200));
    indexed.add(records);

    const search::Page page = indexed.page({.text = "registered nurses", .limit = 100});
    ASSERT_EQ(page.hits.size(), 14U);
    const Keys keys = indexed.keys(page.hits);
    EXPECT_THAT(Keys(keys.begin() + 12, keys.end()), UnorderedElementsAre("rn", "autorisee"));
    for (std::size_t at = 0; at < 12; ++at) {
        EXPECT_THAT(page.hits[at].synonyms, IsEmpty());
    }
    for (std::size_t at = 12; at < 14; ++at) {
        ASSERT_EQ(page.hits[at].synonyms.size(), 1U);
        EXPECT_EQ(page.hits[at].synonyms.front().asked, "registered nurses");
        EXPECT_TRUE(
            page.hits[at].synonyms.front().found ==
            (keys[at] == "rn" ? "RN" : "infirmière autorisée")
        );
    }
    const search::Page abbreviated = indexed.page({.text = "RN beside"});
    EXPECT_EQ(abbreviated.hits.size(), 12U);
    EXPECT_THAT(
        abbreviated.hits.front().synonyms, ElementsAre(SynonymHit{"RN", "registered nurse"})
    );
    EXPECT_EQ(indexed.find_text("\"rn\""), Keys{"rn"}) << "a phrase is meant as it stands";
    EXPECT_EQ(indexed.find_text("infirmiere autorisee").front(), "autorisee");
}

TEST(Browse, suggests_words_of_the_index_for_words_that_it_has_not) {
    IndexedPostings indexed;
    indexed.add(
        {record("welder", "Welder"),
         record("two", "Welders and machinists"),
         french_record("developpeuse", "Développeuse d’applications")}
    );
    const auto suggestion = [&](const std::string& text) {
        return indexed.page({.text = text}).did_you_mean;
    };
    EXPECT_EQ(suggestion("weldre"), "welder");
    EXPECT_EQ(suggestion("province:AB machinsts -cook"), "province:AB machinists -cook");
    EXPECT_EQ(suggestion("title:\"wedler night\""), "title:\"welder night\"");
    EXPECT_EQ(suggestion("developeuse"), "développeuse");
    EXPECT_EQ(suggestion("Dévelopeuse wleder"), "développeuse welder");
    EXPECT_EQ(suggestion("welder"), "");
    EXPECT_EQ(suggestion("xyzzyx"), "");
    EXPECT_EQ(suggestion("amd"), "") << "an abbreviation is no misspelt word";
    EXPECT_EQ(suggestion("cook"), "") << "nor is a name that has synonyms";
    EXPECT_EQ(suggestion("welder zz12"), "");
    EXPECT_EQ(suggestion(""), "");
}

TEST(Browse, counts_all_hits_by_their_facets) {
    IndexedPostings indexed;
    std::vector<store::PostingRecord> records;
    for (int number = 0; number < 30; ++number) {
        store::PostingRecord one = record("r" + std::to_string(number), "Welder");
        one.posting.noc = domain::NocCode::from_number(number % 3 == 0 ? 63200 : 72106);
        one.posting.remote = number % 5 == 0;
        one.posting.working_language =
            number % 2 == 0 ? WorkingLanguage::french : WorkingLanguage::not_stated;
        if (number < 10) {
            one.posting.job_locations.emplace_back().province = Province::BC;
        }
        records.push_back(one);
    }
    indexed.add(records);
    EXPECT_FALSE(indexed.page({.text = "welder"}).facets);
    for (const std::string text : {"welder", ""}) {
        const search::Page page = indexed.page({.text = text, .limit = 1, .facets = true});
        ASSERT_TRUE(page.facets);
        const search::FacetCounts& facets = *page.facets;
        EXPECT_TRUE(page.facets_exact && page.total_exact);
        EXPECT_EQ(facets.total(), 30);
        EXPECT_EQ(facets.provinces()[static_cast<std::size_t>(Province::AB)], 30);
        EXPECT_EQ(facets.provinces()[static_cast<std::size_t>(Province::BC)], 10);
        EXPECT_EQ(facets.provinces()[static_cast<std::size_t>(Province::QC)], 0);
        EXPECT_EQ(facets.teers()[2], 20);
        EXPECT_EQ(facets.teers()[3], 10);
        EXPECT_EQ(facets.languages()[static_cast<std::size_t>(WorkingLanguage::french)], 15);
        EXPECT_EQ(facets.languages()[static_cast<std::size_t>(WorkingLanguage::english)], 0);
        EXPECT_EQ(facets.remote(), 6);
        const auto nocs = facets.top_nocs(20);
        ASSERT_EQ(nocs.size(), 2U);
        EXPECT_EQ(nocs[0].noc.to_string(), "72106");
        EXPECT_EQ(nocs[0].hits, 20);
        EXPECT_EQ(facets.top_nocs(1).size(), 1U);
    }
    EXPECT_EQ(indexed.page({.text = "province:BC remote:yes", .facets = true}).facets->total(), 2);
    EXPECT_EQ(indexed.page({.text = "plumber", .facets = true}).facets->total(), 0);
}

TEST(Browse, says_when_the_index_has_moved_between_two_pages) {
    IndexedPostings indexed;
    constexpr int count = 6;
    std::vector<store::PostingRecord> records;
    records.reserve(count);
    for (int number = 0; number < count; ++number) {
        records.push_back(record("r" + std::to_string(number), "Welder"));
    }
    indexed.add(records);
    for (const std::string text : {"", "welder"}) {
        Query query{.text = text, .as_of = day("2026-11-16"), .limit = 2};
        query.cursor = indexed.page(query).next_cursor;
        const search::Page second = indexed.page(query);
        EXPECT_FALSE(second.moved);
        indexed.add({record("later" + text, "Cook")});
        const search::Page again = indexed.page(query);
        EXPECT_TRUE(again.moved);
        EXPECT_EQ(again.total, second.total);
        query.cursor = again.next_cursor;
        EXPECT_TRUE(indexed.page(query).moved) << "and on every page after it";
    }
}

}  // namespace
