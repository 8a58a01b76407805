#pragma once

#include "indexer/verification/lists.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Generated lists of employers and wages, and names to hold against them.
namespace listed {

inline constexpr std::size_t employers_count = 60'000;

/// Three made-up words of which the last is one that many share; below `employers_count` it is on
/// the lists.
std::string name_of(std::size_t number);

/// The employer of the posting of this number: a third on the lists, a third with a letter
/// changed, a third nobody's.
std::string employer_of(std::size_t posting);

/// 300,000 assessments, the median wage of these occupations and minimum wages, all made up and
/// published on `published_on`.
verification::Lists lists(const std::vector<std::string>& occupations, domain::Date published_on);

}  // namespace listed
