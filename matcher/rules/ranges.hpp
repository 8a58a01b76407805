#pragma once

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/language.hpp"

/// What figures of the rule files may be; a figure beyond is a slip of the pen.
namespace rules {

inline constexpr document::Range<int> clb_levels{.min = 1, .max = domain::clb_max};
inline constexpr document::Range<int> teers{.min = 0, .max = 5};
inline constexpr document::Range<int> months{.min = 1, .max = 240};

}  // namespace rules
