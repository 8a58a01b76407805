#pragma once

#include "indexer/fetch/fetcher.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

/// A fetcher with short waits, and a folder for what it fetches.
class Fetching : public testing::Test {
protected:
    /// Fetches a URL of the server, which is reached at a private address, into the one file.
    fetch::Fetched fetch(const std::string& url, const fetch::Known& known = {}) {
        source.url = url;
        return fetcher.fetch(
            source,
            {.url = url,
             .file = file(),
             .known = known,
             .deadline = std::chrono::steady_clock::now() + source.limits.time},
            stop.get_token()
        );
    }

    std::filesystem::path file() const { return folder.path() / "state" / "feed"; }
    std::string content() const;

    support::TemporaryFolder folder;
    std::stop_source stop;
    std::vector<std::string> notes;
    fetch::Remote source{
        .url = {},
        .user_agent = "jobscout/1.0",
        .robots = fetch::RobotsPolicy::none,
        .addresses = fetch::Addresses::private_at_origin,
        .crawl_delay = std::chrono::milliseconds{0},
        .limits = {.bytes = 1'000'000, .time = std::chrono::seconds{20}},
        .ca_file = {},
        .authorization_file = {}};
    fetch::Fetcher fetcher{
        {.backoff =
             {.tries_max = 3,
              .first = std::chrono::milliseconds{20},
              .longest = std::chrono::milliseconds{40},
              .asked_max = std::chrono::seconds{2}},
         .connect_max = std::chrono::milliseconds{2000},
         .stall_max = std::chrono::seconds{1},
         .robots_kept = std::chrono::seconds{86400},
         .crawl_delay_max = std::chrono::milliseconds{3000},
         .note = [this](const std::string& note) { notes.push_back(note); }}};
};
