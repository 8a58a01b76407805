#pragma once

#include "matcher/domain/noc.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fit {

/// What an occupation asks of people, one rating for each descriptor, in one order for all.
/// Source: Occupational and Skills Information System (OaSIS), ESDC.
struct SkillProfile {
    domain::NocCode noc;
    std::vector<double> ratings;
};

/// How alike the skill profiles of two occupations are. Each rating counts by how far it stands
/// from the mean of all occupations, so that what every job asks makes no two of them alike.
class Relatedness {
public:
    /// Nothing is related where no profile is known.
    Relatedness() = default;

    /// One profile for each occupation, all with the same number of ratings. Time is quadratic in
    /// them.
    explicit Relatedness(const std::vector<SkillProfile>& profiles);

    /// 0 to 1000; 0 where one of the two has no profile.
    int permille(domain::NocCode left, domain::NocCode right) const;

    bool empty() const { return occupations_ == 0; }

private:
    static constexpr std::uint16_t none = 0xFFFF;

    std::size_t occupations_ = 0;
    std::vector<std::uint16_t> index_;     ///< By NOC as a number.
    std::vector<std::uint16_t> permille_;  ///< By both indexes.
};

}  // namespace fit
