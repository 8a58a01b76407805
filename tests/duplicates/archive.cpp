#include "tests/duplicates/archive.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/normalise/normalise.hpp"
#include "indexer/reference.hpp"
#include "indexer/sources/read.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/test_database.hpp"

#include <cmath>
#include <fstream>
#include <sstream>

namespace archive {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream{line};
    for (std::string cell; std::getline(stream, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

}  // namespace

std::vector<duplicates::Advertisement> advertisements() {
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo()}};
    const ingest::Reference reference = ingest::load_reference(database);

    std::vector<duplicates::Advertisement> ads;
    const sources::Sink sink{
        .record =
            [&](const sources::Record& record) {
                auto posting =
                    normalise::normalise(
                        "archive", record.posting, reference.gazetteer, reference.occupations
                    )
                        .posting;
                if (!posting.date_posted) {
                    return;
                }
                posting.id = static_cast<domain::PostingId>(ads.size() + 1);
                const auto employer = normalise::employer_name_from(posting.hiring_organization);
                std::string text = posting.description;
                for (const auto* const lines : {&posting.duties, &posting.skills}) {
                    for (const std::string& line : *lines) {
                        text += line;
                    }
                }
                if (!text.empty()) {
                    text += posting.education_asked
                                ? std::to_string(static_cast<int>(*posting.education_asked))
                                : "";
                    text += posting.experience_asked
                                ? std::to_string(posting.experience_asked->min_months)
                                : "";
                }
                ads.push_back(duplicates::advertisement_of(
                    posting,
                    {.employer_key = employer.key,
                     .record = store::sha256(record.raw),
                     .text = text}
                ));
            },
        .unreadable = [](const sources::Unreadable&) {},
        .progress = {}};
    for (const int part : {1, 2}) {
        const std::string file = "jobbank_2021-03_part" + std::to_string(part) + ".ndjson.gz";
        const auto source = sources::source_file_from(
            REPOSITORY_ROOT "/deploy/mappings/jobbank_archive_2021.json=" +
            (support::shared() / "data/postings" / file).string()
        );
        sources::read(source.value(), sink).value();
    }
    return ads;
}

std::vector<Label> labels() {
    std::ifstream file{REPOSITORY_ROOT "/tests/duplicates/labels.tsv"};
    std::vector<Label> labels;
    for (std::string line; std::getline(file, line);) {
        const auto cells = cells_of(line);
        if (cells.size() == 6 && !line.starts_with('#') && cells[0] != "stratum") {
            labels.push_back(
                {.stratum = cells[0],
                 .half = cells[1],
                 .one = cells[2],
                 .other = cells[3],
                 .same = cells[4] == "same"}
            );
        }
    }
    return labels;
}

Interval wilson(const std::size_t successes, const std::size_t trials) {
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {.low = centre - half, .high = centre + half};
}

}  // namespace archive
