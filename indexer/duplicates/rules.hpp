#pragma once

#include <cstddef>

// When two advertisements are one job: every figure that decides, and why. The labels of
// tests/duplicates were judged before these were set.

namespace duplicates::rules {

/// Increased whenever the same postings would cluster differently: all are then looked at again.
inline constexpr int version = 1;

/// One board, two numbers: a second advertisement within this many days of the first is another
/// opening, for nobody advertises one opening twice in a week and pays for both. From here on it is
/// a repost.
inline constexpr int repost_days_min = 7;

/// After half a year a like advertisement is next season's, or somebody else's chair.
inline constexpr int repost_days_max = 180;

/// Two boards: an employer puts one opening on several within days, and partners' dates lag.
inline constexpr int across_boards_days_max = 30;

/// Where pay does not confirm it, two boards must have it at the same time.
inline constexpr int across_boards_days_unconfirmed_max = 2;

/// A title of so many words in the employer's own choice is hardly that of another opening.
inline constexpr int telling_words_min = 4;

/// Lowest or highest pay may differ by this much: boards round, and convert.
inline constexpr double pay_tolerance = 0.01;

/// An employer with so many advertisements at one place on one board fills many chairs there: only
/// the same day tells where pay does not, and a repost cannot be told from the next opening.
inline constexpr int many_on_a_board_min = 9;

/// So many like advertisements at one place are mass hiring; nobody can tell which is which.
inline constexpr std::size_t alike_max = 64;

}  // namespace duplicates::rules
