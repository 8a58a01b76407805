#include "tests/verification/scam_labels.hpp"

#include "indexer/normalise/normalise.hpp"
#include "indexer/sources/read.hpp"
#include "tests/support/shared.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace labels {
namespace {

std::vector<std::string> split(const std::string& line, const char mark) {
    std::vector<std::string> parts;
    std::stringstream stream{line};
    for (std::string part; std::getline(stream, part, mark);) {
        parts.push_back(part);
    }
    return parts;
}

Part part_of(const std::string& id) {
    if (id.starts_with('z')) {
        return Part::after_the_rules;
    }
    if (id.starts_with('n')) {
        return Part::open;
    }
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : "20261128:" + id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    const bool held_out = ((hash >> 40U) & 1U) != 0;
    if (id.starts_with('u')) {
        return held_out ? Part::independent_held_out : Part::independent;
    }
    if (id.starts_with('v')) {
        return held_out ? Part::second_independent_held_out : Part::second_independent;
    }
    return held_out ? Part::held_out : Part::open;
}

/// A file of ../shared/data, the mapping that reads it, and the name by which labels point to it.
struct File {
    std::string path;
    std::string mapping = {};
    std::string name = {};
};

std::vector<File> files() {
    std::vector<File> result{
        {"postings/jobbank_2021-03_part1.ndjson.gz",
         "deploy/mappings/jobbank_archive_2021.json",
         "postings/jobbank_2021-03"},
        {"postings/jobbank_2021-03_part2.ndjson.gz",
         "deploy/mappings/jobbank_archive_2021.json",
         "postings/jobbank_2021-03"},
        {"postings/jobbank_details_2025-01_sample.json",
         "tests/sources/fixtures/job_bank_details.json"},
        {"postings/jobbank_2024-06_sample10pct.ndjson.gz", "deploy/mappings/jobbank_2024.json"},
        {"postings/ats_canada_2026-06_listing.json", "tests/sources/fixtures/ats_listing.json"},
        {"postings/jobbank_search_listing_2026-06_tech.ndjson",
         "tests/sources/fixtures/job_bank_listing.json"},
    };
    for (const char* folder : {"structured_data", "feeds_ats"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator{support::shared() / "data" / folder}) {
            result.push_back({folder + ("/" + entry.path().filename().string())});
        }
    }
    return result;
}

void read(const File& file, std::vector<RealPosting>& found) {
    const std::filesystem::path root{REPOSITORY_ROOT};
    static const normalise::Gazetteer gazetteer{{}};
    static const occupation::Occupations occupations{{}, {}};
    const auto done = sources::read(
        {.path = support::shared() / "data" / file.path,
         .mapping = file.mapping.empty() ? std::nullopt : std::optional{root / file.mapping},
         .name = {},
         .facts = {.employer = "Stated", .address = "https://stated.example/jobs"}},
        {.record =
             [&](const sources::Record& record) {
                 const std::string& name = file.name.empty() ? file.path : file.name;
                 auto posting =
                     normalise::normalise("real", record.posting, gazetteer, occupations).posting;
                 found.push_back({name + "#" + posting.source_id, std::move(posting)});
             },
         .unreadable = [](const sources::Unreadable&) {},
         .progress = {}}
    );
    if (!done) {
        // Pages without a posting stand among the files on purpose.
        EXPECT_TRUE(file.mapping.empty()) << file.path << ": " << done.error().message;
    }
}

}  // namespace

domain::Posting posting_of(const std::string& text, const std::string& site) {
    domain::Posting posting;
    posting.title = "Cook";
    posting.description = text;
    posting.hiring_organization = "Fictional Employer";
    posting.job_locations.emplace_back().province = domain::Province::ON;
    posting.date_posted = domain::parse_date("2026-02-01").value();
    posting.url = site == "-" ? "https://www.jobbank.gc.ca/jobsearch/jobposting/1"
                              : "https://www." + site + "/jobs/1";
    return posting;
}

std::vector<RealPosting> real_postings() {
    std::vector<RealPosting> result;
    if (std::filesystem::exists(support::shared() / "data")) {
        for (const File& file : files()) {
            read(file, result);
        }
    }
    return result;
}

std::vector<Label> all() {
    static const std::vector<RealPosting> postings = real_postings();
    std::map<std::string, const domain::Posting*> real;
    for (const RealPosting& each : postings) {
        real.emplace(each.id, &each.posting);
    }
    std::ifstream file{
        std::filesystem::path{REPOSITORY_ROOT} / "tests/verification/scam_labels.tsv"};
    std::vector<Label> result;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        const auto cells = split(line, '\t');
        Label label{
            .id = cells.at(0),
            .language = cells.at(1) == "fr" ? domain::OfficialLanguage::french
                                            : domain::OfficialLanguage::english,
            .checks = {},
            .part = part_of(cells.at(0)),
            .real = cells.at(4).starts_with('@'),
            .posting = {}};
        if (cells.at(2) != "-") {
            for (const std::string& check : split(cells.at(2), ',')) {
                label.checks.push_back(verification::kind_from(check).value());
            }
        }
        if (!label.real) {
            label.posting = posting_of(cells.at(4), cells.at(3));
        } else if (real.empty()) {
            continue;
        } else {
            const auto found = real.find(cells.at(4).substr(1));
            if (found == real.end()) {
                ADD_FAILURE() << "no posting " << cells.at(4);
                continue;
            }
            label.posting = *found->second;
        }
        result.push_back(std::move(label));
    }
    return result;
}

}  // namespace labels
