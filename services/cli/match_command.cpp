#include "services/cli/match_command.hpp"

#include "services/cli/documents.hpp"
#include "services/cli/matches_table.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "services/wire/match_json.hpp"

namespace cli {
int match(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const MatchOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const rules::RuleSet* asked = rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        return refuse_rules(errors, options.rules);
    }
    const auto candidate = read_candidate(in);
    if (!candidate) {
        return refuse(errors, candidate.error());
    }
    matching::SnapshotKeeper keeper{
        stores.postings,
        {.path = options.snapshot,
         .access = matching::SnapshotKeeper::Access::read,
         .warn = [&errors](const std::string& why) {
             errors << "jobscout: " << why << "; all postings are read instead\n";
         }}};
    keeper.refresh();
    const matching::Matches matches = matching::match(
        rule_book,
        facts,
        *keeper.current(),
        stores,
        *candidate,
        {.as_of = options.as_of, .order = options.order, .count = options.count, .asked = asked}
    );
    if (options.json) {
        out << wire::matches_text(matches, rule_book, options.language) << '\n';
    } else {
        out << matches_table(
            matches, rule_book, {.language = options.language, .colour = options.colour}
        );
    }
    return 0;
}

}  // namespace cli
