#pragma once

#include "indexer/duplicates/advertisement.hpp"

namespace duplicates {

/// How sure it is that two advertisements of one employer and place, on two boards, are one job.
enum class Alike : std::uint8_t {
    no,
    translated,  ///< The standard title and stated pay; only one shows the employer's own words.
    alike,       ///< The same words for the job, and pay or time confirm it.
};

/// True if nothing that both state tells them apart: pay, hours, term, full or part time.
bool agree(const Advertisement& one, const Advertisement& other);

/// How many advertisements of the employer one board shows at the place.
enum class Crowd : std::uint8_t { some, many };
Crowd crowd_of(std::size_t advertisements);

/// On two boards, in the same block; `crowd` on the fuller one.
Alike alike_across_boards(const Advertisement& one, const Advertisement& other, Crowd crowd);

/// On one board, in the same block and with the same words: both state the very same terms and have
/// the same text. Terms alone do not do: an agency or a farmers' union advertises many chairs
/// alike.
bool repeats(const Advertisement& one, const Advertisement& other, Crowd crowd);

}  // namespace duplicates
