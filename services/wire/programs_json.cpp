#include "services/wire/programs_json.hpp"

#include "matcher/express_entry/profile.hpp"
#include "matcher/rules/regulations.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/reason_names.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

json::object clause_json(const express_entry::Clause& clause, const OfficialLanguage language) {
    const std::string_view code = name_of(program_clause_names, clause.clause);
    return {
        {"clause", code},
        {"name", text(language, message_code("clause", code))},
        {"verdict", name(clause.verdict)},
        {"reason", reason_json(clause.reason, language)}};
}

/// Which version of dated rules an answer rests on; null where none is held for the day.
template <class Dated>
json::value version_json(const Dated* version) {
    if (version == nullptr) {
        return nullptr;
    }
    return json::object{
        {"id", version->id},
        {"effective_from", domain::to_string(version->effective_from)},
        {"effective_to", or_null(version->effective_to)},
        {"source", version->source}};
}

}  // namespace

json::array programs_json(
    const std::vector<express_entry::ProgramVerdict>& programs, const OfficialLanguage language
) {
    json::array result;
    for (const express_entry::ProgramVerdict& program : programs) {
        json::array clauses;
        for (const express_entry::Clause& clause : program.clauses) {
            clauses.push_back(clause_json(clause, language));
        }
        result.push_back(
            {{"program", name_of(program_names, program.program)},
             {"name", program_text(program.program, language)},
             {"eligible", name(program.eligible)},
             {"clauses", std::move(clauses)},
             {"grid",
              program.grid ? json::value(fsw_score_json(*program.grid)) : json::value(nullptr)}}
        );
    }
    return result;
}

json::array categories_json(
    const std::vector<express_entry::CategoryVerdict>& categories, const OfficialLanguage language
) {
    json::array result;
    for (const express_entry::CategoryVerdict& verdict : categories) {
        result.push_back(
            {{"category", verdict.category->id},
             {"name", category_text(verdict.category->id, language)},
             {"confirmed", verdict.category->confirmed},
             {"member", name(verdict.member)},
             {"reason", reason_json(verdict.reason, language)}}
        );
    }
    return result;
}

json::array opened_categories_json(
    const std::vector<express_entry::OpenedCategory>& opened, const OfficialLanguage language
) {
    json::array result;
    for (const auto& [category, months] : opened) {
        result.push_back(
            {{"category", category->id},
             {"name", category_text(category->id, language)},
             {"months", months}}
        );
    }
    return result;
}

json::object programs_answer_json(
    const domain::Candidate& candidate, const domain::Date as_of, const OfficialLanguage language
) {
    return {
        {"as_of", domain::to_string(as_of)},
        {"program_rules", program_rules_json(as_of)},
        {"programs", programs_json(express_entry::judge_programs(candidate, as_of), language)},
        {"category_rules", category_rules_json(as_of)},
        {"categories",
         categories_json(express_entry::judge_categories(candidate, as_of), language)},
        {"notes", notes_json(express_entry::crs_profile(candidate, as_of).notes, language)},
        {"notice", text(language, "notice")}};
}

json::value program_rules_json(const domain::Date as_of) {
    return version_json(rules::in_force(rules::regulations().programs, as_of));
}

json::value category_rules_json(const domain::Date as_of) {
    return version_json(rules::in_force(rules::regulations().categories, as_of));
}

std::string program_text(const domain::Program program, const OfficialLanguage language) {
    return text(language, message_code("program", name_of(program_names, program)));
}

std::string category_text(const std::string_view category, const OfficialLanguage language) {
    return text(language, message_code("category", category));
}

}  // namespace wire
