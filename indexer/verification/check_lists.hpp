#pragma once

#include "indexer/verification/check.hpp"

#include <span>
#include <string_view>

namespace verification {

/// A check that looks something up, and a kind of published list (indexer/reference_data) in which
/// it does.
struct CheckList {
    CheckKind check;
    std::string_view list_kind;
};

/// In the order of the checks. Of several kinds the newest list decides whether the check can say
/// anything.
std::span<const CheckList> check_lists();

}  // namespace verification
