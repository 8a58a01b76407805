#include "indexer/occupation/occupations.hpp"

#include <algorithm>

namespace occupation {

Occupations::Occupations(
    const std::vector<domain::NocCode>& unit_groups, const std::vector<Concordance>& rows
)
    : unit_groups_{unit_groups.begin(), unit_groups.end()} {
    for (const auto& [noc_2016, noc_2021] : rows) {
        std::vector<domain::NocCode>& became = from_2016_[noc_2016];
        if (std::find(became.begin(), became.end(), noc_2021) == became.end()) {
            became.push_back(noc_2021);
        }
    }
}

std::vector<domain::NocCode> Occupations::all_from_2016(const std::string_view noc_2016) const {
    const auto found = from_2016_.find(noc_2016);
    return found == from_2016_.end() ? std::vector<domain::NocCode>{} : found->second;
}

std::optional<domain::NocCode> Occupations::from_2016(const std::string_view noc_2016) const {
    const std::vector<domain::NocCode> became = all_from_2016(noc_2016);
    return became.size() == 1 ? std::optional{became.front()} : std::nullopt;
}

}  // namespace occupation
