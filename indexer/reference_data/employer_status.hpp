#pragma once

#include "indexer/reference_data/values.hpp"

namespace reference_data {

/// `eligible`, `unpaid` or `banned`, of the spellings that IRCC has used: `Eligible`,
/// `Ineligible - unpaid monetary penalty` with any dash and case, `Ineligible until March 4, 2025`,
/// `Ineligible` for good.
Value status(std::string_view cell);

/// The day until which such a status bans; empty where it names none.
Value banned_until(std::string_view cell);

/// `9`, `5, 6 and 9` as an array of PostgreSQL's; `Footnote *` (from before reasons were numbered)
/// gives an empty one.
Value reasons(std::string_view cell);

/// `$129,000 and a 1-year ban` in cents; empty where only a ban was imposed.
Value penalty_cents(std::string_view cell);

/// `2022-12-6` too: only one day can be meant.
Value decision_day(std::string_view cell);

}  // namespace reference_data
