#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace domain {

/// Whom a round of invitations was for: everybody in the pool, one program, or one category.
enum class RoundKind : std::uint8_t { general, program, category };

/// The programs whose candidates are in the pool: Canadian Experience Class, Federal Skilled Worker
/// and Federal Skilled Trades Program, and provincial nominees.
enum class Program : std::uint8_t { cec, fswp, fstp, pnp };

/// A round of invitations. Source: IRCC, Express Entry rounds of invitations.
struct Round {
    std::string number;  ///< As published: `91a` and `91b` are two rounds.
    Date held_on;
    RoundKind kind = RoundKind::general;
    std::optional<Program> program;  ///< Exactly where `kind` is program.
    std::string category;            ///< Id as in rules::Category; empty unless `kind` is category.
    std::string name;                ///< As published.
    int invitations = 0;
    std::optional<int> cutoff_crs;
    std::optional<Instant> tie_break;  ///< At the cut-off, older profiles than this are invited.
    std::optional<int> pool_total;     ///< Profiles in the pool a few days before.
    bool operator==(const Round&) const = default;
};

}  // namespace domain
