#include "tests/ingest/indexer.hpp"

#include "indexer/search/search.hpp"

#include <gtest/gtest.h>

namespace {

constexpr std::string_view mapping = R"({
  "name": "partner",
  "format": "ndjson",
  "fields": {
    "source_id": "id",
    "url": { "template": "https://partner.example/jobs/{id}" },
    "title": "title",
    "employer": "employer",
    "city": "city",
    "province": "province",
    "date_posted": "posted",
    "noc_2021": "noc",
    "pay_text": "pay",
    "description": "description"
  }
})";

}  // namespace

Indexer::Indexer(const support::TestDatabase::Contents contents) : database_{contents} {}

support::Outcome Indexer::run(const std::vector<std::string>& arguments) const {
    return support::run_program(
        "jobscout-indexer",
        arguments,
        "",
        {"JOBSCOUT_DATABASE=" + database(), "JOBSCOUT_INDEX=" + index()}
    );
}

boost::json::object Indexer::ingest(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"ingest", "--json"});
    if (std::find(arguments.begin(), arguments.end(), "--as-of") == arguments.end()) {
        arguments.insert(arguments.end(), {"--as-of", "2026-11-16"});
    }
    const support::Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return boost::json::parse(outcome.out).as_object();
}

std::string Indexer::feed(const std::vector<std::string>& lines) const {
    std::string text;
    for (const std::string& line : lines) {
        text += line + '\n';
    }
    return folder_.write("partner.json", mapping).string() + '=' +
           folder_.write("feed.ndjson", text).string();
}

std::vector<domain::PostingId> Indexer::found(const std::string& text) const {
    const domain::Date as_of = domain::parse_date("2026-11-16").value();
    std::vector<domain::PostingId> ids;
    for (const search::Hit& hit :
         search::search(index(), {.text = text, .as_of = as_of, .limit = 100}).value().hits) {
        ids.push_back(hit.id);
    }
    return ids;
}

std::string partner_record(const std::string& id, const boost::json::object& changes) {
    boost::json::object record{
        {"id", id},
        {"title", "Welder"},
        {"employer", "Northern Lights Works"},
        {"city", "Calgary"},
        {"province", "AB"},
        {"posted", "2026-11-02"},
        {"noc", "72106"},
        {"pay", "$30.00 hourly"}};
    for (const auto& [name, value] : changes) {
        record[name] = value;
    }
    return boost::json::serialize(record);
}
