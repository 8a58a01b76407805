#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/ranking/columns.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ranking {

/// A few values to be found among many rows. Almost every row has none of them, which one bit
/// tells.
template <class Value>
class Few {
public:
    explicit Few(std::vector<Value> values) : values_{std::move(values)} {
        std::ranges::sort(values_);
        for (const Value value : values_) {
            may_have_.set(slot(value));
        }
    }

    bool empty() const { return values_.empty(); }

    bool has(const Value value) const {
        return may_have_.test(slot(value)) && std::ranges::binary_search(values_, value);
    }

private:
    static constexpr std::size_t slots = 4096;
    static std::size_t slot(const Value value) { return static_cast<std::size_t>(value) % slots; }

    std::vector<Value> values_;
    std::bitset<slots> may_have_;
};

/// What the candidate never wants to see, ready to be asked for every row.
class Excluded {
public:
    explicit Excluded(const domain::Exclusions& exclusions)
        : postings_{exclusions.postings},
          employers_{hashes(exclusions.employers)},
          nocs_{numbers(exclusions.nocs)} {}

    bool none() const { return postings_.empty() && employers_.empty() && nocs_.empty(); }

    bool has(const Row& row) const {
        return postings_.has(row.id) || employers_.has(row.employer) || nocs_.has(row.noc);
    }

private:
    static std::vector<std::uint32_t> hashes(const std::vector<std::string>& employers) {
        std::vector<std::uint32_t> result(employers.size());
        std::ranges::transform(employers, result.begin(), employer_hash);
        return result;
    }

    static std::vector<std::int32_t> numbers(const std::vector<domain::NocCode>& nocs) {
        std::vector<std::int32_t> result(nocs.size());
        std::ranges::transform(nocs, result.begin(), &domain::NocCode::number);
        return result;
    }

    Few<domain::PostingId> postings_;
    Few<std::uint32_t> employers_;
    Few<std::int32_t> nocs_;
};

}  // namespace ranking
