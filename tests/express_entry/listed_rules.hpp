#pragma once

#include "tests/express_entry/people.hpp"

#include <string>
#include <utility>
#include <vector>

/// Rule sets that go by lists of occupations. Their figures are invented.
namespace people {

inline rules::OccupationLevel level(
    std::string name,
    const std::optional<int> points,
    const std::optional<std::vector<std::string_view>>& codes
) {
    rules::OccupationLevel result{.name = std::move(name), .points = points, .nocs = std::nullopt};
    if (codes) {
        result.nocs.emplace();
        for (const std::string_view code : *codes) {
            result.nocs->push_back(noc(code));
        }
    }
    return result;
}

/// An offer earns 60 (00012, 31012) or 40 (21012, 75012); work in Canada of two years or more
/// earns 30 more (00012) or 10 (21012).
inline const rules::RuleSet& listed_rules() {
    static const rules::RuleSet result = [] {
        rules::RuleSet set = rule_set("2025-03-25");
        set.id = "2099-01-01";
        set.additional.job_offer = rules::OfferPointsByOccupation{
            {{level("2x", 60, {{"00012", "31012"}}), level("1.5x", 40, {{"21012", "75012"}})}}};
        set.canadian_work = rules::CanadianWorkByOccupation{
            .years_min = 2,
            .list = {{level("2x", 30, {{"00012"}}), level("1.5x", 10, {{"21012"}})}}};
        return set;
    }();
    return result;
}

/// An offer earns 60 (00012) or what is not known (21012), and nothing else earns any; work in
/// Canada of a year or more earns 30 more (00012), and whatever other occupations earn is not
/// known.
inline const rules::RuleSet& half_known_rules() {
    static const rules::RuleSet result = [] {
        rules::RuleSet set = rule_set("2025-03-25");
        set.id = "2099-07-01";
        set.additional.job_offer = rules::OfferPointsByOccupation{
            {{level("2x", 60, {{"00012"}}), level("1.5x", std::nullopt, {{"21012"}})}}};
        set.canadian_work = rules::CanadianWorkByOccupation{
            .years_min = 1,
            .list = {{level("2x", 30, {{"00012"}}), level("1.5x", 10, std::nullopt)}}};
        return set;
    }();
    return result;
}

/// Every set that ships, and the two above.
inline const std::vector<rules::RuleSet>& every_rule_set() {
    static const std::vector<rules::RuleSet> result = [] {
        std::vector<rules::RuleSet> sets = rule_book().all();
        sets.push_back(listed_rules());
        sets.push_back(half_known_rules());
        return sets;
    }();
    return result;
}

}  // namespace people
