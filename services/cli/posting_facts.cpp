#include "services/cli/posting_facts.hpp"

#include "services/cli/terminal_text.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/posting_words.hpp"

#include <vector>

namespace cli {
std::string posting_facts(const domain::Posting& posting, const domain::OfficialLanguage language) {
    const auto text = [&](const std::string_view code, const wire::Arguments& arguments = {}) {
        return wire::text(language, code, arguments);
    };
    std::vector<std::string> facts{printable(posting.hiring_organization)};
    facts.push_back(
        posting.job_locations.empty() ? text("table.place_not_stated")
                                      : printable(wire::place_text(posting))
    );
    if (posting.remote) {
        facts.push_back(text("table.remote"));
    }
    if (posting.noc) {
        facts.push_back(text("table.noc", {{"noc", posting.noc->to_string()}}));
    }
    if (posting.base_salary) {
        facts.push_back(wire::pay_text(*posting.base_salary, language));
    }
    std::string joined;
    for (const std::string& fact : facts) {
        joined.append(joined.empty() ? "" : " · ").append(fact);
    }
    return joined;
}

}  // namespace cli
