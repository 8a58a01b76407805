#pragma once

#include "matcher/domain/noc.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace occupation {

/// The NOC 2021 unit groups that exist, and what became of each NOC 2016 unit group.
class Occupations {
public:
    struct Concordance {
        std::string noc_2016;  ///< Four digits.
        domain::NocCode noc_2021;
    };

    Occupations(
        const std::vector<domain::NocCode>& unit_groups, const std::vector<Concordance>& rows
    );

    bool exists(domain::NocCode noc) const { return unit_groups_.contains(noc); }

    /// The NOC 2021 unit group that a NOC 2016 unit group became, where it became exactly one.
    std::optional<domain::NocCode> from_2016(std::string_view noc_2016) const;

    /// All that it became, none where it is not known.
    std::vector<domain::NocCode> all_from_2016(std::string_view noc_2016) const;

    /// Of several that it became, the one that it goes on as, where the concordance says so and
    /// nothing new was split off from it.
    std::optional<domain::NocCode> continued_from_2016(std::string_view noc_2016) const;

private:
    std::set<domain::NocCode> unit_groups_;
    std::map<std::string, std::vector<domain::NocCode>, std::less<>> from_2016_;
};

}  // namespace occupation
