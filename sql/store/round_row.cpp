#include "sql/store/round_row.hpp"

#include "matcher/document/named.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

namespace store {
namespace {

namespace json = boost::json;
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

json::value or_null(const std::optional<int> number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::object row_json(const Round& round) {
    json::object row{
        {"number", round.number},
        {"held_on", domain::to_string(round.held_on)},
        {"kind", document::name_of(kinds, round.kind)},
        {"name_as_published", round.name},
        {"invitations", round.invitations},
        {"cutoff_crs", or_null(round.cutoff_crs)},
        {"pool_total", or_null(round.pool_total)}};
    if (round.program) {
        row["program"] = document::name_of(programs, *round.program);
    }
    if (!round.category.empty()) {
        row["category"] = round.category;
    }
    if (round.tie_break) {
        row["tie_break"] = domain::to_string(*round.tie_break);
    }
    return row;
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

std::string rows_json(const std::vector<Round>& rounds) {
    json::array rows;
    for (const Round& round : rounds) {
        rows.push_back(row_json(round));
    }
    return json::serialize(rows);
}

}  // namespace store
