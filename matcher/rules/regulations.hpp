#pragma once

#include "matcher/rules/category_list.hpp"
#include "matcher/rules/lifecycle_rules.hpp"
#include "matcher/rules/program_rules.hpp"

#include <vector>

namespace rules {

/// Every dated rule beside the CRS, as it ships with the program (matcher/rules); oldest first.
struct Regulations {
    std::vector<ProgramRules> programs;
    std::vector<CategoryList> categories;
    std::vector<FundsTable> funds;
    LifecycleRules lifecycle;
};

/// The files are compiled in and tested, so that a fault in one is ours: it ends the program.
const Regulations& regulations();

/// The version in force on `day`; null where none is held for it.
template <class Dated>
const Dated* in_force(const std::vector<Dated>& versions, const domain::Date day) {
    for (const Dated& version : versions) {
        if (version.effective_from <= day &&
            (!version.effective_to || day <= *version.effective_to)) {
            return &version;
        }
    }
    return nullptr;
}

/// The row of a timeline that holds on `day`; null before the first.
template <class Row>
const Row* latest(const std::vector<Row>& timeline, const domain::Date day) {
    const Row* found = nullptr;
    for (const Row& row : timeline) {
        found = row.effective_from <= day ? &row : found;
    }
    return found;
}

}  // namespace rules
