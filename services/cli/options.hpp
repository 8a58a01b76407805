#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/ranking/order.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/cli/engine_commands.hpp"

#include <array>
#include <cstddef>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): its library calls it so.
namespace CLI {
class App;
}

/// What `jobscout` can be told on its command line, in its configuration and environment.
namespace cli {

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string index;
    std::string snapshot;
    std::string basis{rules::basis_by_default};
    std::string rules_folder;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::string as_of;
    std::string file;
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
};

/// A subcommand that asks something of a candidate document.
struct EngineCommand {
    const char* name;
    Question question;
    const char* description;
};
inline constexpr std::array engine_commands{
    EngineCommand{"clb", Question::clb, "Show the levels of the language tests"},
    EngineCommand{
        "programs", Question::programs, "Judge the programs and categories, clause by clause"},
    EngineCommand{"offer", Question::offer, "Judge an offer of employment, and what it would add"},
    EngineCommand{"rounds", Question::rounds, "Set the score against past rounds of invitations"},
    EngineCommand{"project", Question::project, "Score month by month under a plan"},
    EngineCommand{"advise", Question::advise, "Rank single changes by what they would gain"},
};

/// Adds every subcommand and option to `app`, which fills `options` when it parses.
void add_options(CLI::App& app, Options& options);

/// --as-of, else today (UTC).
domain::Date day_of(const Options& options);

}  // namespace cli
