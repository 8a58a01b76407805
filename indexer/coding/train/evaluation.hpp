#pragma once

#include "indexer/coding/model.hpp"
#include "indexer/coding/train/examples.hpp"

#include <string>
#include <vector>

namespace train {

/// What a model that had not seen it said of one labelled title.
struct Verdict {
    const Example* example = nullptr;
    bool first_right = false;
    bool five_right = false;
    bool teer_right = false;
    float probability = 0;     ///< Of the first.
    float teer_certainty = 0;  ///< Of all unit groups with the TEER of the first.
};

Verdict judge(const coding::Model& model, const Example& example);

/// The certainty from which on `coverage` of the titles of a language are answered.
coding::Thresholds thresholds(const std::vector<Verdict>& verdicts, float coverage);

/// Tables of rates with their counts and 95 % intervals, in Markdown. "By posting" counts a title
/// as often as it has postings; as those of one title are right together, its interval is too
/// narrow.
std::string report(const std::vector<Verdict>& verdicts, const coding::Thresholds& thresholds);

}  // namespace train
