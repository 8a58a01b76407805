#pragma once

#include "matcher/domain/round.hpp"

#include <array>
#include <string>
#include <string_view>

namespace store {

/// The columns of a round that say something of it, in the order of list_rounds.sql.
inline constexpr std::array<std::string_view, 10> round_columns{
    "number",
    "held_on",
    "kind",
    "program",
    "category",
    "name_as_published",
    "invitations",
    "cutoff_crs",
    "tie_break",
    "pool_total"};

/// Their values as text, empty for NULL, in the same order: how a round stands in the shipped file
/// and comes from the database.
using RoundRow = std::array<std::string, round_columns.size()>;

/// A row that the table's constraints would let in.
domain::Round round_of(const RoundRow& row);

/// The same the other way round.
RoundRow row_of(const domain::Round& round);

}  // namespace store
