#pragma once

#include "indexer/fetch/fetcher.hpp"
#include "indexer/fetch/source_list.hpp"
#include "indexer/report.hpp"
#include "indexer/search/location.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace watch {

/// What to do where another process is writing to the database.
enum class WhenBusy { fail, wait };

/// What it takes to run a source.
struct Tools {
    store::Database& database;
    fetch::Fetcher& fetcher;
    std::filesystem::path fetch_folder;  ///< A folder for each source in it.
    search::IndexLocation index{};
    WhenBusy when_busy = WhenBusy::wait;
    std::function<void(const std::string&)> log;  ///< A line for the operator.
};

/// How the run of a source ended.
enum class TurnOutcome { ingested, unchanged, failed, stopped };

struct Turn {
    TurnOutcome outcome = TurnOutcome::failed;
    std::string error;                      ///< Of one that failed: UTF-8, one line.
    std::string ingested;                   ///< Names what is ingested now; empty: nothing new.
    std::vector<ingest::FileReport> files;  ///< That were ingested.
    std::optional<std::chrono::seconds> retry_after;  ///< The server asked for this pause.
};

/// Runs one source now: fetches it, ingests what came and brings the index up to date. What was
/// ingested already, under the name that `ingested_before` gives it, is left alone: the name holds
/// the bytes, the mapping, the program's normaliser and the day, for postings are looked at anew
/// each day. Where its address answers 410, the posting that has it as its link is closed. A
/// failure of the database, the disk or the index throws, and the same again goes on where it
/// stood.
Turn take_turn(
    const fetch::Source& source,
    const std::string& ingested_before,
    Tools& tools,
    const std::stop_token& stop
);

/// Text as one line of UTF-8, fit for logs, JSON and the database.
std::string one_line(const std::string& text);

}  // namespace watch
