#include "services/cli/match_command.hpp"

#include "matcher/document/json.hpp"
#include "services/cli/matches_table.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/match_json.hpp"

#include <iterator>
#include <optional>

namespace cli {
namespace {

domain::Result<domain::Candidate> read_candidate(std::istream& in) {
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto document = document::parse(text);
    if (!document) {
        return document.error();
    }
    return wire::candidate_from(*document);
}

}  // namespace

int match(
    const matching::Knowledge& knowledge,
    store::PostingStore& postings,
    const MatchOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const rules::RuleSet* asked = knowledge.rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        errors << "jobscout: there is no rule set '" << options.rules << "'\n";
        return 2;
    }
    const auto candidate = read_candidate(in);
    if (!candidate) {
        const domain::Error& error = candidate.error();
        errors << "jobscout: " << error.field << (error.field.empty() ? "" : ": ") << error.message
               << '\n';
        return 1;
    }
    matching::SnapshotKeeper keeper{postings};
    keeper.refresh();
    const matching::Matches matches = matching::match(
        knowledge,
        *keeper.current(),
        postings,
        *candidate,
        {.as_of = options.as_of, .order = options.order, .count = options.count, .asked = asked}
    );
    if (options.json) {
        out << document::serialize(
                   wire::matches_json(matches, knowledge.rule_book, options.language)
               )
            << '\n';
    } else {
        out << matches_table(
            matches, knowledge.rule_book, {.language = options.language, .colour = options.colour}
        );
    }
    return 0;
}

}  // namespace cli
