#include "tests/worker/newsroom.hpp"

#include <stdexcept>

namespace worker_test {

store::PostingRecord posting(
    const std::string& key, const std::string& noc, const std::string& title
) {
    store::PostingRecord record = api_test::records().front();
    record.posting.source_id = key;
    record.posting.url = "https://jobs.example/" + key;
    record.posting.title = title.empty() ? key : title;
    record.posting.hiring_organization = "Example " + key + " (fictional)";
    record.posting.noc = domain::NocCode::parse(noc).value();
    record.raw = R"({"key":")" + key + record.posting.title + R"("})";
    record.sha256 = store::sha256(record.raw);
    return record;
}

void Newsroom::add(const std::vector<store::PostingRecord>& records) {
    store::Database owned{{.conninfo = stand.database().conninfo()}};
    store::PostingStore writable{owned};
    writable.write(records);
    search::update_index(stand.index_folder(), writable, [](std::int64_t) {});
}

std::string Newsroom::candidate(const std::string_view principal, const std::string& members)
    const {
    std::string document = api_test::candidate_document();
    document.insert(document.find('{') + 1, members);
    const auto created = stand.ask_as(principal, "POST", "/v1/candidates", document);
    if (created.status != 201) {
        throw std::runtime_error{created.body};
    }
    return boost::json::parse(created.body).at("id").as_string().c_str();
}

std::string Newsroom::save_matches(const std::string_view principal, const std::string& members)
    const {
    return save(
        principal, R"({"name": "matches", "candidate": ")" + candidate(principal, members) + R"("})"
    );
}

std::string Newsroom::save(const std::string_view principal, const std::string& body) const {
    const auto created = stand.ask_as(principal, "POST", "/v1/saved-searches", body);
    if (created.status != 201) {
        throw std::runtime_error{created.body};
    }
    return api_test::header(created, "Location");
}

boost::json::array Newsroom::digests(const std::string_view principal, const std::string& search)
    const {
    const auto answer = stand.ask_as(principal, "GET", search + "/digests");
    return boost::json::parse(answer.body).at("items").as_array();
}

std::vector<std::string> Newsroom::titles(
    const std::string_view principal, const std::string& search
) const {
    std::vector<std::string> result;
    const boost::json::array all = digests(principal, search);
    for (const auto& digest : all) {
        for (const auto& announced : digest.at("postings").as_array()) {
            result.emplace_back(announced.at("title").as_string());
        }
    }
    return result;
}

std::vector<std::string> Newsroom::worker_arguments(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{
        "--database",
        stand.database().conninfo("jobscout_worker"),
        "--index",
        stand.index_folder(),
        "--as-of",
        std::string{api_test::today}};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

support::Outcome Newsroom::work(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = worker_arguments(more);
    arguments.emplace_back("--once");
    return support::run_program("jobscout-worker", arguments);
}

std::vector<std::string> Newsroom::batch_arguments(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"batch"};
    for (const std::string& argument : worker_arguments(more)) {
        arguments.push_back(argument);
    }
    return arguments;
}

support::Outcome Newsroom::batch(
    const std::vector<std::string>& more, const std::vector<std::string>& form
) const {
    std::vector<std::string> arguments = batch_arguments(more);
    arguments.insert(arguments.end(), form.begin(), form.end());
    return support::run_program("jobscout", arguments);
}

boost::json::value json_of(const support::Outcome& outcome) {
    if (outcome.status != 0) {
        throw std::runtime_error{outcome.err};
    }
    return boost::json::parse(outcome.out);
}

}  // namespace worker_test
