#pragma once

#include <boost/unordered/unordered_flat_set.hpp>

#include <cstdint>
#include <string_view>

namespace ingest {

/// The source ids that an ingest has seen, each as a hash of eight bytes: of a million ids two have
/// the same hash with a probability of 3 in 100 million, so whatever rests on one is checked by the
/// id itself, or costs no more than a posting that stays open until the next ingest.
class SeenIds {
public:
    /// True if it is the first time.
    bool insert(std::string_view id);
    bool contains(std::string_view id) const;
    std::size_t size() const { return hashes_.size(); }

    void merge(const SeenIds& other) { hashes_.insert(other.hashes_.begin(), other.hashes_.end()); }

private:
    boost::unordered_flat_set<std::uint64_t> hashes_;
};

}  // namespace ingest
