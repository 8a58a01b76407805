// Ingest end to end (read, normalise, check, store, index) against the bare Xapian writer on the
// same postings in the same run: what the system of record and the checks cost. Both write real
// files; PostgreSQL is a throwaway one without fsync. Items are records.

#include "indexer/ingest.hpp"
#include "indexer/reference.hpp"
#include "indexer/search/writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <benchmark/benchmark.h>
#include <boost/json.hpp>

#include <array>
#include <filesystem>
#include <random>
#include <string>
#include <xapian.h>

namespace {

namespace json = boost::json;

constexpr int records = 10'000;
constexpr unsigned seed = 20261116;

constexpr std::array titles{
    "Welder",
    "Software developer",
    "Registered nurse",
    "Truck driver",
    "Cook",
    "Soudeuse",
    "Infirmier auxiliaire",
    "Développeur Web",
    "Électricienne",
    "Accountant"};
constexpr std::array nocs{
    "72106", "21232", "31301", "73300", "63200", "72106", "32101", "21234", "72200", "11100"};
constexpr std::array cities{"Calgary", "Edmonton", "Red Deer", "Lethbridge", "Fort McMurray"};

constexpr std::string_view mapping = R"({
  "name": "bench", "format": "ndjson",
  "fields": {
    "source_id": "id", "url": { "template": "https://bench.example/{id}" }, "title": "title",
    "employer": "employer", "city": "city", "province": "province", "date_posted": "posted",
    "noc_2021": "noc", "pay_text": "pay", "description": "description"
  }
})";

/// Some 150 words, their frequencies falling as those of a language do.
std::string description(std::mt19937& random) {
    std::geometric_distribution<int> word{0.004};
    std::string text;
    for (int count = 0; count < 150; ++count) {
        text += "word" + std::to_string(word(random)) + ' ';
    }
    return text;
}

/// Plainly fictional postings, about 1.2 kB each.
std::vector<json::object> generated() {
    std::mt19937 random{seed};
    std::vector<json::object> result;
    for (int number = 0; number < records; ++number) {
        const auto at = static_cast<std::size_t>(number);
        result.push_back(
            {{"id", std::to_string(number)},
             {"title", titles[at % titles.size()]},
             {"employer", "Employer " + std::to_string(random() % 2'000)},
             {"city", cities[random() % cities.size()]},
             {"province", "AB"},
             {"posted", "2026-11-" + std::to_string(10 + random() % 6)},
             {"noc", nocs[at % nocs.size()]},
             {"pay", "$" + std::to_string(20 + random() % 40) + ".00 hourly"},
             {"description", description(random)}}
        );
    }
    return result;
}

void ingests_end_to_end(benchmark::State& state) {
    const support::TemporaryFolder folder;
    std::string lines;
    for (const json::object& record : generated()) {
        lines += json::serialize(record) + '\n';
    }
    const sources::SourceFile file{
        .path = folder.write("feed.ndjson", lines),
        .mapping = folder.write("bench.json", mapping),
        .name = ""};
    for (auto _ : state) {
        state.PauseTiming();
        const support::TestDatabase test_database;
        store::Database database{
            {.conninfo = test_database.conninfo(),
             .connections_max = 1,
             .statement_timeout = std::chrono::milliseconds{0}}};
        store::PostingStore postings{database};
        store::ReferenceStore reference_store{database};
        const ingest::Reference reference = ingest::load_reference(reference_store);
        const std::string index = folder.path() / "index";
        std::filesystem::remove_all(index);
        state.ResumeTiming();
        const auto report = ingest::ingest(
            file,
            reference.gazetteer,
            reference.occupations,
            postings,
            {.fetched_on = domain::parse_date("2026-11-16").value()}
        );
        search::update_index(index, postings, {}, reference.unit_groups);
        if (report.value().counts.stored != records) {
            state.SkipWithError("not every record was stored");
        }
    }
    state.SetItemsProcessed(state.iterations() * records);
}
BENCHMARK(ingests_end_to_end)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

/// One language, stems, no positions, filters and values as in our schema.
void writes_with_xapian_alone(benchmark::State& state) {
    const support::TemporaryFolder folder;
    const std::vector<json::object> postings = generated();
    const auto text = [](const json::object& posting, const char* name) {
        const auto& value = posting.at(name).as_string();
        return std::string{value.data(), value.size()};
    };
    for (auto _ : state) {
        Xapian::WritableDatabase database{
            (folder.path() / "bare").string(), Xapian::DB_CREATE_OR_OVERWRITE};
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem{"english"});
        generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
        for (const json::object& posting : postings) {
            Xapian::Document document;
            generator.set_document(document);
            generator.index_text_without_positions(text(posting, "title"), 5);
            generator.index_text_without_positions(text(posting, "employer"));
            generator.index_text_without_positions(text(posting, "description"));
            document.add_boolean_term("XN" + text(posting, "noc"));
            document.add_boolean_term("XP" + text(posting, "province"));
            document.add_value(0, text(posting, "posted"));
            document.add_value(1, text(posting, "pay"));
            database.add_document(document);
        }
        database.commit();
    }
    state.SetItemsProcessed(state.iterations() * records);
}
BENCHMARK(writes_with_xapian_alone)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace
