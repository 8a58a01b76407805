#pragma once

#include "indexer/duplicates/clusters.hpp"

#include <map>
#include <string>
#include <vector>

/// The archive of March 2021 as the duplicates see it, and what its labels say of pairs.
namespace archive {

/// Of every verified posting and every one held back for its occupation alone; `id` counts from 1.
std::vector<duplicates::Advertisement> advertisements();

struct Label {
    std::string stratum;
    std::string half;
    std::string one;
    std::string other;
    bool same = false;
};

/// tests/duplicates/labels.tsv.
std::vector<Label> labels();

/// Of a proportion, by Wilson, 95 %.
struct Interval {
    double low = 0;
    double high = 0;
};
Interval wilson(std::size_t successes, std::size_t trials);

}  // namespace archive
