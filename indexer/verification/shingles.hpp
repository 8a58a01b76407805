#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace verification {

/// What an advertisement says in 64 bits: sketches of texts that share most of their runs of five
/// words differ in few bits (SimHash over FNV-1a of lower-case shingles). What a copyist changes is
/// left out: the employer's name, addresses, and whatever has a digit. Nothing for fewer words than
/// `sketched_words_min`: short texts are alike without being copied.
std::optional<std::uint64_t> sketch(std::string_view text, std::string_view employer);
inline constexpr int sketched_words_min = 60;

/// In how many of the 64 bits two sketches differ.
int distance(std::uint64_t one, std::uint64_t other);

/// Up to this many, two texts count as one with small changes.
inline constexpr int copied_distance_max = 3;

}  // namespace verification
