#include "indexer/search/facets.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <tuple>

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

void FacetCounts::add(const Facets& one, const std::int64_t hits) {
    if (nocs_.empty()) {
        nocs_.resize(noc_numbers);
    }
    total_ += hits;
    for (unsigned left = one.provinces; left != 0; left &= left - 1) {
        provinces_.at(static_cast<std::size_t>(std::countr_zero(left))) += hits;
    }
    teers_.at(static_cast<std::size_t>(one.teer())) += hits;
    languages_.at(static_cast<std::size_t>(one.working_language)) += hits;
    remote_ += one.remote ? hits : 0;
    std::int64_t& of_noc = nocs_.at(static_cast<std::size_t>(one.noc));
    if (of_noc == 0) {
        counted_nocs_.push_back(one.noc);
    }
    of_noc += hits;
}

std::vector<FacetCounts::NocCount> FacetCounts::top_nocs(const std::size_t count) const {
    std::vector<NocCount> all;
    all.reserve(counted_nocs_.size());
    for (const int number : counted_nocs_) {
        all.push_back(
            {.noc = domain::NocCode::from_number(number),
             .hits = nocs_[static_cast<std::size_t>(number)]}
        );
    }
    std::ranges::sort(all, [](const NocCount& left, const NocCount& right) {
        return std::tie(right.hits, left.noc) < std::tie(left.hits, right.noc);
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
    for (const int number : counted_nocs_) {
        scale(result.nocs_[static_cast<std::size_t>(number)]);
    }
    scale(result.remote_);
    result.total_ = hits;
    return result;
}

}  // namespace search
