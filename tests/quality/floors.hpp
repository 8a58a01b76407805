#pragma once

/// What the matcher must not fall below on the candidates that it is tuned on: the one place for
/// these figures. They are raised when the matcher gets better and never lowered to let a change
/// pass.
namespace quality::floors {

/// In the first ten of all sixty candidates: a truck mechanic's certificate is asked, a car
/// mechanic's is held; a title asks for sign language.
inline constexpr double violations_max = 2;
inline constexpr double ndcg_min = 0.80;
inline constexpr double recall_min = 0.96;

/// By which our nDCG is above that of the best baseline, which does better for the twenty that
/// joined the first forty.
inline constexpr double ahead_min = 0.28;

}  // namespace quality::floors
