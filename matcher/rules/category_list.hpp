#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

/// Work that a category asks for, all of it in one of its occupations.
struct CategoryWork {
    int months = 0;  ///< Full-time, or as much part-time.
    int window_months = 0;
    bool unbroken = false;  ///< Without a gap.
    bool canada_only = false;
};

/// A category of category-based selection.
struct Category {
    std::string id;          ///< `healthcare`, as in domain::Round.
    bool confirmed = false;  ///< The list of occupations was seen in a source, code by code.
    std::optional<domain::Clb> french_level;  ///< NCLC asked in all four abilities.
    std::optional<CategoryWork> work;
    bool armed_forces_offer = false;    ///< Asks for things that no profile of ours states.
    std::vector<domain::NocCode> nocs;  ///< Ascending; empty where occupation does not matter.

    bool has(domain::NocCode noc) const;
};

/// The categories in force for a time.
/// Source: IRCC, Express Entry category-based selection.
struct CategoryList {
    std::string id;  ///< The year in which it was made.
    domain::Date effective_from;
    std::optional<domain::Date> effective_to;  ///< Last day; absent while open.
    std::string source;
    std::vector<Category> categories;
};

/// Reads a file of matcher/rules/categories; refuses as parse_rule_set() does.
domain::Result<CategoryList> parse_category_list(std::string_view json);

}  // namespace rules
