#pragma once

#include "indexer/coding/train/examples.hpp"

#include <string>
#include <vector>

namespace train {

/// How far the labels agree with themselves: of each posting whose title others have too, the TEER
/// category that most of those others have is taken for its own, and compared. A table in Markdown
/// of all such postings, and of the 70 % where the others agree most. It knows these labels and
/// nothing else of occupations, so it is a yardstick for a coder and no strict limit.
std::string bound_by_labels(const std::vector<Example>& examples);

}  // namespace train
