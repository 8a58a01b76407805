// Ingest end to end (read, normalise, check, store, mark duplicates, index) against a bare Xapian
// writer of the same documents in the same run: what the system of record and the checks cost.
//
//   ingest_bench [RECORDS]     default 20,000; the figure to publish is that of 1,000,000
//
// Prints the rate and the memory in use as it goes, then both rates and their ratio. The bare
// writer is given the postings in memory; one thread makes their documents (the same terms, values
// and ids) and adds them, and nothing else is timed: it reads no file, knows no PostgreSQL, checks
// nothing and commits once. That both indexes hold the same is verified document by document.
// PostgreSQL is a throwaway one without fsync unless JOBSCOUT_TEST_SOCKET names another.

#include "indexer/run.hpp"
#include "indexer/search/document.hpp"
#include "indexer/search/schema.hpp"
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

/// What is measured, and what both writers share.
class Bench {
public:
    explicit Bench(const std::int64_t records) : records_{records} {}

    /// Records a second.
    double end_to_end(const sources::SourceFile& file);
    double bare_writer();

    /// Throws unless both indexes hold the same documents.
    void compare() const;

private:
    Xapian::Document document(const store::StoredPosting& stored) const {
        Xapian::Document document = search::document(stored.posting, unit_groups_).document;
        document.add_value(
            search::schema::revision,
            search::schema::to_value(static_cast<std::uint64_t>(stored.revision))
        );
        return document;
    }

    std::string index_folder() const { return (folder_.path() / "index").string(); }
    std::string bare_index() const { return (folder_.path() / "bare").string(); }

    std::int64_t records_;
    support::TemporaryFolder folder_;
    support::TestDatabase test_database_;
    store::Database database_{
        {.conninfo = test_database_.conninfo("jobscout_owner"),
         .connections_max = 1,
         .statement_timeout = std::chrono::milliseconds{0}}};
    search::UnitGroups unit_groups_;
};

double Bench::end_to_end(const sources::SourceFile& file) {
    const ingest::Reference reference = ingest::load_reference(database_);
    for (const store::NocUnitGroup& group : reference.unit_groups) {
        unit_groups_.emplace(group.noc, group);
    }
    const Clock::time_point start = Clock::now();
    std::int64_t told = 0;
    double stored_after = 0;
    const ingest::RunReport report = ingest::run(
        {{.file = file}},
        database_,
        reference,
        {.day = domain::parse_date("2026-11-16").value(),
         .index_folder = index_folder(),
         .progress =
             [&](const auto&, const ingest::Progress& progress) {
                 stored_after = seconds_since(start);
                 if (progress.records - told >= told_every) {
                     told = progress.records;
                     tell("end to end", told, stored_after);
                 }
             }}
    );
    const double seconds = seconds_since(start);
    if (report.files.at(0).outcome.value().counts.stored != records_ ||
        report.index->documents != records_) {
        throw std::runtime_error{"not every record was stored and indexed"};
    }
    tell("end to end, done", records_, seconds);
    std::cout << "- after the last record was stored: " << seconds - stored_after << " s; "
              << report.duplicates.merged << " marked as duplicates" << std::endl;
    return static_cast<double>(records_) / seconds;
}

double Bench::bare_writer() {
    constexpr std::size_t batch_size = 5'000;
    store::PostingStore postings{database_};
    Xapian::WritableDatabase index{bare_index(), Xapian::DB_CREATE_OR_OVERWRITE};
    std::vector<store::StoredPosting> batch;
    double seconds = 0;
    std::int64_t written = 0;
    do {
        batch = batch.empty() ? postings.changed_since(0, 0, batch_size)
                              : postings.changed_since(
                                    batch.back().revision, batch.back().posting.id, batch_size
                                );
        const Clock::time_point start = Clock::now();
        for (const store::StoredPosting& stored : batch) {
            // An id above all others: Xapian adds the document and looks for no old one.
            index.replace_document(static_cast<Xapian::docid>(stored.posting.id), document(stored));
        }
        seconds += seconds_since(start);
        written += static_cast<std::int64_t>(batch.size());
        if (written % told_every == 0 && !batch.empty()) {
            tell("bare writer", written, seconds);
        }
    } while (!batch.empty());
    const Clock::time_point start = Clock::now();
    index.commit();
    seconds += seconds_since(start);
    tell("bare writer, done", written, seconds);
    return static_cast<double>(written) / seconds;
}

/// Terms with how often they count, and values, as one text.
std::string contents(const Xapian::Document& document) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        text += *term + ' ' + std::to_string(term.get_wdf()) + '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        text += std::to_string(value.get_valueno()) + ' ' + *value + '\n';
    }
    return text + document.get_data();
}

void Bench::compare() const {
    const Xapian::Database ours{index_folder()};
    const Xapian::Database bare{bare_index()};
    auto other = bare.postlist_begin("");
    std::int64_t same = 0;
    for (auto each = ours.postlist_begin(""); each != ours.postlist_end(""); ++each, ++other) {
        if (other == bare.postlist_end("") || *each != *other ||
            contents(ours.get_document(*each)) != contents(bare.get_document(*other))) {
            throw std::runtime_error{"the indexes differ at posting " + std::to_string(*each)};
        }
        ++same;
    }
    if (other != bare.postlist_end("") || same != records_) {
        throw std::runtime_error{"the indexes do not hold the same number of documents"};
    }
    std::cout << same << " documents are the same in both" << std::endl;
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
    Bench bench{records};
    const double ours = bench.end_to_end(file);
    const double bare = bench.bare_writer();
    bench.compare();
    std::cout << "ratio: " << ours / bare << std::endl;
}
