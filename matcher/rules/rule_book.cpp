#include "matcher/rules/rule_book.hpp"

#include "embedded_grids.hpp"
#include "embedded_rule_sets.hpp"

#include <algorithm>

namespace rules {
namespace {

std::string quoted(const std::string_view id) { return "'" + std::string{id} + "'"; }

/// The id, and the file where one is known.
std::string named(const RuleSet& set) {
    return quoted(set.id) + (set.file.empty() ? "" : " (" + set.file + ")");
}

/// A set without a last day lasts until the end of time.
bool overlap(const RuleSet& earlier, const RuleSet& later) {
    return !earlier.effective_to || *earlier.effective_to >= later.effective_from;
}

}  // namespace

domain::Result<RuleBook> RuleBook::make(
    std::vector<RuleSet> rule_sets, const std::string_view basis
) {
    std::sort(rule_sets.begin(), rule_sets.end(), [](const RuleSet& left, const RuleSet& right) {
        return left.effective_from < right.effective_from;
    });
    const RuleSet* confirmed = nullptr;
    for (auto set = rule_sets.begin(); set != rule_sets.end(); ++set) {
        const auto same = [&](const RuleSet& other) { return other.id == set->id; };
        if (std::any_of(rule_sets.begin(), set, same)) {
            return domain::invalid("id", "two rule sets are called " + named(*set));
        }
        if (!set->confirmed) {
            continue;
        }
        if (confirmed != nullptr && overlap(*confirmed, *set)) {
            return domain::invalid(
                "effective_to", "rule set " + named(*confirmed) + " overlaps " + named(*set)
            );
        }
        confirmed = &*set;
    }
    RuleBook book;
    book.rule_sets_ = std::move(rule_sets);
    book.basis_ = basis;
    if (book.find(basis) == nullptr) {
        return domain::invalid("basis", "there is no rule set " + quoted(basis));
    }
    return book;
}

const RuleSet* RuleBook::find(const std::string_view id) const {
    const auto found = std::find_if(rule_sets_.begin(), rule_sets_.end(), [&](const RuleSet& set) {
        return set.id == id;
    });
    return found == rule_sets_.end() ? nullptr : &*found;
}

const RuleSet* RuleBook::latest_confirmed(const domain::Date day) const {
    const auto found =
        std::find_if(rule_sets_.rbegin(), rule_sets_.rend(), [&](const RuleSet& set) {
            return set.confirmed && set.effective_from <= day;
        });
    return found == rule_sets_.rend() ? nullptr : &*found;
}

const RuleSet* RuleBook::reported(const domain::Date day) const {
    const RuleSet* confirmed = latest_confirmed(day);
    const auto found = std::find_if(rule_sets_.rbegin(), rule_sets_.rend(), [](const RuleSet& set) {
        return !set.confirmed;
    });
    if (found == rule_sets_.rend() ||
        (confirmed != nullptr && found->effective_from <= confirmed->effective_from)) {
        return nullptr;
    }
    return &*found;
}

domain::Result<RuleBook> load(const DroppedRules& dropped, const std::string_view basis) {
    std::vector<GridText> grids;
    for (const RuleFile& grid : dropped.grids) {
        grids.push_back({.name = grid.name, .json = grid.json});
    }
    // One of the operator's comes first, and so is found before the shipped one of its name.
    for (const embedded_grids::Text& grid : embedded_grids::all) {
        grids.push_back({.name = grid.name, .json = grid.text});
    }
    std::vector<RuleSet> rule_sets;
    const auto add = [&](const std::string_view name, const std::string_view json) {
        auto rule_set = parse_rule_set(json, grids);
        if (rule_set) {
            rule_set->file = name;
        }
        return rule_set;
    };
    for (const RuleFile& file : dropped.rule_sets) {
        auto rule_set = add(file.name, file.json);
        if (!rule_set) {
            domain::Error error = rule_set.error();
            error.message =
                file.name + ": " + (error.field.empty() ? "" : error.field + ": ") + error.message;
            return error;
        }
        rule_sets.push_back(*std::move(rule_set));
    }
    for (const embedded_rule_sets::Text& file : embedded_rule_sets::all) {
        if (std::ranges::find(rule_sets, file.name, &RuleSet::id) == rule_sets.end()) {
            rule_sets.push_back(add("", file.text).value());
        }
    }
    return RuleBook::make(std::move(rule_sets), basis);
}

domain::Result<RuleBook> built_in(const std::string_view basis) { return load({}, basis); }

}  // namespace rules
