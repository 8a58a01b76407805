#pragma once

#include "indexer/search/location.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/ranking/order.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/cli/search_command.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

/// What `jobscout` can be told on its command line, in its configuration and environment.
namespace cli {

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index = "var/index";
    std::string index_remote;
    std::string snapshot;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::string as_of;
    std::string file;
    SearchOptions search;
    std::string title;
    std::string rules;
    std::string diff;
    bool json = false;
    bool ndjson = false;
    ranking::Order order = ranking::Order::fit;
    std::size_t top = 20;
    std::string offer_file;
    std::string plan_file;
    std::string rounds_file;
    int rounds_months = 12;
    int project_months = 36;
    std::optional<std::int64_t> since;
    int lease_ms = 15'000;
    std::int64_t posting = 0;
    std::string out;
    std::string letter;
    std::optional<domain::OfficialLanguage> documents_language;
};

/// Adds every subcommand and option to `app`, which fills `options` when it parses.
void add_options(CLI::App& app, Options& options);

/// --index and --index-remote, whose form was checked when they were read.
search::IndexLocation index_of(const Options& options);

/// --as-of, else today (UTC).
domain::Date day_of(const Options& options);

}  // namespace cli
