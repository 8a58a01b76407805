#include "matcher/rules/rule_book.hpp"

#include "embedded_grids.hpp"
#include "embedded_rule_sets.hpp"
#include "matcher/rules/grid.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace rules {
namespace {

std::string quoted(const std::string_view id) { return "'" + std::string{id} + "'"; }

/// A set without a last day lasts until the end of time.
bool overlap(const RuleSet& earlier, const RuleSet& later) {
    return !earlier.effective_to || *earlier.effective_to >= later.effective_from;
}

void sort_by_date(std::vector<RuleSet>& rule_sets) {
    std::ranges::sort(rule_sets, {}, &RuleSet::effective_from);
}

/// Two confirmed sets that both claim a day.
struct Overlap {
    const RuleSet* earlier = nullptr;
    const RuleSet* later = nullptr;

    std::string message() const {
        return "rule set " + quoted(earlier->id) + " overlaps " + quoted(later->id);
    }
};

std::optional<Overlap> find_overlap(const std::vector<RuleSet>& by_date) {
    const RuleSet* confirmed = nullptr;
    for (const RuleSet& set : by_date) {
        if (!set.confirmed) {
            continue;
        }
        if (confirmed != nullptr && overlap(*confirmed, set)) {
            return Overlap{.earlier = confirmed, .later = &set};
        }
        confirmed = &set;
    }
    return std::nullopt;
}

/// `rules/grids/high_wage.json` is `high_wage`.
std::string_view stem(const std::string_view file) {
    const std::string_view name = file.substr(file.find_last_of('/') + 1);
    return name.substr(0, name.find_last_of('.'));
}

domain::Error in_file(const std::string_view file, const domain::Error& error) {
    return domain::invalid(
        std::string{file}, error.field + (error.field.empty() ? "" : ": ") + error.message
    );
}

std::vector<GridText> shipped_grids() {
    std::vector<GridText> grids;
    grids.reserve(embedded_grids::all.size());
    for (const embedded_grids::Text& grid : embedded_grids::all) {
        grids.push_back({.name = grid.name, .json = grid.text});
    }
    return grids;
}

domain::Result<std::vector<GridText>> all_grids(const std::vector<RuleFile>& added) {
    std::vector<GridText> grids = shipped_grids();
    for (const RuleFile& file : added) {
        const std::string_view name = stem(file.name);
        if (std::ranges::find(grids, name, &GridText::name) != grids.end()) {
            return domain::invalid(file.name, "there is a grid " + quoted(name) + " already");
        }
        if (const auto grid = parse_grid(file.json); !grid) {
            return in_file(file.name, grid.error());
        }
        grids.push_back({.name = name, .json = file.json});
    }
    return grids;
}

/// Sets of several files, and which file each id came from.
class Collection {
public:
    explicit Collection(std::vector<GridText> grids) : grids_{std::move(grids)} {}

    /// Nothing where the set has been taken up.
    std::optional<domain::Error> add(const std::string_view file, const std::string_view json) {
        auto rule_set = parse_rule_set(json, grids_);
        if (!rule_set) {
            return in_file(file, rule_set.error());
        }
        const auto [known, is_new] = file_of_.emplace(rule_set->id, file);
        if (!is_new) {
            return domain::invalid(
                std::string{file}, "id: " + quoted(rule_set->id) + " stands in " + known->second
            );
        }
        rule_set->file = file;
        rule_sets_.push_back(*std::move(rule_set));
        return std::nullopt;
    }

    bool has(const std::string_view id) const { return file_of_.contains(id); }

    /// Null where it was not one of these files.
    const std::string* file_of(const RuleSet& rule_set) const {
        const auto found = file_of_.find(rule_set.id);
        return found == file_of_.end() ? nullptr : &found->second;
    }

    const std::vector<RuleSet>& rule_sets() const { return rule_sets_; }

private:
    std::vector<GridText> grids_;
    std::map<std::string, std::string, std::less<>> file_of_;
    std::vector<RuleSet> rule_sets_;
};

/// Names the operator's file: no two sets that ship overlap.
domain::Error refusal_of(const Overlap& overlap, const Collection& added) {
    if (const std::string* file = added.file_of(*overlap.earlier)) {
        return domain::invalid(*file, "effective_to: " + overlap.message());
    }
    return domain::invalid(*added.file_of(*overlap.later), "effective_from: " + overlap.message());
}

}  // namespace

domain::Result<RuleBook> RuleBook::make(
    std::vector<RuleSet> rule_sets, const std::string_view basis
) {
    sort_by_date(rule_sets);
    for (auto set = rule_sets.begin(); set != rule_sets.end(); ++set) {
        const auto same = [&](const RuleSet& other) { return other.id == set->id; };
        if (std::any_of(rule_sets.begin(), set, same)) {
            return domain::invalid("id", "two rule sets are called " + quoted(set->id));
        }
    }
    if (const auto overlap = find_overlap(rule_sets)) {
        return domain::invalid("effective_to", overlap->message());
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
    const RuleSet* found = nullptr;
    for (const RuleSet& set : rule_sets_) {
        const bool is_later =
            confirmed == nullptr || set.effective_from > confirmed->effective_from;
        const bool has_begun = set.effective_from <= day;
        if (!set.confirmed && is_later && (has_begun || found == nullptr)) {
            found = &set;
        }
    }
    return found;
}

domain::Result<RuleBook> load(const DroppedRules& dropped, const std::string_view basis) {
    auto grids = all_grids(dropped.grids);
    if (!grids) {
        return grids.error();
    }
    Collection operators{*grids};
    for (const RuleFile& file : dropped.rule_sets) {
        if (auto refusal = operators.add(file.name, file.json)) {
            return *std::move(refusal);
        }
    }
    Collection shipped{shipped_grids()};
    for (const embedded_rule_sets::Text& file : embedded_rule_sets::all) {
        if (auto refusal = shipped.add(file.name, file.text)) {
            return *std::move(refusal);
        }
    }
    std::vector<RuleSet> rule_sets = operators.rule_sets();
    std::ranges::copy_if(
        shipped.rule_sets(),
        std::back_inserter(rule_sets),
        [&](const RuleSet& set) { return !operators.has(set.id); }
    );
    sort_by_date(rule_sets);
    if (const auto overlap = find_overlap(rule_sets)) {
        return refusal_of(*overlap, operators);
    }
    return RuleBook::make(std::move(rule_sets), basis);
}

domain::Result<RuleBook> built_in(const std::string_view basis) { return load({}, basis); }

}  // namespace rules
