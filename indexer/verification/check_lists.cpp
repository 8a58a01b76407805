#include "indexer/verification/check_lists.hpp"

#include <array>

namespace verification {
namespace {

constexpr auto table = [] {
    using enum CheckKind;
    return std::array{
        CheckList{employer_identity, "lmia"},
        CheckList{employer_identity, "non_compliant"},
        CheckList{employer_identity, "aip_designated"},
        CheckList{non_compliant_list, "non_compliant"},
        CheckList{lmia_history, "lmia"},
        CheckList{minimum_wage, "minimum_wages"},
        CheckList{median_wage, "wages"},
        CheckList{licence, "licensed_occupations"},
        CheckList{designation, "aip_designated"},
        CheckList{designation, "pilot_communities"},
    };
}();

}  // namespace

std::span<const CheckList> check_lists() { return table; }

}  // namespace verification
