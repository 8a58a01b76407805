#include "indexer/reference_data/publication_day.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace reference_data {
namespace {

constexpr std::array<std::string_view, 12> months{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

std::string two_digits(const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
}

}  // namespace

std::optional<domain::Date> publication_day_in(const std::string_view file_name) {
    static const std::regex numbers{R"((?:^|[^0-9])(20\d\d-\d\d-\d\d)(?:[^0-9]|$))"};
    static const std::regex words{
        R"((?:^|[^0-9])(\d{1,2})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(20\d\d)(?:[^0-9]|$))"};
    const std::string name = sources::lower_case_ascii(file_name);
    std::string day;
    std::smatch match;
    if (std::regex_search(name, match, numbers)) {
        day = match[1].str();
    } else if (std::regex_search(name, match, words)) {
        const auto month = std::ranges::find(months, match[2].str()) - months.begin() + 1;
        day = match[3].str() + "-" + two_digits(std::to_string(month)) + "-" +
              two_digits(match[1].str());
    }
    const auto date = domain::parse_date(day);
    return date ? std::optional{*date} : std::nullopt;
}

}  // namespace reference_data
