#include "indexer/occupation/occupations.hpp"

#include <algorithm>
#include <array>

namespace occupation {
namespace {

struct Continued {
    std::string_view noc_2016;
    std::string_view noc_2021;
};

/// `1123 continues as 11202 and part transferred to 10022 and 64409`: the notes of Statistics
/// Canada's concordance of NOC 2016 V1.3 and NOC 2021 V1.0, which does not change any more. Those
/// that an emerging unit group was split off from are not here: it is likely to be what is meant
/// (`Shipping Co-ordinator`, once 1215, is not 12013 but the new 13201).
constexpr auto continued = std::to_array<Continued>({
    {"0433", "40042"}, {"1123", "11202"}, {"1253", "12112"}, {"1513", "74102"}, {"1525", "14404"},
    {"3142", "31202"}, {"3144", "31204"}, {"3212", "33101"}, {"3223", "32112"}, {"3237", "32109"},
    {"4151", "31200"}, {"4153", "41301"}, {"4155", "41311"}, {"4163", "41402"}, {"4412", "44101"},
    {"5232", "55109"}, {"5243", "53123"}, {"6221", "62100"}, {"6316", "62029"}, {"6411", "64101"},
    {"7371", "72500"}, {"7384", "72999"}, {"7445", "73209"}, {"7514", "75201"}, {"7522", "74205"},
    {"9421", "94110"}, {"9441", "94130"}, {"9618", "95107"},
});
static_assert(std::ranges::is_sorted(continued, {}, &Continued::noc_2016));

}  // namespace

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

std::optional<domain::NocCode> Occupations::continued_from_2016(const std::string_view noc_2016
) const {
    const auto found = std::ranges::lower_bound(continued, noc_2016, {}, &Continued::noc_2016);
    if (found == continued.end() || found->noc_2016 != noc_2016) {
        return std::nullopt;
    }
    const std::vector<domain::NocCode> became = all_from_2016(noc_2016);
    const auto one = std::ranges::find(became, domain::NocCode::parse(found->noc_2021).value());
    return one == became.end() ? std::nullopt : std::optional{*one};
}

std::optional<domain::NocCode> Occupations::from_2016(const std::string_view noc_2016) const {
    const std::vector<domain::NocCode> became = all_from_2016(noc_2016);
    return became.size() == 1 ? std::optional{became.front()} : std::nullopt;
}

}  // namespace occupation
