#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <span>

namespace wire {

/// How many postings are of each kind: by domain::Province, TEER category and
/// domain::WorkingLanguage.
struct FacetNumbers {
    std::span<const std::int64_t> provinces;
    std::span<const std::int64_t> teers;
    std::span<const std::int64_t> languages;
    std::int64_t remote = 0;
};

/// `{provinces[{province, count}], teers[], working_languages[], remote}`, the most frequent first,
/// those that are 0 left out.
boost::json::object facet_numbers_json(const FacetNumbers& numbers);

}  // namespace wire
