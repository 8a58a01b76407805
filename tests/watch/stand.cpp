#include "tests/watch/stand.hpp"

#include "matcher/domain/date.hpp"
#include "tests/support/content.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace bj = boost::json;

void Stand::list(const std::vector<bj::object>& sources) const {
    bj::array array;
    for (const bj::object& source : sources) {
        array.push_back(source);
    }
    folder_.write("sources.json", bj::serialize(bj::object{{"sources", std::move(array)}}));
}

std::vector<std::string> Stand::environment() const {
    return {
        "JOBSCOUT_DATABASE=" + database_,
        "JOBSCOUT_INDEX=" + (folder_.path() / "index").string(),
        "JOBSCOUT_FETCHED=" + (folder_.path() / "fetched").string(),
        "JOBSCOUT_SOURCES=" + (folder_.path() / "sources.json").string()};
}

support::Outcome Stand::run(std::vector<std::string> arguments) const {
    return support::run_program("jobscout-indexer", arguments, "", environment());
}

bj::object Stand::fetch(const std::vector<std::string>& names, const int status) const {
    std::vector<std::string> arguments{"fetch", "--json"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    const support::Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.status, status) << outcome.err;
    return outcome.out.empty() ? bj::object{} : bj::parse(outcome.out).as_object();
}

std::unique_ptr<support::Program> Stand::watch() const {
    const std::vector<std::string> arguments{
        "watch",
        "--status",
        folder_.path() / "status.json",
        "--metrics",
        folder_.path() / "jobscout.prom"};
    return std::make_unique<support::Program>("jobscout-indexer", arguments, "", environment());
}

bj::object Stand::status() const {
    const std::string text = support::content_of(folder_.path() / "status.json");
    return text.empty() ? bj::object{} : bj::parse(text).as_object();
}

std::string Stand::metrics() const { return support::content_of(folder_.path() / "jobscout.prom"); }

bool eventually(const std::function<bool()>& holds) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return true;
}

std::string feed(const int from, const int to) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    std::string lines;
    for (int id = from; id <= to; ++id) {
        const std::string number = std::to_string(id);
        lines += bj::serialize(bj::object{
                     {"@context", "https://schema.org"},
                     {"@type", "JobPosting"},
                     {"identifier", number},
                     {"url", "https://harbourline.example/jobs/" + number},
                     {"title", "Welder"},
                     {"occupationalCategory", "72106"},
                     {"hiringOrganization", "Harbourline Fabrication"},
                     {"datePosted", domain::to_string(today - std::chrono::days{7})},
                     {"jobLocation",
                      {{"@type", "Place"},
                       {"address",
                        {{"@type", "PostalAddress"},
                         {"addressLocality", "Calgary"},
                         {"addressRegion", "AB"},
                         {"addressCountry", "CA"}}}}},
                     {"description", "Fictional posting number " + number}}) +
                 '\n';
    }
    return lines;
}

bj::object remote(const std::string& name, const std::string& url, const int minutes) {
    return {
        {"name", name},
        {"url", url},
        {"schedule", {{"every_minutes", minutes}}},
        {"allow_private", true},
        {"robots", "none"}};
}
