#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/instant.hpp"
#include "matcher/domain/noc.hpp"

#include <string_view>

namespace support {

/// `2026-11-16`, which has to be one.
inline domain::Date day(const std::string_view text) { return domain::parse_date(text).value(); }

/// `2026-11-16T13:00:00Z`, which has to be one.
inline domain::Instant moment(const std::string_view text) {
    return domain::parse_instant(text).value();
}

/// `21232`, which has to be one.
inline domain::NocCode noc(const std::string_view code) {
    return domain::NocCode::parse(code).value();
}

}  // namespace support
