#include "sql/store/round_row.hpp"

#include "matcher/document/named.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

namespace store {
namespace {

using document::Named;
using domain::Program;
using domain::Round;
using domain::RoundKind;

constexpr std::array kinds{
    Named{"general", RoundKind::general},
    Named{"program", RoundKind::program},
    Named{"category", RoundKind::category},
};

constexpr std::array programs{
    Named{"CEC", Program::cec},
    Named{"FSWP", Program::fswp},
    Named{"FSTP", Program::fstp},
    Named{"PNP", Program::pnp},
};

template <class E, std::size_t N>
E value_of(const std::array<Named<E>, N>& names, const std::string_view name) {
    const auto found = std::ranges::find(names, name, &Named<E>::name);
    assert(found != names.end());
    return found->value;
}

std::optional<int> number(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string digits_of(const std::optional<int> number) {
    return number ? std::to_string(*number) : std::string{};
}

}  // namespace

Round round_of(const RoundRow& row) {
    return {
        .number = row[0],
        .held_on = domain::parse_date(row[1]).value(),
        .kind = value_of(kinds, row[2]),
        .program = row[3].empty() ? std::nullopt : std::optional{value_of(programs, row[3])},
        .category = row[4],
        .name = row[5],
        .invitations = number(row[6]).value_or(0),
        .cutoff_crs = number(row[7]),
        .tie_break =
            row[8].empty() ? std::nullopt : std::optional{domain::parse_instant(row[8]).value()},
        .pool_total = number(row[9]),
    };
}

RoundRow row_of(const Round& round) {
    return {
        round.number,
        domain::to_string(round.held_on),
        std::string{document::name_of(kinds, round.kind)},
        round.program ? std::string{document::name_of(programs, *round.program)} : std::string{},
        round.category,
        round.name,
        std::to_string(round.invitations),
        digits_of(round.cutoff_crs),
        round.tie_break ? domain::to_string(*round.tie_break) : std::string{},
        digits_of(round.pool_total)};
}

}  // namespace store
