#pragma once

#include "matcher/domain/date.hpp"

#include <cstdint>
#include <string>

namespace verification {

/// Place of a list among those that Lists were built from.
using ListId = std::uint16_t;

/// A list as its publisher dated it.
struct PublishedList {
    std::string kind;  ///< Of indexer/reference_data: `lmia`.
    std::string name;  ///< `positive 2024Q3`
    std::string publisher = {};
    domain::Date published_on = {};
};

}  // namespace verification
