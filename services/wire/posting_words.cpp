#include "services/wire/posting_words.hpp"

#include "services/wire/messages.hpp"

namespace wire {

std::string pay_text(const domain::Pay& pay, const domain::OfficialLanguage language) {
    const auto cents = [](const domain::Cents amount) {
        return (amount % 100 < 10 ? "0" : "") + std::to_string(amount % 100);
    };
    return text(
        language,
        pay.hourly_min == pay.hourly_max ? "table.per_hour" : "table.per_hour_range",
        {{"dollars", pay.hourly_min / 100},
         {"cents", cents(pay.hourly_min)},
         {"dollars_max", pay.hourly_max / 100},
         {"cents_max", cents(pay.hourly_max)}}
    );
}

std::string place_text(const domain::Posting& posting) {
    if (posting.job_locations.empty()) {
        return "";
    }
    const domain::Place& place = posting.job_locations.front();
    const std::string province{domain::code(place.province)};
    const std::string& name = domain::name_in_province(place);
    return name.empty() ? province : name + ", " + province;
}

}  // namespace wire
