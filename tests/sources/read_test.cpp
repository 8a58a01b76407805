#include "indexer/sources/read.hpp"

#include "indexer/sources/html.hpp"
#include "tests/sources/reading.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sources::Field;
using support::content_of;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

Reading reading_of_fixture(const std::string_view name) {
    return reading_of({.path = fixture(name), .mapping = std::nullopt, .name = {}});
}

TEST(Read, takes_a_posting_from_broken_json_ld_in_a_page) {
    const auto reading = reading_of_fixture("json_ld_broken_en.html");
    EXPECT_EQ(reading.value(Field::source_id), "Example Harbour Works/4711");
    EXPECT_EQ(reading.value(Field::url), "https://careers.harbour.example/jobs/marine-electrician");
    EXPECT_EQ(reading.value(Field::title), "Marine electrician");
    EXPECT_THAT(
        reading.values(Field::location), ElementsAre("Lunenburg, NS B0J 0A0", "Shelburne, NS")
    );
    EXPECT_EQ(reading.value(Field::pay_min), "31.5");
    EXPECT_EQ(reading.value(Field::pay_max), "40");
    EXPECT_EQ(reading.value(Field::noc_2021), "72200");
    EXPECT_EQ(reading.value(Field::text_language), "en");
    EXPECT_THAT(reading.value(Field::description), HasSubstr("Keep // the ferries running"));
    EXPECT_THAT(reading.records.front().raw, HasSubstr(R"("title":"Marine electrician")"));
}

TEST(Read, takes_a_posting_from_an_english_job_bank_page) {
    const auto reading = reading_of_fixture("job_bank_en.html");
    struct Case {
        Field field;
        std::vector<std::string> values;
    };
    const std::array cases{
        Case{Field::source_id, {"Job Bank/9900001"}},
        Case{Field::url, {"https://www.jobbank.gc.ca/jobsearch/jobposting/9900001"}},
        Case{Field::title, {"Welder"}},
        Case{Field::original_title, {"Ship's Welder (nights)"}},
        Case{Field::employer, {"Example Shipyard Inc."}},
        Case{Field::location, {"12 Example Wharf, Sydney, NS B1P 0A0"}},
        Case{Field::location_hint, {"welder - Sydney (NS) - Job posting"}},
        Case{Field::remote, {"Remote work available"}},
        Case{Field::date_posted, {"June 03, 2026"}},
        Case{Field::valid_through, {"2026-07-03"}},
        Case{Field::noc_2021, {"72106"}},
        Case{Field::noc_2016, {}},
        Case{Field::pay_text, {}},
        Case{Field::pay_min, {"31.00"}},
        Case{Field::pay_max, {"38.50"}},
        Case{Field::pay_period, {"HOUR"}},
        Case{Field::pay_currency, {"CAD"}},
        Case{Field::hours, {"40 hours per week"}},
        Case{Field::employment, {"Permanent employment; Full time"}},
        Case{Field::languages, {"English"}},
        Case{Field::text_language, {"en"}},
        Case{
            Field::education,
            {"Secondary (high) school graduation certificate; or equivalent experience"}},
        Case{Field::experience, {"1 year to less than 2 years"}},
        Case{Field::credentials, {"Welder Red Seal Certificate", "First Aid Certificate"}},
        Case{Field::duties, {"Read blueprints", "Weld hull plates"}},
        Case{Field::skills, {"Shielded metal arc", "Flux core", "G-code"}},
        Case{Field::audience, {"Anyone who can legally work in Canada can apply for this job."}},
        Case{Field::vacancies, {"3 vacancies"}},
        Case{Field::starts_on, {"Start date 2026-07-06"}},
    };
    for (const auto& [field, values] : cases) {
        EXPECT_EQ(reading.values(field), values) << sources::to_string(field);
    }
    EXPECT_EQ(reading.records.front().raw, content_of(fixture("job_bank_en.html")));
}

TEST(Read, takes_a_posting_from_a_french_job_bank_page) {
    const auto reading = reading_of_fixture("job_bank_fr.html");
    struct Case {
        Field field;
        std::vector<std::string> values;
    };
    const std::array cases{
        Case{Field::source_id, {"Emplois Exemple/E-17"}},
        Case{Field::url, {"https://emplois.exemple/offres/E-17?l=fr&s=1"}},
        Case{Field::title, {"Infirmier/Infirmière"}},
        Case{Field::employer, {"Clinique Exemple du Fleuve"}},
        Case{Field::location, {"Rimouski, QC", "Matane, QC"}},
        Case{Field::remote, {"Télétravail possible"}},
        Case{Field::date_posted, {"4 juin 2026"}},
        Case{Field::noc_2016, {"3012"}},
        Case{Field::pay_text, {"À discuter"}},
        Case{Field::employment, {"Emploi permanent; Temps plein"}},
        Case{Field::languages, {"Bilingue"}},
        Case{Field::text_language, {"fr"}},
        Case{Field::education, {"Baccalauréat"}},
        Case{Field::skills, {"Autonomie", "Entregent"}},
        Case{Field::vacancies, {"1 poste vacant"}},
        Case{Field::starts_on, {"Commence dès que possible"}},
    };
    for (const auto& [field, values] : cases) {
        EXPECT_EQ(reading.values(field), values) << sources::to_string(field);
    }
}

TEST(Read, says_why_a_page_is_no_posting) {
    const TemporaryFolder folder;
    struct Case {
        std::filesystem::path file;
        std::string_view reason;
    };
    std::string deep = "<html>";
    for (int level = 0; level < 100'000; ++level) {
        deep += "<div>";
    }
    const std::array cases{
        Case{fixture("job_bank_closed_en.html"), "the posting is no longer advertised"},
        Case{fixture("job_bank_closed_fr.html"), "the posting is no longer advertised"},
        Case{
            folder.write("a", "<html><h1 property=\"name\">Careers</h1>"),
            "the page holds no JobPosting"},
        Case{
            folder.write(
                "b", "<script type='application/ld+json'>{\"@type\":\"JobPosting\" \"x\"}</script>"
            ),
            "the JSON-LD of the page is not JSON"},
        Case{folder.write("c", deep), "the page is nested too deeply"},
        Case{folder.write("d", "<p>" + std::string(sources::page_bytes_max, 'x')), "the page has"},
        Case{folder.write("e", "{\n\"@type\":\"Event\"}"), "the document holds no JobPosting"},
        Case{folder.write("f", "[{\"@type\" \"JobPosting\"}]"), "the document is not JSON"},
        Case{folder.write("g", "[\"\xE9\"]"), "the document is not UTF-8"},
    };
    for (const auto& [file, reason] : cases) {
        const auto reading = reading_of({.path = file, .mapping = std::nullopt, .name = {}});
        EXPECT_TRUE(reading.records.empty()) << file;
        ASSERT_EQ(reading.unreadable.size(), 1U) << file;
        EXPECT_THAT(reading.unreadable.front().reason, HasSubstr(reason)) << file;
    }
}

TEST(Read, reads_json_documents_and_ndjson_gzipped_or_not) {
    const TemporaryFolder folder;
    const std::string one = R"({"@type":"JobPosting","title":"Baker","identifier":1})";
    const std::string document = "{\n \"@graph\": [" + one + ", " + one + "]\n}\n";
    const std::string lines = one + "\n\n{\"@type\":\"Event\"}\n{\"broken\n" + one + "\r\n";
    for (const auto* ending : {"", ".gz"}) {
        const bool zip = std::string_view{ending} == ".gz";
        const auto as_written = [zip](const std::string& text) {
            return zip ? gzipped(text) : text;
        };
        const auto graph = reading_of(
            {.path = folder.write("graph.json" + std::string{ending}, as_written(document)),
             .mapping = std::nullopt,
             .name = {}}
        );
        EXPECT_EQ(graph.records.size(), 2U);
        EXPECT_EQ(graph.records.back().origin.line, 2);
        const auto feed = reading_of(
            {.path = folder.write("feed.ndjson" + std::string{ending}, as_written(lines)),
             .mapping = std::nullopt,
             .name = {}}
        );
        EXPECT_EQ(feed.records.size(), 2U);
        EXPECT_EQ(feed.records.back().origin.line, 5);
        EXPECT_EQ(feed.records.front().raw, one);
        EXPECT_THAT(
            feed.reasons(),
            ElementsAre("3: the line holds no JobPosting", HasSubstr("4: the line is not JSON"))
        );
    }
}

TEST(Read, reads_a_page_in_windows_1252) {
    const TemporaryFolder folder;
    const auto page = folder.write(
        "p.html",
        "<script type=application/ld+json>{\"@type\":\"JobPosting\",\"title\":\"Cuisini\xE8re \x96 "
        "caf\xE9\"}</script>"
    );
    const auto reading = reading_of({.path = page, .mapping = std::nullopt, .name = {}});
    EXPECT_EQ(reading.value(Field::title), "Cuisinière – café");
}

TEST(Read, refuses_what_it_cannot_tell) {
    const TemporaryFolder folder;
    const auto refusal = [](const std::filesystem::path& path) {
        const sources::SourceFile file{.path = path, .mapping = std::nullopt, .name = {}};
        EXPECT_FALSE(sources::read(file, {}));
        return sources::describe(file).error().message;
    };
    EXPECT_THAT(refusal(folder.write("t.csv", "a,b\n")), HasSubstr("a table needs a mapping"));
    EXPECT_THAT(refusal(folder.write("empty", "")), HasSubstr("neither HTML, XML nor JSON"));
    EXPECT_THAT(refusal(folder.path() / "none"), HasSubstr("none: no such file"));
    EXPECT_THAT(
        refusal(folder.write("cut.gz", gzipped("<p>cut off</p>").substr(0, 18))),
        HasSubstr("cut.gz: truncated gzip input")
    );
    EXPECT_THAT(refusal(folder.path()), HasSubstr("is a directory"));
}

TEST(Read, understands_what_the_operator_wrote) {
    struct Case {
        std::string_view argument;
        std::string path;
        std::optional<std::filesystem::path> mapping;
    };
    const std::array cases{
        Case{"feed.csv", "feed.csv", std::nullopt},
        Case{"maps/a.json=feed.csv.gz", "feed.csv.gz", "maps/a.json"},
        Case{"day=2026-06-01/feed.html", "day=2026-06-01/feed.html", std::nullopt},
        Case{"a.json=day=1/b.json=c", "day=1/b.json=c", "a.json"},
        Case{"postings.json", "postings.json", std::nullopt},
    };
    for (const auto& [argument, path, mapping] : cases) {
        const auto file = sources::source_file_from(argument);
        ASSERT_TRUE(file) << argument;
        EXPECT_EQ(file->path, path);
        EXPECT_EQ(file->mapping, mapping);
    }
    EXPECT_FALSE(sources::source_file_from(""));
    EXPECT_FALSE(sources::source_file_from("a.json="));
}

TEST(Read, expands_a_folder_in_order_under_its_own_name) {
    const TemporaryFolder folder;
    const auto feeds = folder.path() / "acme";
    std::filesystem::create_directories(feeds / "inner");
    for (const auto* name : {"acme/b.html", "acme/a.html", "acme/.hidden"}) {
        (void)folder.write(name, "<p>");
    }
    const auto files = sources::expand({.path = feeds / "", .mapping = std::nullopt, .name = {}});
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path.filename(), "a.html");
    EXPECT_EQ(files[1].path.filename(), "b.html");
    EXPECT_EQ(sources::describe(files[0])->name, "acme");

    const auto one = folder.write("feed_2026-06.x.ndjson.gz", gzipped("{}\n{}"));
    const auto single = sources::expand({.path = one, .mapping = std::nullopt, .name = {}});
    ASSERT_EQ(single.size(), 1U);
    EXPECT_EQ(sources::describe(single.front())->name, "feed_2026-06.x");
}

}  // namespace
