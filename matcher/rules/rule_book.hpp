#pragma once

#include "matcher/rules/rule_set.hpp"

#include <string_view>
#include <vector>

namespace rules {

/// The rule set that the business scores offers by, unless the operator names another:
/// +200 for NOC major group 00, +50 for any other TEER 0-3.
inline constexpr std::string_view basis_by_default = "2022-11-16";

/// Every rule set the service knows, oldest first, and which of them an answer shows.
class RuleBook {
public:
    /// Refuses no sets at all, two with the same id, and confirmed sets whose dates overlap.
    static domain::Result<RuleBook> make(std::vector<RuleSet> rule_sets, std::string_view basis);

    const std::vector<RuleSet>& all() const { return rule_sets_; }

    /// Null where no set has this id.
    const RuleSet* find(std::string_view id) const;

    const RuleSet& basis() const { return *find(basis_); }

    /// The confirmed set with the greatest effective_from not after `day`, even where a reported
    /// set has begun since. Null before the first set.
    const RuleSet* latest_confirmed(domain::Date day) const;

    /// Among the sets that are not confirmed and are later than the latest confirmed one: the
    /// latest that has begun by `day`, else the first that is to begin.
    const RuleSet* reported(domain::Date day) const;

private:
    std::vector<RuleSet> rule_sets_;
    std::string basis_;
};

/// A file and its name, which a refusal tells.
struct RuleFile {
    std::string name;  ///< `rules/2099-01-01.json`; rule sets call a grid by the last part alone.
    std::string json;
};

/// What stands in an operator's folder of rules.
struct DroppedRules {
    std::vector<RuleFile> rule_sets;
    std::vector<RuleFile> grids;
};

/// The rule sets that ship with the program (matcher/rules/sets) and those of an operator, under
/// this basis. A dropped set takes the place of the shipped one with its id, and may use the grids
/// that ship as well as the operator's own. Refuses what parse_rule_set() and RuleBook::make() do,
/// two dropped sets with one id, and a grid with the name of one that ships, on which shipped sets
/// rest. The error's field is the name of the file, or `basis`; its message begins with the path in
/// the file.
domain::Result<RuleBook> load(
    const DroppedRules& dropped, std::string_view basis = basis_by_default
);

/// The rule sets that ship with the program and no others.
domain::Result<RuleBook> built_in(std::string_view basis = basis_by_default);

}  // namespace rules
