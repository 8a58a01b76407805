#pragma once

#include "matcher/domain/round.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The words in which the Government of Canada's feed of rounds says things. What is not understood
/// to its last word is nothing, never a guess: a new category has to be seen by a person.
namespace sources {

/// Whom a round was for.
struct RoundName {
    domain::RoundKind kind = domain::RoundKind::general;
    std::optional<domain::Program> program;
    std::string category;  ///< Id as in domain::Round.
    bool operator==(const RoundName&) const = default;
};

/// By the words of its name, in any case, and whatever version it is of: `Trades Occupations,
/// 2026-Version 3`, `General`, `No Program Specified`.
std::optional<RoundName> understand_round_name(std::string_view name);

/// `October 11, 2025 at 14:55:49 UTC`, in any of the spellings that the feed has had. One of them
/// has no year: it is the latest such moment that is not after the day of the round.
std::optional<domain::Instant> understand_tie_break(std::string_view text, domain::Date held_on);

/// `300` or `127,500`, from 0 to 999,999,999: commas stand between thousands or nowhere.
std::optional<int> understand_whole_number(std::string_view text);

/// A round's number: digits, and a small letter where a number was used twice (`91a`).
bool is_round_number(std::string_view text);

}  // namespace sources
