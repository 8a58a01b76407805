#pragma once

#include "sql/store/text_store.hpp"

#include <span>
#include <vector>

namespace trust {

/// A posting's text to be compared; nothing where it is too short.
std::optional<store::TextSketch> text_sketch(const domain::Posting& posting);

/// Who has a text like each posting's, in the order given. The outcome is that of comparing all
/// with all, whatever the order. Some 110 bytes a posting; time grows with their number, and with
/// the square of how many different texts share a quarter of their sketch, 15 of a million.
std::vector<store::TextUse> text_uses(std::span<const store::SketchedPosting> postings);

}  // namespace trust
