#pragma once

#include <string_view>

namespace normalise {

/// True if one letter too many, too few or another, or two neighbours exchanged, make `written` of
/// `name`; both folded. Only of names that leave little room for another: six letters or more
/// (seven for another letter in its place: Malton is not Milton), the first letter the same
/// (Lancaster is not Ancaster), and no saint's (Saint-Simon is not Saint-Siméon).
bool is_one_letter_off(std::string_view written, std::string_view name);

/// True if letters of a folded name were lost in a change of encoding: in `sacr? c?ur` each `?`, or
/// each run of them, stands for one letter that French writes with an accent, or for `oe`.
bool is_damaged(std::string_view folded);
bool is_damage_of(std::string_view damaged, std::string_view name);

}  // namespace normalise
