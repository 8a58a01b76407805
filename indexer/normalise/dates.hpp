#pragma once

#include "matcher/domain/date.hpp"

namespace normalise {

/// Reads a day in the forms that sources write: `2021-03-13`, with or without a time (the day is
/// taken as written, in whatever zone), `2021/03/13`, `March 13, 2021`, `13 mars 2021`,
/// `le 1er mai 2021`, `12-Mar-2021`, `13/03/2021`. Refuses what could be two days, `03/04/2021`.
domain::Result<domain::Date> date_from(std::string_view text);

}  // namespace normalise
