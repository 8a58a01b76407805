#include "services/cli/posting_facts.hpp"

#include "services/cli/terminal_text.hpp"
#include "services/wire/messages.hpp"

#include <vector>

namespace cli {
namespace {

std::string pay_text(const domain::Pay& pay, const domain::OfficialLanguage language) {
    const auto cents = [](const domain::Cents amount) {
        return (amount % 100 < 10 ? "0" : "") + std::to_string(amount % 100);
    };
    return wire::text(
        language,
        pay.hourly_min == pay.hourly_max ? "table.per_hour" : "table.per_hour_range",
        {{"dollars", pay.hourly_min / 100},
         {"cents", cents(pay.hourly_min)},
         {"dollars_max", pay.hourly_max / 100},
         {"cents_max", cents(pay.hourly_max)}}
    );
}

}  // namespace

std::string posting_facts(const domain::Posting& posting, const domain::OfficialLanguage language) {
    const auto text = [&](const std::string_view code, const wire::Arguments& arguments = {}) {
        return wire::text(language, code, arguments);
    };
    std::vector<std::string> facts{printable(posting.hiring_organization)};
    if (posting.job_locations.empty()) {
        facts.push_back(text("table.place_not_stated"));
    } else {
        const domain::Place& place = posting.job_locations.front();
        const std::string province{domain::code(place.province)};
        facts.push_back(place.city.empty() ? province : printable(place.city) + ", " + province);
    }
    if (posting.remote) {
        facts.push_back(text("table.remote"));
    }
    if (posting.noc) {
        facts.push_back(text("table.noc", {{"noc", posting.noc->to_string()}}));
    }
    if (posting.base_salary) {
        facts.push_back(pay_text(*posting.base_salary, language));
    }
    std::string joined;
    for (const std::string& fact : facts) {
        joined.append(joined.empty() ? "" : " · ").append(fact);
    }
    return joined;
}

}  // namespace cli
