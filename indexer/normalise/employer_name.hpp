#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// Who hires, taken apart: `9123-4567 Québec inc. faisant affaire sous Chez Fiction` has a legal
/// and an operating name.
struct EmployerName {
    std::string legal_name;      ///< As written, tidied; the whole name where it does not say more.
    std::string operating_name;  ///< As written; empty where none is stated apart.

    /// Equal for spellings of one employer, and for nothing else: of the legal name, folded,
    /// without punctuation, legal form (`Inc.`, `Ltée`, `S.E.N.C.`) and leading article; of a
    /// numbered company its number and jurisdiction. Words are never translated (`City of` is not
    /// `Ville de`), and two companies under one operating name stay two. Empty for a text without
    /// letters or digits.
    std::string key;
};

EmployerName employer_name_from(std::string_view text);

/// Increased whenever the same name would have another key: stored employers are then keyed anew.
inline constexpr int employer_key_version = 1;

}  // namespace normalise
