// Every file of public data that holds postings, taken in by one ingest: what of each source was
// read, stored and kept aside, how much of what it states is understood, and where its occupations
// come from. The files are read in place. Prints a table, whose counts add up. Of the two large
// files every tenth record, unless JOBSCOUT_EVERY_RECORD is set (tests/soak/every_source).

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/normalise.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/reference.hpp"
#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/lines.hpp"
#include "indexer/sources/read.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/support/shared.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using sources::Field;

struct Share {
    std::int64_t stated = 0;
    std::int64_t not_understood = 0;
    std::map<std::string, std::int64_t> reasons;

    double understood() const {
        return stated == 0 ? 1
                           : 1 - static_cast<double>(not_understood) / static_cast<double>(stated);
    }
};

/// What stands in the README's table, and the fields of a posting that feed it.
struct Line {
    std::string name;
    std::vector<Field> fields;
    double understood_min;
};
const std::vector<Line> lines{
    {"pay", {Field::pay_min, Field::pay_text}, 0.98},
    {"place", {Field::location, Field::city, Field::province, Field::location_hint}, 0.995},
    {"hours", {Field::hours}, 0.99},
    {"term and work time", {Field::employment}, 0.99},
    {"dates", {Field::date_posted, Field::valid_through}, 0.999},
    {"languages", {Field::languages}, 0.99},
    {"education", {Field::education}, 0.99},
    {"experience", {Field::experience}, 0.99},
};

struct Report {
    std::int64_t records = 0;
    std::map<std::string, Share> shares;
};

bool states(const sources::RawPosting& raw, const Field field) {
    const auto& values = raw.all(field);
    return std::any_of(values.begin(), values.end(), [](const std::string& value) {
        return !normalise::says_nothing(normalise::fold(value));
    });
}

void add(Report& report, const sources::RawPosting& raw, const normalise::Normalised& normalised) {
    ++report.records;
    for (const Line& line : lines) {
        Share& share = report.shares[line.name];
        const bool stated =
            std::any_of(line.fields.begin(), line.fields.end(), [&](const Field field) {
                return states(raw, field);
            });
        if (!stated) {
            continue;
        }
        // Words such as `to be negotiated` state no pay; what states none and is not complained of
        // is none.
        const bool is_pay = line.name == "pay";
        const auto complaint = std::find_if(
            normalised.not_understood.begin(),
            normalised.not_understood.end(),
            [&](const auto& value) {
                return std::find(line.fields.begin(), line.fields.end(), value.field) !=
                       line.fields.end();
            }
        );
        const bool complained = complaint != normalised.not_understood.end();
        if (is_pay && !complained && !normalised.posting.base_salary) {
            continue;
        }
        ++share.stated;
        if (complained) {
            ++share.not_understood;
            ++share.reasons[complaint->reason];
        }
    }
}

/// As the operator would state it: some feeds name neither employer nor full links.
const sources::FeedFacts facts{
    .employer = "Stated",
    .address = "https://stated.example/wday/cxs/a/b/jobs?finder=findReqs;siteNumber=CX_1"};

std::filesystem::path data() { return support::shared() / "data"; }

/// The saved pages are wrapped in lines; a file of its own for each.
std::string pages_in(const std::filesystem::path& folder) {
    auto stream =
        sources::ByteStream::open(data() / "postings/jobbank_html_pages_2021-03.ndjson.gz");
    sources::Lines wrapped{std::move(stream.value())};
    const auto pages = folder / "jobbank_html_pages";
    std::filesystem::create_directories(pages);
    while (const auto line = wrapped.next()) {
        const auto row = boost::json::parse(line->text);
        std::ofstream{pages / (std::to_string(line->number) + ".html")}
            << std::string_view{row.at("html").as_string()};
    }
    return pages.string();
}

/// Every tenth record of a file of lines, under the name of the file.
std::string tenth_of(const std::filesystem::path& file, const std::filesystem::path& folder) {
    auto stream = sources::ByteStream::open(file);
    sources::Lines lines_of_file{std::move(stream.value())};
    const auto tenth = folder / file.stem();  // It is no longer compressed.
    std::ofstream out{tenth};
    while (const auto line = lines_of_file.next()) {
        if (line->number % 10 == 0) {
            out << line->text << '\n';
        }
    }
    return tenth.string();
}

/// What there is, as arguments of `ingest`.
std::vector<std::string> every_file(const std::filesystem::path& folder) {
    const std::string root = REPOSITORY_ROOT;
    const std::map<std::string, std::string> mappings{
        {"ats_canada_2026-06_listing.json", "tests/sources/fixtures/ats_listing.json"},
        {"jobbank_2021-03_part1.ndjson.gz", "deploy/mappings/jobbank_archive_2021.json"},
        {"jobbank_2021-03_part2.ndjson.gz", "deploy/mappings/jobbank_archive_2021.json"},
        {"jobbank_2024-06_sample10pct.ndjson.gz", "deploy/mappings/jobbank_2024.json"},
        {"jobbank_details_2025-01_sample.json", "tests/sources/fixtures/job_bank_details.json"},
        {"jobbank_search_listing_2026-06_tech.ndjson",
         "tests/sources/fixtures/job_bank_listing.json"}};
    const bool every_record = std::getenv("JOBSCOUT_EVERY_RECORD") != nullptr;
    std::vector<std::string> arguments;
    for (const char* part : {"postings", "structured_data", "feeds_ats", "feeds"}) {
        if (!std::filesystem::exists(data() / part)) {
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator{data() / part}) {
            const std::string name = entry.path().filename().string();
            if (name == "provenance.json") {
                continue;
            }
            const auto mapping = mappings.find(name);
            const bool is_large = name.starts_with("jobbank_2021-03_part");
            const std::string path = name == "jobbank_html_pages_2021-03.ndjson.gz"
                                         ? pages_in(folder)
                                     : is_large && !every_record ? tenth_of(entry.path(), folder)
                                                                 : entry.path().string();
            arguments.push_back(
                mapping == mappings.end() ? path : root + "/" + mapping->second + "=" + path
            );
        }
    }
    std::sort(arguments.begin(), arguments.end());
    return arguments;
}

/// By source.
std::map<std::string, Report> reports_on(
    const std::vector<std::string>& arguments, const std::string& conninfo
) {
    store::Database database{{.conninfo = conninfo}};
    const ingest::Reference reference = ingest::load_reference(database);
    std::map<std::string, Report> reports;
    for (const std::string& argument : arguments) {
        for (sources::SourceFile& file :
             sources::expand(sources::source_file_from(argument).value())) {
            file.facts = facts;
            Report& report = reports[sources::describe(file).value().name];
            const sources::Sink sink{
                .record =
                    [&](const sources::Record& record) {
                        add(report,
                            record.posting,
                            normalise::normalise(
                                "x", record.posting, reference.gazetteer, reference.occupations
                            ));
                    },
                .unreadable = [](const sources::Unreadable&) {},
                .progress = {}};
            sources::read(file, sink).value();
        }
    }
    return reports;
}

/// What became of a source's records.
struct Fate {
    std::int64_t read = 0;
    std::int64_t stored = 0;
    std::int64_t statistics = 0;
    std::int64_t kept_aside = 0;
    std::int64_t closed = 0;
    std::map<std::string, std::int64_t> reasons;
    std::map<std::string, std::int64_t> coded;  ///< Of the stored: by where the code is from.
    std::int64_t merged = 0;
};

std::map<std::string, Fate> fates_in(
    const boost::json::object& report, const std::string& conninfo
) {
    std::map<std::string, Fate> fates;
    for (const auto& source : report.at("sources").as_array()) {
        Fate& fate = fates[std::string{source.at("name").as_string()}];
        fate.read += source.at("records").as_int64();
        fate.stored += source.at("stored").as_int64();
        fate.statistics += source.at("statistics").as_int64();
        fate.kept_aside += source.at("quarantined").as_int64();
        fate.closed += source.at("closed").as_int64();
        for (const auto& reason : source.at("reasons").as_array()) {
            std::string words{reason.at("field").as_string()};
            words += (words.empty() ? "" : ": ");
            words += reason.at("reason").as_string();
            fate.reasons[words] += reason.at("count").as_int64();
        }
    }
    pqxx::connection connection{conninfo};
    for (const auto& row : pqxx::work{connection}.exec(
             "SELECT source, coalesce(noc_origin, 'none'), count(*), count(canonical_id) "
             "FROM posting WHERE verified GROUP BY 1, 2"
         )) {
        Fate& fate = fates[row[0].as<std::string>()];
        fate.coded[row[1].as<std::string>()] += row[2].as<std::int64_t>();
        fate.merged += row[3].as<std::int64_t>();
    }
    return fates;
}

void print(const std::string& source, const Fate& fate, const Report& report) {
    std::int64_t stated = 0;
    std::int64_t understood = 0;
    for (const auto& [name, share] : report.shares) {
        stated += share.stated;
        understood += share.stated - share.not_understood;
    }
    const auto coded = [&](const char* origin) {
        const auto found = fate.coded.find(origin);
        return found == fate.coded.end() ? 0 : found->second;
    };
    std::cout << source << "\n  " << fate.read << " read, " << fate.stored << " stored, "
              << fate.statistics << " statistics, " << fate.kept_aside << " kept aside, "
              << fate.closed << " closed; " << stated << " fields stated, " << understood
              << " understood; occupation " << coded("stated") << " stated, "
              << coded("concordance") << " by concordance, " << coded("coded") << " by us, "
              << coded("none") << " none; " << fate.merged << " merged\n";
    for (const auto& [reason, count] : fate.reasons) {
        std::cout << "      " << count << " " << reason << '\n';
    }
    for (const Line& line : lines) {
        const auto found = report.shares.find(line.name);
        if (found == report.shares.end() || found->second.stated == 0) {
            continue;
        }
        const Share& share = found->second;
        std::cout << "    " << line.name << ": " << share.stated << " stated, "
                  << share.stated - share.not_understood << " understood\n";
    }
}

void expect_sums(const std::string& source, const Fate& fate, const Report& report) {
    SCOPED_TRACE(source);
    EXPECT_EQ(fate.read, fate.stored + fate.statistics + fate.kept_aside + fate.closed);
    std::int64_t reasons = 0;
    for (const auto& [reason, count] : fate.reasons) {
        reasons += count;
    }
    EXPECT_EQ(reasons, fate.kept_aside);
    std::int64_t coded = 0;
    for (const auto& [origin, count] : fate.coded) {
        coded += count;
    }
    EXPECT_EQ(coded, fate.stored);
    EXPECT_LE(fate.merged, fate.stored);
    EXPECT_LE(report.records, fate.read);
    EXPECT_GE(report.records, fate.stored);
}

TEST(EverySource, is_told_of_in_one_table_that_adds_up) {
    if (!std::filesystem::exists(data() / "postings")) {
        GTEST_SKIP() << "../shared absent";
    }
    const Indexer indexer;
    const auto files = every_file(indexer.folder().path());
    std::vector<std::string> arguments{"--employer", facts.employer, "--address", facts.address};
    arguments.insert(arguments.end(), files.begin(), files.end());
    const auto report = indexer.ingest(arguments);
    EXPECT_EQ(report.at("refused").as_array().size(), 0U);
    const auto fates = fates_in(report, indexer.database());
    auto reports = reports_on(files, indexer.database());

    Fate all;
    for (const auto& [source, fate] : fates) {
        print(source, fate, reports[source]);
        expect_sums(source, fate, reports[source]);
        all.read += fate.read;
        all.stored += fate.stored;
        all.merged += fate.merged;
    }
    EXPECT_EQ(all.read, report.at("records"));
    EXPECT_EQ(all.stored, report.at("stored"));
    EXPECT_EQ(all.merged, report.at("duplicates").at("merged"));
    EXPECT_EQ(all.stored - all.merged, report.at("index").at("documents"));
    std::cout << "in all " << all.read << " read, " << all.stored << " stored, " << all.merged
              << " merged\n";
    for (const char* source : {"jobbank_archive_2021", "jobbank_2024"}) {
        for (const Line& line : lines) {
            EXPECT_GE(reports.at(source).shares.at(line.name).understood(), line.understood_min)
                << source << ' ' << line.name;
        }
    }
}

}  // namespace
