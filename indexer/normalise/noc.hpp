#pragma once

#include "indexer/occupation/occupations.hpp"
#include "matcher/domain/result.hpp"

#include <string>
#include <string_view>

namespace normalise {

/// A NOC 2021 unit group that exists: `21231`, `NOC 21231`, `CNP_21231`, `21231.00`. Refuses any
/// other number of digits. A code that lost its zeros is never mended: `12` may be 00012 or the
/// major group 12, `0012` a unit group of NOC 2016.
domain::Result<domain::NocCode> noc_2021_from(
    std::string_view text, const occupation::Occupations& occupations
);

/// Four digits: `6222`, `NOC 0621`. Three are refused: `621` is also a minor group.
domain::Result<std::string> noc_2016_from(std::string_view text);

}  // namespace normalise
