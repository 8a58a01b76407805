#include "tests/verification/archive.hpp"

#include "indexer/coding/occupation_of.hpp"
#include "indexer/normalise/employer_name.hpp"
#include "indexer/normalise/normalise.hpp"
#include "indexer/reference.hpp"
#include "indexer/sources/read.hpp"
#include "tests/reference_data/reading.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/test_database.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace archive {
namespace {

using verification::EmployerLists;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream{line};
    for (std::string cell; std::getline(stream, cell, '\t');) {
        cells.push_back(cell);
    }
    return cells;
}

std::string cell(const Entry& entry, const std::string& column) {
    const auto found = entry.find(column);
    return found == entry.end() ? std::string{} : found->second;
}

std::optional<domain::Date> day(const Entry& entry, const std::string& column) {
    const std::string text = cell(entry, column);
    return text.empty() ? std::nullopt : std::optional{domain::parse_date(text).value()};
}

std::optional<domain::Province> province(const Entry& entry) {
    return domain::province_from_code(cell(entry, "province"));
}

EmployerLists::Status status(const std::string& word) {
    return word == "banned"   ? EmployerLists::Status::banned
           : word == "unpaid" ? EmployerLists::Status::unpaid
                              : EmployerLists::Status::eligible;
}

class Parts {
public:
    void take(const std::string& kind, const std::string& file, const std::string& published = {}) {
        const Reading reading = read_list(kind, support::shared() / "data" / file);
        const auto list = static_cast<verification::ListId>(published_.size());
        published_.push_back(
            {.kind = kind,
             .name = reading.list,
             .publisher = "",
             .published_on = published.empty() ? reading.published_on.value()
                                               : domain::parse_date(published).value()}
        );
        for (const Entry& entry : reading.entries) {
            add(kind, list, entry);
        }
    }

    verification::Lists lists() && {
        return {
            std::move(published_), std::move(employers_), std::move(wages_), std::move(licences_)};
    }

private:
    void add(const std::string& kind, const verification::ListId list, const Entry& entry) {
        if (kind == "lmia") {
            employers_.add(EmployerLists::LmiaRow{
                .list = list,
                .decision = cell(entry, "decision") == "positive"
                                ? EmployerLists::Decision::positive
                                : EmployerLists::Decision::negative,
                .period = cell(entry, "period"),
                .province = province(entry),
                .employer = cell(entry, "employer"),
                .address = cell(entry, "address"),
                .postal_code = cell(entry, "postal_code"),
                .occupation = cell(entry, "occupation"),
                .positions = std::stoi(cell(entry, "positions"))});
        } else if (kind == "non_compliant") {
            employers_.add(EmployerLists::NonCompliantRow{
                .list = list,
                .operating_name = cell(entry, "operating_name"),
                .legal_name = cell(entry, "legal_name"),
                .address = cell(entry, "address"),
                .penalty = cell(entry, "penalty_as_published"),
                .decided = cell(entry, "decided_on_as_published"),
                .decided_on = day(entry, "decided_on"),
                .status_as_published = cell(entry, "status_as_published"),
                .status = status(cell(entry, "status")),
                .banned_until = day(entry, "banned_until")});
        } else if (kind == "aip_designated") {
            employers_.add(EmployerLists::DesignatedRow{
                .list = list,
                .province = province(entry).value(),
                .employer = cell(entry, "employer"),
                .location = cell(entry, "location")});
        } else if (kind == "pilot_communities") {
            employers_.add(EmployerLists::CommunityRow{
                .list = list,
                .pilot = cell(entry, "pilot"),
                .community = cell(entry, "community"),
                .province = province(entry).value()});
        } else if (kind == "wages" && !cell(entry, "median_cents").empty()) {
            wages_.add(verification::WageTable::WageRow{
                .list = list,
                .edition = cell(entry, "noc_edition"),
                .noc = cell(entry, "noc"),
                .region = cell(entry, "region_en"),
                .median = std::stoll(cell(entry, "median_cents")),
                .yearly = cell(entry, "period") == "year"});
        } else if (kind == "city_regions") {
            wages_.add(verification::WageTable::CityRow{
                .city = cell(entry, "city"),
                .province = province(entry).value(),
                .region = cell(entry, "economic_region"),
                .share = std::stod(cell(entry, "share"))});
        } else if (kind == "noc_concordance") {
            wages_.add(verification::WageTable::ConcordanceRow{
                .noc_2016 = cell(entry, "noc_2016"),
                .noc_2021 = domain::NocCode::parse(cell(entry, "noc_2021")).value()});
        } else if (kind == "oasis_texts") {
            licences_.add(verification::LicenceNeeds::RequirementRow{
                .list = list, .profile = cell(entry, "profile"), .text = cell(entry, "text")});
        }
    }

    std::vector<verification::PublishedList> published_;
    EmployerLists employers_;
    verification::WageTable wages_;
    verification::LicenceNeeds licences_;
};

}  // namespace

verification::Lists lists() {
    Parts parts;
    std::vector<std::string> lmia;
    for (const auto& file :
         std::filesystem::directory_iterator{support::shared() / "data/employers"}) {
        const std::string name = file.path().filename();
        if (name.starts_with("lmia_") && name.ends_with(".csv.gz")) {
            lmia.push_back("employers/" + name);
        }
    }
    std::sort(lmia.begin(), lmia.end());
    for (const std::string& file : lmia) {
        parts.take("lmia", file);
    }
    parts.take("non_compliant", "employers/ircc_non_compliant_employers_2023-10-04.tsv");
    parts.take("aip_designated", "employers/aip_designated_employers_2026-06.json", "2026-06-30");
    parts.take("pilot_communities", "geo/rcip_fcip_communities.tsv", "2025-01-30");
    parts.take("wages", "wages/jobbank_median_wage_2021_noc2016_x_region.tsv", "2021-03-31");
    parts.take("city_regions", "geo/jobbank_city_to_economic_region_2021.tsv", "2021-03-31");
    parts.take(
        "noc_concordance", "noc2021/concordance_noc2016v1.3_noc2021v1.0_en.csv", "2021-09-21"
    );
    parts.take("oasis_texts", "noc2021/employment-requirements_oasis_2023_v1.0.csv", "2023-12-01");
    return std::move(parts).lists();
}

void each_posting(const std::function<void(const domain::Posting&)>& take) {
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo()}};
    const ingest::Reference reference = ingest::load_reference(database);
    const sources::Sink sink{
        .record =
            [&](const sources::Record& record) {
                auto posting =
                    normalise::normalise(
                        "archive", record.posting, reference.gazetteer, reference.occupations
                    )
                        .posting;
                posting.noc =
                    coding::occupation_of(posting, reference.occupations, reference.coder).noc;
                take(posting);
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
}

Names names_of(const std::string& entry) {
    static std::map<std::string, std::map<std::int64_t, Entry>> files;
    const std::size_t first = entry.find('/');
    const std::size_t last = entry.rfind('/');
    const std::string kind = entry.substr(0, first);
    const std::string file = entry.substr(first + 1, last - first - 1);
    auto& rows = files[file];
    if (rows.empty()) {
        const Reading reading = read_list(kind, support::shared() / "data/employers" / file);
        for (std::size_t at = 0; at < reading.entries.size(); ++at) {
            rows.emplace(reading.lines[at], reading.entries[at]);
        }
    }
    const auto row = rows.find(std::stoll(entry.substr(last + 1)));
    if (row == rows.end()) {
        return {};
    }
    const auto key = [](const std::string& text) {
        return normalise::employer_name_from(text).key;
    };
    if (kind == "non_compliant") {
        return {
            .legal_key = key(cell(row->second, "legal_name")),
            .operating_key = key(cell(row->second, "operating_name"))};
    }
    const auto name = normalise::employer_name_from(cell(row->second, "employer"));
    return {.legal_key = name.key, .operating_key = name.operating_key};
}

std::vector<Label> labels() {
    std::ifstream file{REPOSITORY_ROOT "/tests/verification/employer_match_labels.tsv"};
    std::vector<Label> labels;
    for (std::string line; std::getline(file, line);) {
        const auto cells = cells_of(line);
        if (cells.size() == 6 && !line.starts_with('#') && cells[0] != "stratum") {
            labels.push_back(
                {.stratum = cells[0],
                 .half = cells[1],
                 .posting = cells[2],
                 .entry = cells[3],
                 .verdict = cells[4]}
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
