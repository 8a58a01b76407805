#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/categories.hpp"
#include "matcher/express_entry/fsw_grid.hpp"
#include "matcher/express_entry/programs.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// `{"grid": "fsw", "input": {...}}`: what the selection grid looks at, given directly:
///
///     {"age": 31, "first_language": {"language": "en", "clb": {...}}, "second_language": null,
///      "education": "doctoral", "canadian_skilled_work_years": 0, "foreign_skilled_work_years": 3,
///      "arranged_employment": false, "spouse": {"clb": {...}, "studied_in_canada_2y": false,
///      "worked_in_canada_1y": false}, "studied_in_canada_2y": false, "relative_in_canada": false}
///
/// `age` and `education` are required. A spouse's `clb` is the four abilities, one level for all
/// of them, or null.
domain::Result<express_entry::FswInput> fsw_input_from(const boost::json::value& input);

/// `{total, language, education, experience, age, arranged_employment, adaptability}`
boost::json::object fsw_score_json(const express_entry::FswScore& score);

/// One factor of the grid by its name, in the order in which they are shown.
struct FswFactor {
    std::string_view name;
    int express_entry::FswScore::*points;
};
inline constexpr std::array fsw_factors{
    FswFactor{"language", &express_entry::FswScore::language},
    FswFactor{"education", &express_entry::FswScore::education},
    FswFactor{"experience", &express_entry::FswScore::experience},
    FswFactor{"age", &express_entry::FswScore::age},
    FswFactor{"arranged_employment", &express_entry::FswScore::arranged_employment},
    FswFactor{"adaptability", &express_entry::FswScore::adaptability},
};

/// `[{program, name, eligible, clauses: [{clause, name, verdict, reason{}}], grid{}|null}]`
boost::json::array programs_json(
    const std::vector<express_entry::ProgramVerdict>& programs, domain::OfficialLanguage language
);

/// `[{category, name, confirmed, member, reason{}}]`
boost::json::array categories_json(
    const std::vector<express_entry::CategoryVerdict>& categories, domain::OfficialLanguage language
);

/// `[{category, name, months}]`: the months of work until each takes the candidate in.
boost::json::array opened_categories_json(
    const std::vector<express_entry::OpenedCategory>& opened, domain::OfficialLanguage language
);

/// The answer of `jobscout programs` and POST /v1/programs:
/// `{as_of, program_rules{id, effective_from, effective_to, confirmed, source}|null, programs[],
/// category_rules{...}|null, categories[], notes[], notice}`.
boost::json::object programs_answer_json(
    const domain::Candidate& candidate, domain::Date as_of, domain::OfficialLanguage language
);

/// Which dated rules of programs, and which of categories, answers for a day rest on; null where
/// none are held for it: `{id, effective_from, effective_to, source}`.
boost::json::value program_rules_json(domain::Date as_of);
boost::json::value category_rules_json(domain::Date as_of);

std::string program_text(domain::Program program, domain::OfficialLanguage language);
std::string category_text(std::string_view category, domain::OfficialLanguage language);

}  // namespace wire
