#pragma once

#include "matcher/domain/date.hpp"

#include <optional>
#include <string_view>

namespace reference_data {

/// The day in a file's name: `2024-12-20_tfwp_2024q3_pos_en.csv`, `...-all-19nov2025-vf.csv`.
/// Nothing where it has none: a month alone is no day.
std::optional<domain::Date> publication_day_in(std::string_view file_name);

}  // namespace reference_data
