#include "indexer/search/facets.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace search {
namespace {

constexpr std::size_t value_bytes = 5;
constexpr int province_bits = 13;
constexpr int language_bits = 3;
constexpr std::size_t noc_numbers = 100'000;

std::uint64_t mask(const int bits) { return (std::uint64_t{1} << static_cast<unsigned>(bits)) - 1; }

}  // namespace

Facets facets(const domain::Posting& posting) {
    assert(posting.noc);
    Facets result{
        .noc = posting.noc->number(),
        .remote = posting.remote,
        .working_language = posting.working_language};
    for (const domain::Place& place : posting.job_locations) {
        result.provinces |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(place.province));
    }
    return result;
}

std::string to_value(const Facets& facets) {
    auto bits = static_cast<std::uint64_t>(facets.noc);
    bits = bits << province_bits | facets.provinces;
    bits = bits << 1U | (facets.remote ? 1U : 0U);
    bits = bits << language_bits | static_cast<std::uint64_t>(facets.working_language);
    std::string value(value_bytes, '\0');
    for (auto byte = value.rbegin(); byte != value.rend(); ++byte) {
        *byte = static_cast<char>(bits & 0xFFU);
        bits >>= 8U;
    }
    return value;
}

Facets facets_from(const std::string_view value) {
    std::uint64_t bits = 0;
    for (const char byte : value) {
        bits = bits << 8U | static_cast<unsigned char>(byte);
    }
    Facets result;
    result.working_language = static_cast<domain::WorkingLanguage>(bits & mask(language_bits));
    bits >>= language_bits;
    result.remote = (bits & 1U) != 0;
    bits >>= 1U;
    result.provinces = static_cast<std::uint16_t>(bits & mask(province_bits));
    bits >>= province_bits;
    result.noc = static_cast<int>(bits);
    return result;
}

void FacetCounts::add(const std::string_view value, const std::int64_t hits) {
    if (value.size() != value_bytes) {
        return;
    }
    if (nocs_.empty()) {
        nocs_.resize(noc_numbers);
    }
    const Facets one = facets_from(value);
    total_ += hits;
    for (unsigned left = one.provinces; left != 0; left &= left - 1) {
        provinces_.at(static_cast<std::size_t>(std::countr_zero(left))) += hits;
    }
    teers_.at(static_cast<std::size_t>(one.noc / 1000 % 10)) += hits;
    languages_.at(static_cast<std::size_t>(one.working_language)) += hits;
    remote_ += one.remote ? hits : 0;
    nocs_.at(static_cast<std::size_t>(one.noc)) += hits;
}

std::vector<FacetCounts::NocCount> FacetCounts::top_nocs(const std::size_t count) const {
    std::vector<NocCount> all;
    for (std::size_t number = 0; number < nocs_.size(); ++number) {
        if (nocs_[number] > 0) {
            all.push_back(
                {.noc = domain::NocCode::from_number(static_cast<int>(number)),
                 .hits = nocs_[number]}
            );
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const NocCount& left, const NocCount& right) {
        return left.hits > right.hits;
    });
    all.resize(std::min(all.size(), count), NocCount{domain::NocCode::from_number(0)});
    return all;
}

FacetCounts FacetCounts::scaled_to(const std::int64_t hits) const {
    if (total_ == 0 || total_ == hits) {
        return *this;
    }
    const double factor = static_cast<double>(hits) / static_cast<double>(total_);
    FacetCounts result = *this;
    const auto scale = [factor](std::int64_t& count) {
        count = std::llround(static_cast<double>(count) * factor);
    };
    std::for_each(result.provinces_.begin(), result.provinces_.end(), scale);
    std::for_each(result.teers_.begin(), result.teers_.end(), scale);
    std::for_each(result.languages_.begin(), result.languages_.end(), scale);
    std::for_each(result.nocs_.begin(), result.nocs_.end(), scale);
    scale(result.remote_);
    result.total_ = hits;
    return result;
}

}  // namespace search
