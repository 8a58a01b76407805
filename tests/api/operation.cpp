#include "tests/api/operation.hpp"

#include "sql/store/fetch_store.hpp"
#include "tests/support/program.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace api_test {
namespace {

namespace json = boost::json;

std::string first_sample() {
    std::ifstream file{
        std::filesystem::path{REPOSITORY_ROOT} / "deploy/sample/feed/postings_en.ndjson"};
    std::string line;
    std::getline(file, line);
    return line;
}

std::string changed(const std::string& id, const std::string& posted) {
    json::value record = json::parse(first_sample());
    record.as_object()["identifier"] = id;
    record.as_object()["url"] = "https://jobs.example/" + id;
    record.as_object()["datePosted"] = posted;
    return json::serialize(record);
}

std::string faulty_feed() {
    std::string long_text;
    for (int i = 0; i < 70'000; ++i) {
        long_text += "\xC3\xA9";
    }
    return changed("sound", "2026-11-10") + '\n' + std::string{hostile} + '\n' +
           "{\"title\": \"caf\xE9\"}\n" + R"({"text":")" + long_text + "\"}\n" +
           changed("future", "2026-11-20") + '\n';
}

}  // namespace

Operation::Operation(const auth::May may) : room{may} {
    folder_.write("faulty.ndjson", faulty_feed());
    run_indexer(
        {"ingest",
         "--as-of",
         std::string{today},
         std::filesystem::path{REPOSITORY_ROOT} / "deploy/sample/feed",
         faulty_file()}
    );
}

void Operation::run_indexer(const std::vector<std::string>& arguments) const {
    const auto outcome = support::run_program(
        "jobscout-indexer",
        arguments,
        "",
        {"JOBSCOUT_DATABASE=" + room.database().conninfo(),
         "JOBSCOUT_INDEX=" + (folder_.path() / "index").string(),
         "JOBSCOUT_FETCHED=" + (folder_.path() / "fetched").string(),
         "JOBSCOUT_SOURCES=" + (folder_.path() / "sources.json").string()}
    );
    EXPECT_EQ(outcome.status, 0) << outcome.err;
}

void Operation::fetch_sample() const {
    folder_.write(
        "sources.json",
        json::serialize(json::object{
            {"sources",
             {{{"name", "local"}, {"url", faulty_file()}, {"schedule", {{"daily_at", "04:30"}}}},
              {{"name", "partner"},
               {"url", std::string{REPOSITORY_ROOT} + "/deploy/sample/partner_postings.csv"},
               {"mapping", std::string{REPOSITORY_ROOT} + "/deploy/mappings/sample_partner.json"},
               {"schedule", {{"every_minutes", 60}}}}}}})
    );
    run_indexer({"fetch"});
    store::Database owned{{.conninfo = room.database().conninfo()}};
    store::FetchStore store{owned};
    const auto due = domain::parse_instant("2026-11-17T04:30:00Z").value();
    store.keep_list(
        {{.name = "local",
          .fetched = false,
          .address = "/var/feeds/local.ndjson",
          .complete = true,
          .every_minutes = {},
          .daily_at = "04:30",
          .due_at = due},
         {.name = "new",
          .fetched = true,
          .address = "https://jobs.example/feed",
          .complete = false,
          .every_minutes = 60,
          .daily_at = {},
          .due_at = due}}
    );
    store.keep(
        "new",
        1,
        {.url = "https://jobs.example/feed?key=secret",
         .etag = "\"v1\"",
         .last_modified = "",
         .next_page = "",
         .sha256 = std::string(64, '0'),
         .bytes = 7}
    );
}

json::value Operation::ask(const std::string& target, const unsigned status) const {
    const auto response = room.ask_as("operator-1", "GET", target);
    EXPECT_EQ(response.status, status) << target << response.body;
    return api_test::json_of(response);
}

json::array Operation::items(const std::string& target) const {
    return ask(target).at("items").as_array();
}

std::string Operation::kept_aside(const int line) const {
    for (const json::value& item : items("/v1/operator/quarantine?source=faulty&limit=100")) {
        if (item.at("line") == line) {
            return std::string{item.at("id").as_string()};
        }
    }
    ADD_FAILURE() << "nothing is kept aside of line " << line;
    return "0";
}

const Operation& shared_operation() {
    static const Operation operation;
    return operation;
}

}  // namespace api_test
