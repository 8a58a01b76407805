#include "tests/packages/cases.hpp"

#include "indexer/normalise/normalise.hpp"
#include "indexer/sources/read.hpp"
#include "matcher/document/json.hpp"
#include "services/wire/candidate_json.hpp"
#include "tests/support/content.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

namespace package_cases {
namespace {

namespace fs = std::filesystem;
using support::content_of;

const fs::path here = fs::path{REPOSITORY_ROOT} / "tests/packages";

std::vector<fs::path> archive_files() {
    const fs::path folder = support::shared() / "data/postings";
    return {folder / "jobbank_2021-03_part1.ndjson.gz", folder / "jobbank_2021-03_part2.ndjson.gz"};
}

/// Every posting of a file, as the indexer understands it.
void read(
    const sources::SourceFile& file,
    const std::function<bool(const sources::RawPosting&)>& wanted,
    const std::function<void(domain::Posting)>& take
) {
    const normalise::Gazetteer gazetteer{{}};
    const occupation::Occupations occupations{{}, {}};
    const auto outcome = sources::read(
        file,
        {.record =
             [&](const sources::Record& record) {
                 if (wanted(record.posting)) {
                     take(normalise::normalise("test", record.posting, gazetteer, occupations)
                              .posting);
                 }
             },
         .unreadable = [](const sources::Unreadable&) {},
         .progress = {}}
    );
    if (!outcome) {
        throw std::runtime_error{file.path.string() + ": " + outcome.error().message};
    }
}

}  // namespace

const std::string& content(const packages::Package& package, const std::string& name) {
    for (const zip::Entry& file : package.files) {
        if (file.name == name) {
            return file.content;
        }
    }
    throw std::runtime_error{"there is no " + name};
}

std::vector<Pair> pairs() {
    std::istringstream lines{content_of(here / "pairs.tsv")};
    std::vector<Pair> result;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields{line};
        Pair pair;
        std::string language;
        if (std::getline(fields, pair.candidate, '\t') &&
            std::getline(fields, pair.posting, '\t') && fields >> language &&
            !line.starts_with('#')) {
            pair.language = language == "fr" ? domain::OfficialLanguage::french
                                             : domain::OfficialLanguage::english;
            result.push_back(std::move(pair));
        }
    }
    return result;
}

boost::json::object candidate(const std::string& name) {
    return document::parse(content_of(here / "candidates" / (name + ".json"))).value().as_object();
}

bool has_archive() {
    return std::ranges::all_of(archive_files(), [](const fs::path& file) {
        return fs::exists(file);
    });
}

const std::vector<domain::Posting>& archive_postings() {
    static const std::vector<domain::Posting> postings = [] {
        std::map<std::string, domain::Posting> found;
        for (const Pair& pair : pairs()) {
            found[pair.posting];
        }
        for (const fs::path& file : archive_files()) {
            read(
                {.path = file,
                 .mapping = fs::path{REPOSITORY_ROOT} / "deploy/mappings/jobbank_archive_2021.json",
                 .name = ""},
                [&](const sources::RawPosting& raw) {
                    return found.contains(std::string{raw.get(sources::Field::source_id)});
                },
                [&](domain::Posting posting) {
                    const std::string id = posting.source_id;
                    found[id] = std::move(posting);
                }
            );
        }
        std::vector<domain::Posting> result;
        for (const Pair& pair : pairs()) {
            result.push_back(found.at(pair.posting));
        }
        return result;
    }();
    return postings;
}

domain::Posting sample_posting(const std::string& title) {
    std::optional<domain::Posting> found;
    for (const char* const file : {"postings_en.ndjson", "offres_fr.json"}) {
        read(
            {.path = fs::path{REPOSITORY_ROOT} / "deploy/sample/feed" / file,
             .mapping = {},
             .name = "sample"},
            [&](const sources::RawPosting& raw) { return raw.get(sources::Field::title) == title; },
            [&](domain::Posting posting) {
                if (!found) {
                    found = std::move(posting);
                }
            }
        );
    }
    return found.value();
}

packages::Order order(
    const boost::json::object& candidate,
    const domain::Posting& posting,
    const std::string& as_of,
    const domain::OfficialLanguage language
) {
    return {
        .facts =
            packages::Facts{
                candidate,
                wire::candidate_from(candidate).value(),
                posting,
                domain::parse_date(as_of).value()},
        .sent = language,
        .kept = language,
        .own_words = {},
        .lift = {},
        .evidence = {},
        .rule_sets = {},
        .revision = 0};
}

std::string text_of_pdf(const std::string& bytes) {
    const support::TemporaryFolder folder;
    const auto outcome =
        support::run_program("/usr/bin/pdftotext", {folder.write("document.pdf", bytes), "-"});
    if (outcome.status != 0) {
        throw std::runtime_error{"pdftotext: " + outcome.err};
    }
    return outcome.out;
}

std::string without_space(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest{text.data() + at, text.size() - at};
        if (rest.starts_with("\u00AD") || rest.starts_with("\u00A0")) {
            ++at;
        } else if (std::string_view{" \n\r\t\f"}.find(text[at]) == std::string_view::npos) {
            result += text[at];
        }
    }
    return result;
}

}  // namespace package_cases
