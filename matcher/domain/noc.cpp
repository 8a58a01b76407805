#include "matcher/domain/noc.hpp"

#include <algorithm>
#include <cassert>

namespace domain {
namespace {

constexpr int teer_max = 5;

}  // namespace

Result<NocCode> NocCode::parse(const std::string_view text) {
    const auto is_digit = [](const char character) { return character >= '0' && character <= '9'; };
    if (text.size() != 5 || !std::all_of(text.begin(), text.end(), is_digit)) {
        return invalid("", "'" + std::string{text} + "' is not a NOC 2021 code of five digits");
    }
    int number = 0;
    for (const char character : text) {
        number = number * 10 + (character - '0');
    }
    const NocCode code{number};
    if (code.teer() > teer_max) {
        return invalid(
            "", "'" + std::string{text} + "' has no TEER: its second digit is not 0 to 5"
        );
    }
    return code;
}

NocCode NocCode::from_number(const int number) {
    const NocCode code{number};
    assert(number >= 0 && number <= 99999 && code.teer() <= teer_max);
    return code;
}

std::string NocCode::to_string() const {
    std::string text = std::to_string(number_);
    return text.insert(0, 5 - text.size(), '0');
}

NocKinship kinship(const NocCode left, const NocCode right) {
    if (left == right) {
        return NocKinship::unit_group;
    }
    if (left.minor_group() == right.minor_group()) {
        return NocKinship::minor_group;
    }
    if (left.sub_major_group() == right.sub_major_group()) {
        return NocKinship::sub_major_group;
    }
    if (left.major_group() == right.major_group()) {
        return NocKinship::major_group;
    }
    if (left.broad_category() == right.broad_category()) {
        return NocKinship::broad_category;
    }
    return NocKinship::none;
}

}  // namespace domain
