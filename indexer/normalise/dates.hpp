#pragma once

#include "matcher/domain/date.hpp"

#include <optional>
#include <string_view>

namespace normalise {

/// Reads a day in the forms that sources write: `2021-03-13`, with or without a time (the day is
/// taken as written, in whatever zone), `2021/03/13`, `March 13, 2021`, `13 mars 2021`,
/// `le 1er mai 2021`, `12-Mar-2021`, `13/03/2021`. Refuses what could be two days, `03/04/2021`.
domain::Result<domain::Date> date_from(std::string_view text);

/// The first day of work: `Starts on 2021-04-01`, `Start date 2021-05-25`, `Commence le 1er mai
/// 2021`; of a span its first day, `Starts as soon as 2024-07-22 to 2024-08-30`. None where the
/// work begins as soon as it can. Refuses what names neither.
domain::Result<std::optional<domain::Date>> start_from(std::string_view text);

}  // namespace normalise
