#pragma once
#include "matcher/domain/date.hpp"
#include "matcher/domain/instant.hpp"
#include <cstdint>
#include <optional>
#include <string>
namespace domain {
enum class RoundKind : std::uint8_t { general, program, category };
enum class Program : std::uint8_t { cec, fswp, fstp, pnp };
struct Round {
    std::string number;
    Date held_on;
    RoundKind kind = RoundKind::general;
    std::optional<Program> program;
    std::string category;
    std::string name;
    int invitations = 0;
    std::optional<int> cutoff_crs;
    std::optional<Instant> tie_break;
    std::optional<int> pool_total;
    bool operator==(const Round&) const = default;
};
}
