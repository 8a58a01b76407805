#include "services/wire/clb_json.hpp"

#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/profile.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/array.hpp>

#include <string>

namespace wire {
namespace {

namespace json = boost::json;

void add_tests(
    json::array& into,
    const std::vector<domain::LanguageTest>& tests,
    const std::string& path,
    const domain::Date as_of
) {
    for (std::size_t index = 0; index < tests.size(); ++index) {
        const domain::LanguageTest& test = tests[index];
        json::object levels;
        for (const express_entry::Ability ability :
             {express_entry::Ability::listening,
              express_entry::Ability::reading,
              express_entry::Ability::writing,
              express_entry::Ability::speaking}) {
            levels[express_entry::name(ability)] = test.levels.*express_entry::member(ability);
        }
        into.push_back(
            {{"path", path + "[" + std::to_string(index) + "]"},
             {"test", name_of(language_test_names, test.kind)},
             {"language", name_of(language_names, domain::language_of(test.kind))},
             {"date", domain::to_string(test.date)},
             {"levels", std::move(levels)},
             {"counts", !express_entry::valid_tests({test}, as_of).empty()},
             {"expires", domain::to_string(express_entry::language_expires(test))}}
        );
    }
}

}  // namespace

json::object clb_answer_json(
    const domain::Candidate& candidate,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array tests;
    add_tests(tests, candidate.language_tests, "language_tests", as_of);
    if (candidate.spouse) {
        add_tests(tests, candidate.spouse->language_tests, "spouse.language_tests", as_of);
    }
    return {
        {"as_of", domain::to_string(as_of)},
        {"tests", std::move(tests)},
        {"notes", notes_json(express_entry::crs_profile(candidate, as_of).notes, language)},
        {"notice", text(language, "notice")}};
}

}  // namespace wire
