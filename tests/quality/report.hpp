#pragma once

#include "tests/quality/evaluation.hpp"

#include <string>
#include <vector>

namespace quality {

/// What is reported on.
struct Results {
    std::string set;  ///< `tuned` or `held_out`.
    const Corpus& corpus;
    const Ours& ours;
    std::vector<Asked> all;
};

/// Every figure with its interval and count, for people.
std::string text(const Results& results);

/// The same as one JSON document.
std::string json(const Results& results);

/// Our first ten for each candidate with their grades, and the postings of the highest grade that
/// are not among them: where we lose.
std::string per_candidate(const Results& results);

/// What stands in the first ten of any system without a judgment: candidate, source and source id,
/// separated by tabs, and not by whom it was found.
std::string unjudged(const Results& results);

/// Each judged posting that can be found, separated by tabs, with a line of headings: candidate,
/// posting, grade, whether it is placed after all others, then points and most of every part of its
/// fit. For those who ask what the weights of fit should be.
std::string judged(const Results& results);

}  // namespace quality
