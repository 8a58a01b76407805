#include "matcher/domain/licence.hpp"

#include <algorithm>

namespace domain {
namespace {

bool is_kind(const Licence licence) { return kind_of(licence) == licence; }

/// Whether one licence is as good as the other where both say of what they are.
bool includes(const Licence held, const Licence asked) {
    switch (held) {
        case Licence::class_1:
            return kind_of(asked) == Licence::heavy_vehicle;
        case Licence::tractor_trailer:
            return asked == Licence::class_1 || asked == Licence::straight_truck;
        case Licence::bus:
            return asked == Licence::straight_truck;
        default:
            return false;
    }
}

}  // namespace

Licence kind_of(const Licence licence) {
    if (licence < Licence::automotive_technician) {
        return licence;
    }
    if (licence < Licence::registered_nurse) {
        return Licence::trade_certificate;
    }
    if (licence < Licence::class_1) {
        return Licence::health_college;
    }
    return licence < Licence::early_childhood ? Licence::heavy_vehicle : Licence::other_regulated;
}

bool covers(const std::vector<Licence>& held, const Licence asked) {
    if (asked == Licence::none) {
        return true;
    }
    const Licence kind = kind_of(asked);
    const bool is_named = std::ranges::any_of(held, [kind](const Licence one) {
        return kind_of(one) == kind && !is_kind(one);
    });
    return std::ranges::any_of(held, [&](const Licence one) {
        const bool of_the_kind = is_kind(asked) || (is_kind(one) && !is_named);
        return one == asked || includes(one, asked) || (kind_of(one) == kind && of_the_kind);
    });
}

}  // namespace domain
