#include "tests/quality/cases.hpp"

#include <boost/json.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace quality {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const fs::path& folder() {
    static const fs::path path{REPOSITORY_ROOT "/tests/quality"};
    return path;
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream{line};
    for (std::string field; std::getline(stream, field, '\t');) {
        fields.push_back(field);
    }
    return fields;
}

/// The rows of a table of this folder, without comments; every row has `columns` fields.
std::vector<std::vector<std::string>> rows(const std::string& name, const std::size_t columns) {
    std::istringstream lines{read_text(folder() / name)};
    std::vector<std::vector<std::string>> result;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.starts_with('#')) {
            continue;
        }
        result.push_back(split(line));
        if (result.back().size() != columns) {
            throw std::runtime_error{
                name + ":" + std::to_string(number) + ": does not have " + std::to_string(columns) +
                " fields"};
        }
    }
    return result;
}

void add_judgments(const std::string& table, std::map<std::string, Judgments>& result) {
    auto graded = rows(table, 5);
    graded.erase(graded.begin());  // The names of the columns.
    for (const auto& row : graded) {
        const std::string& grade = row[3];
        const std::string posting = row[1] + '/' + row[2];
        if (grade.size() != 1 || grade < "0" || grade > "3") {
            throw std::runtime_error{table + ": " + posting + ": grade " + grade};
        }
        const bool is_new =
            result[row[0]].emplace(posting, Judgment{grade.front() - '0', row[4]}).second;
        if (!is_new) {
            throw std::runtime_error{table + ": " + row[0] + " has two grades for " + posting};
        }
    }
}

std::map<std::string, Judgments> read_judgments() {
    std::map<std::string, Judgments> result;
    add_judgments("grades.tsv", result);
    add_judgments("grades_of_first_tens.tsv", result);
    return result;
}

void append_texts(const json::value& list, std::string& text) {
    for (const json::value& each : list.as_array()) {
        text.append(each.as_string()) += '\n';
    }
}

}  // namespace

std::string read_text(const fs::path& path) {
    std::ifstream file{path};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad()) {
        throw std::runtime_error{path.string() + ": cannot be read"};
    }
    return text;
}

std::vector<Case> read_cases(const Set set) {
    std::map<std::string, Judgments> judgments = read_judgments();
    std::vector<Case> cases;
    for (const auto& row : rows("sets.tsv", 4)) {
        if ((row[3] == "tuned") != (set == Set::tuned)) {
            continue;
        }
        const std::string file = read_text(folder() / "candidates" / (row[0] + ".json"));
        cases.push_back(
            {.name = row[0],
             .category = row[1],
             .language = row[2],
             .document = json::parse(file).as_object(),
             .judgments = std::move(judgments[row[0]])}
        );
    }
    return cases;
}

std::vector<std::string> read_corpus_names() {
    std::vector<std::string> names;
    for (const auto& row : rows("corpus.tsv", 2)) {
        names.push_back(row[0] + '/' + row[1]);
    }
    return names;
}

std::string text_of(const json::object& document) {
    std::string text;
    for (const json::value& job : document.at("jobs").as_array()) {
        text.append(job.at("title").as_string()) += '\n';
        append_texts(job.at("duties"), text);
    }
    append_texts(document.at("skills"), text);
    return text;
}

}  // namespace quality
