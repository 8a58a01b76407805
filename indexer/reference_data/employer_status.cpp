#include "indexer/reference_data/employer_status.hpp"

#include "indexer/normalise/fold.hpp"

#include <regex>

namespace reference_data {
namespace {

const std::regex until{R"(ineligible until (.+))"};

}  // namespace

Value status(const std::string_view cell) {
    static const std::regex unpaid{R"(ineligible ?- ?unpaid monetary penalty)"};
    const auto words = normalise::fold(cell);
    if (words == "eligible") {
        return std::string{"eligible"};
    }
    if (std::regex_match(words, unpaid)) {
        return std::string{"unpaid"};
    }
    if (words == "ineligible" || std::regex_match(words, until)) {
        return std::string{"banned"};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is no status that is known");
}

Value banned_until(const std::string_view cell) {
    const auto words = normalise::fold(cell);
    std::smatch match;
    return std::regex_match(words, match, until) ? date(match[1].str()) : Value{std::string{}};
}

Value reasons(const std::string_view cell) {
    static const std::regex footnote{R"(footnote ?\*?)"};
    static const std::regex numbers{R"(\d{1,2}(?:(?:, ?| and | )\d{1,2})*)"};
    static const std::regex number{R"(\d{1,2})"};
    const auto words = normalise::fold(cell);
    if (std::regex_match(words, footnote)) {
        return std::string{"{}"};
    }
    if (!std::regex_match(words, numbers)) {
        return domain::invalid("", "'" + std::string{cell} + "' is no list of reasons");
    }
    std::string array = "{";
    for (std::sregex_iterator at{words.begin(), words.end(), number}, end; at != end; ++at) {
        array += (array.size() > 1 ? "," : "") + at->str();
    }
    return array + "}";
}

Value penalty_cents(const std::string_view cell) {
    static const std::regex amount{R"(\$ ?([0-9][0-9,]*(?:\.[0-9]{1,2})?)(?: and .*ban)?)"};
    static const std::regex ban{R"(.*\bban)"};
    const auto words = normalise::fold(cell);
    std::smatch match;
    if (std::regex_match(words, match, amount)) {
        return cents(match[1].str());
    }
    if (std::regex_match(words, ban)) {
        return std::string{};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is no penalty that is understood");
}

Value decision_day(const std::string_view cell) {
    static const std::regex short_day{R"((\d{4})-(\d{1,2})-(\d{1,2}))"};
    const std::string words{cell};
    std::smatch match;
    if (!std::regex_match(words, match, short_day)) {
        return date(cell);
    }
    const auto two = [](const std::string& digits) {
        return digits.size() == 1 ? "0" + digits : digits;
    };
    return date(match[1].str() + "-" + two(match[2].str()) + "-" + two(match[3].str()));
}

}  // namespace reference_data
