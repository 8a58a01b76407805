#include "matcher/fit/relatedness.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fit {
namespace {

/// Ratings less their mean over all profiles, to length 1.
std::vector<std::vector<double>> directions(const std::vector<SkillProfile>& profiles) {
    const std::size_t descriptors = profiles.front().ratings.size();
    std::vector<double> mean(descriptors);
    for (const SkillProfile& profile : profiles) {
        assert(profile.ratings.size() == descriptors);
        for (std::size_t at = 0; at < descriptors; ++at) {
            mean[at] += profile.ratings[at] / static_cast<double>(profiles.size());
        }
    }
    std::vector<std::vector<double>> result;
    result.reserve(profiles.size());
    for (const SkillProfile& profile : profiles) {
        std::vector<double>& direction = result.emplace_back(descriptors);
        double squares = 0;
        for (std::size_t at = 0; at < descriptors; ++at) {
            direction[at] = profile.ratings[at] - mean[at];
            squares += direction[at] * direction[at];
        }
        for (double& component : direction) {
            component = squares > 0 ? component / std::sqrt(squares) : 0;
        }
    }
    return result;
}

}  // namespace

Relatedness::Relatedness(const std::vector<SkillProfile>& profiles)
    : occupations_{profiles.size()} {
    if (profiles.empty()) {
        return;
    }
    constexpr std::size_t codes = 100'000;
    assert(occupations_ < none);
    index_.assign(codes, none);
    permille_.resize(occupations_ * occupations_);
    const std::vector<std::vector<double>> all = directions(profiles);
    for (std::size_t left = 0; left < occupations_; ++left) {
        index_[static_cast<std::size_t>(profiles[left].noc.number())] =
            static_cast<std::uint16_t>(left);
        for (std::size_t right = 0; right <= left; ++right) {
            double cosine = 0;
            for (std::size_t at = 0; at < all[left].size(); ++at) {
                cosine += all[left][at] * all[right][at];
            }
            const auto permille =
                static_cast<std::uint16_t>(std::lround(1000 * std::clamp(cosine, 0.0, 1.0)));
            permille_[left * occupations_ + right] = permille;
            permille_[right * occupations_ + left] = permille;
        }
    }
}

int Relatedness::permille(const domain::NocCode left, const domain::NocCode right) const {
    if (empty()) {
        return 0;
    }
    const std::size_t row = index_[static_cast<std::size_t>(left.number())];
    const std::size_t column = index_[static_cast<std::size_t>(right.number())];
    return row == none || column == none ? 0 : permille_[row * occupations_ + column];
}

}  // namespace fit
