#include "indexer/normalise/noc.hpp"

#include <algorithm>

namespace normalise {
namespace {

/// The first run of digits of the text.
std::string_view first_digits(const std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t begin = std::min(text.find_first_of(digits), text.size());
    const std::size_t end = text.find_first_not_of(digits, begin);
    return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

}  // namespace

domain::Result<domain::NocCode> noc_2021_from(
    const std::string_view text, const occupation::Occupations& occupations
) {
    auto code = domain::NocCode::parse(first_digits(text));
    if (!code) {
        return domain::invalid(
            "", "'" + std::string{text} + "' is not a NOC 2021 code of five digits"
        );
    }
    if (!occupations.exists(*code)) {
        return domain::invalid("", "NOC 2021 has no unit group '" + code->to_string() + "'");
    }
    return code;
}

domain::Result<std::string> noc_2016_from(const std::string_view text) {
    const std::string_view digits = first_digits(text);
    if (digits.size() != 4) {
        return domain::invalid(
            "", "'" + std::string{text} + "' is not a NOC 2016 code of four digits"
        );
    }
    return std::string{digits};
}

}  // namespace normalise
