// Ingest end to end (read, normalise, check, store, index) against the bare Xapian writer on the
// same postings in the same run: what the system of record and the checks cost.
//
//   ingest_bench [RECORDS]     default 20,000; the figure to publish is that of 1,000,000
//
// Prints the rate and the memory in use as it goes, then both rates and their ratio. The bare
// writer adds documents of the same terms and values, made from the same postings in memory, and
// nothing else: it reads no file, knows no PostgreSQL and checks nothing. PostgreSQL is a throwaway
// one without fsync unless JOBSCOUT_TEST_SOCKET names another.

#include "indexer/run.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <xapian.h>

namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

constexpr unsigned seed = 20261116;
constexpr std::int64_t told_every = 50'000;

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

/// Made-up words whose frequencies fall as those of a language do (Zipf), 30,000 of them.
class Vocabulary {
public:
    Vocabulary() {
        static constexpr std::array syllables{"ba", "con", "di",  "er",  "fal", "gu", "hin", "ism",
                                              "jo", "kel", "lu",  "mon", "ner", "op", "pra", "qui",
                                              "ro", "ste", "tan", "ul",  "ver", "wi", "xa",  "zor"};
        std::mt19937 random{seed};
        double sum = 0;
        for (int rank = 1; rank <= 30'000; ++rank) {
            std::string word;
            for (std::size_t count = 1 + random() % 2 + (rank > 500 ? 2 : 0); count > 0; --count) {
                word += syllables[random() % syllables.size()];
            }
            words_.push_back(word);
            cumulated_.push_back(sum += 1.0 / rank);
        }
    }

    const std::string& word(std::mt19937& random) const {
        std::uniform_real_distribution<double> anywhere{0, cumulated_.back()};
        const auto found = std::lower_bound(cumulated_.begin(), cumulated_.end(), anywhere(random));
        return words_[static_cast<std::size_t>(found - cumulated_.begin())];
    }

private:
    std::vector<std::string> words_;
    std::vector<double> cumulated_;
};

/// Plainly fictional postings; their text has 60 to 320 words, some 1.3 kB.
class Postings {
public:
    json::object next() {
        const std::size_t at = static_cast<std::size_t>(number_) % titles.size();
        std::string description;
        const auto words = 60 + random_() % 130 + random_() % 130;
        for (std::size_t count = 0; count < words; ++count) {
            description += vocabulary_.word(random_) + (count % 12 == 11 ? ". " : " ");
        }
        return {
            {"id", std::to_string(number_++)},
            {"title", titles[at]},
            {"employer", "Employer " + std::to_string(random_() % 20'000)},
            {"city", cities[random_() % cities.size()]},
            {"province", "AB"},
            {"posted", "2026-11-" + std::to_string(10 + random_() % 6)},
            {"noc", nocs[at]},
            {"pay", "$" + std::to_string(20 + random_() % 40) + ".00 hourly"},
            {"description", description}};
    }

private:
    std::mt19937 random_{seed};
    Vocabulary vocabulary_;
    std::int64_t number_ = 0;
};

double seconds_since(const Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// In megabytes.
std::int64_t memory_in_use() {
    std::ifstream pages{"/proc/self/statm"};
    std::int64_t all = 0;
    std::int64_t resident = 0;
    pages >> all >> resident;
    return resident * 4096 / 1'000'000;
}

void tell(const std::string& what, const std::int64_t records, const double seconds) {
    std::cout << what << ": " << records << " records, "
              << static_cast<std::int64_t>(static_cast<double>(records) / seconds) << "/s, "
              << memory_in_use() << " MB" << std::endl;
}

/// Records a second.
double end_to_end(const sources::SourceFile& file, const std::int64_t records) {
    const support::TemporaryFolder folder;
    const support::TestDatabase test_database;
    store::Database database{
        {.conninfo = test_database.conninfo("jobscout_owner"),
         .connections_max = 1,
         .statement_timeout = std::chrono::milliseconds{0}}};
    const ingest::Reference reference = ingest::load_reference(database);
    const Clock::time_point start = Clock::now();
    std::int64_t told = 0;
    const ingest::RunReport report = ingest::run(
        {{.file = file}},
        database,
        reference,
        {.day = domain::parse_date("2026-11-16").value(),
         .index_folder = folder.path() / "index",
         .progress =
             [&](const auto&, const ingest::Progress& progress) {
                 if (progress.records - told >= told_every) {
                     told = progress.records;
                     tell("end to end", told, seconds_since(start));
                 }
             }}
    );
    const double seconds = seconds_since(start);
    if (report.files.at(0).outcome.value().counts.stored != records ||
        report.index->documents != records) {
        throw std::runtime_error{"not every record was stored and indexed"};
    }
    tell("end to end, done", records, seconds);
    return static_cast<double>(records) / seconds;
}

/// One language, stemmed, no positions, filters and values: what the words of a posting cost where
/// Xapian's own generator makes the terms. Records a second.
double bare_writer(const std::filesystem::path& feed, const std::int64_t records) {
    const support::TemporaryFolder folder;
    std::ifstream lines{feed};
    double seconds = 0;
    std::int64_t written = 0;
    Xapian::WritableDatabase database{
        (folder.path() / "bare").string(), Xapian::DB_CREATE_OR_OVERWRITE};
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem{"english"});
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
    std::vector<json::object> postings;
    const auto text = [](const json::object& posting, const char* name) {
        const auto& value = posting.at(name).as_string();
        return std::string{value.data(), value.size()};
    };
    const auto write = [&] {
        const Clock::time_point start = Clock::now();
        for (const json::object& posting : postings) {
            Xapian::Document document;
            generator.set_document(document);
            for (const auto* prefix : {"XEN", "XFR"}) {
                generator.index_text_without_positions(text(posting, "employer"), 2, prefix);
                generator.index_text_without_positions(text(posting, "city"), 1, prefix);
            }
            generator.index_text_without_positions(text(posting, "title"), 6, "XEN");
            generator.index_text_without_positions(text(posting, "description"), 1, "XEN");
            document.add_boolean_term("XN" + text(posting, "noc"));
            document.add_boolean_term("XT" + text(posting, "noc").substr(1, 1));
            document.add_boolean_term("XP:" + text(posting, "province"));
            document.add_value(0, text(posting, "posted"));
            document.add_value(1, text(posting, "posted"));
            document.add_value(2, text(posting, "pay"));
            database.add_document(document);
        }
        seconds += seconds_since(start);
        written += static_cast<std::int64_t>(postings.size());
        postings.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        postings.push_back(json::parse(line).as_object());
        if (postings.size() == 5'000) {
            write();
            if (written % told_every == 0) {
                tell("bare writer", written, seconds);
            }
        }
    }
    write();
    const Clock::time_point start = Clock::now();
    database.commit();
    seconds += seconds_since(start);
    tell("bare writer, done", records, seconds);
    return static_cast<double>(records) / seconds;
}

}  // namespace

int main(const int argc, char** argv) {
    const std::int64_t records = argc > 1 ? std::atoll(argv[1]) : 20'000;
    const support::TemporaryFolder folder;
    const std::filesystem::path feed = folder.path() / "feed.ndjson";
    {
        std::ofstream lines{feed};
        Postings postings;
        for (std::int64_t number = 0; number < records; ++number) {
            lines << json::serialize(postings.next()) << '\n';
        }
    }
    std::cout << records << " records, " << std::filesystem::file_size(feed) / 1'000'000 << " MB\n";
    const sources::SourceFile file{
        .path = feed, .mapping = folder.write("bench.json", mapping), .name = ""};
    const double ours = end_to_end(file, records);
    const double bare = bare_writer(feed, records);
    std::cout << "ratio: " << ours / bare << std::endl;
}
