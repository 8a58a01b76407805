#pragma once

#include "indexer/run.hpp"
#include "indexer/sources/feed.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// What can be said on the command line of jobscout-indexer.
namespace commands {

/// Every option with its default.
struct Settings {
    std::string database = "dbname=jobscout";
    std::string index = "var/index";
    std::size_t index_shards = 0;
    std::vector<std::string> sources;
    sources::FeedFacts facts;
    std::string as_of;
    std::string rounds_file;
    std::string posting;
    std::size_t runs_max = 50;
    double missing_percent_max = 100 * ingest::missing_share_max;
    std::size_t batch_size = ingest::RunOptions{}.batch_size;
    bool complete = false;
    std::string kind;
    std::string list_file;
    std::string published;
    std::int64_t import_id = 0;
    std::string source_list;
    std::vector<std::string> source_names;
    std::string fetch_folder = "var/fetch";
    std::string status_file;
    std::string metrics_file;
    bool due = false;
    bool all = false;
    bool ask = false;
    domain::PostingId posting_id = 0;
    std::size_t per_host_max = 100;
    bool dry_run = false;
    bool json = false;
};

/// The options and commands of the program, each filling in its settings.
void define(CLI::App& app, Settings& settings);

}  // namespace commands
