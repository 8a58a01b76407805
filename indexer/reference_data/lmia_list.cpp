#include "indexer/reference_data/lmia_list.hpp"

#include "indexer/reference_data/values.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace reference_data {
namespace {

constexpr std::array<std::string_view, 4> quarters{
    "january to march", "april to june", "july to september", "october to december"};

/// From then on five digits are published; an annual list sorts before its quarters.
constexpr std::string_view first_period_of_noc_2021 = "2024Q3";

}  // namespace

std::optional<std::string> period_in(const std::string_view given) {
    const std::string small = sources::lower_case_ascii(given);
    static const std::regex quarter{R"((20\d\d)[ _-]?q([1-4]))"};
    static const std::regex months{
        R"((january to march|april to june|july to september|october to december),? (20\d\d))"};
    static const std::regex date{R"(20\d\d-\d\d-\d\d)"};
    static const std::regex year{R"((?:^|[^0-9])(20\d\d)(?:[^0-9]|$))"};
    std::smatch match;
    if (std::regex_search(small, match, quarter)) {
        return match[1].str() + "Q" + match[2].str();
    }
    if (std::regex_search(small, match, months)) {
        const auto found = std::ranges::find(quarters, match[1].str());
        return match[2].str() + "Q" + std::to_string(found - quarters.begin() + 1);
    }
    // `NOC 2021` is no year of a list.
    static const std::regex classification{R"(noc\)?\s*20\d\d)"};
    const std::string rest =
        std::regex_replace(std::regex_replace(small, date, ""), classification, "");
    if (std::regex_search(rest, match, year)) {
        return match[1].str();
    }
    return std::nullopt;
}

std::optional<std::string> decision_in(const std::string_view header_of_positions) {
    if (header_of_positions.find("approved") != header_of_positions.npos) {
        return "positive";
    }
    if (header_of_positions.find("requested") != header_of_positions.npos) {
        return "negative";
    }
    return std::nullopt;
}

domain::Result<LmiaOccupation> lmia_occupation(
    const std::string_view occupation, const std::string_view period
) {
    const auto digits = occupation.substr(0, occupation.find_first_not_of("0123456789"));
    if (digits.empty()) {
        return LmiaOccupation{};  // `(blank)`, or words alone.
    }
    constexpr std::size_t digits_of_noc_2021 = 5;
    const bool is_noc_2021 =
        digits.size() == digits_of_noc_2021 || period >= first_period_of_noc_2021;
    const auto noc = is_noc_2021 ? noc_2021(digits) : noc_2016(digits);
    if (!noc) {
        return noc.error();
    }
    return LmiaOccupation{.noc = *noc, .edition = is_noc_2021 ? "2021" : ""};
}

}  // namespace reference_data
