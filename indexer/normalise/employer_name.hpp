#pragma once

#include <string>
#include <string_view>
#include <vector>

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

    std::string operating_key;  ///< The key of the operating name alone; empty where there is none.
};

EmployerName employer_name_from(std::string_view text);

/// With which key, or operating key, an employer begins that people mean who write `asked`: with
/// its own, or with a kind of business before it (`Restaurants Fiction Foods`). Empty where `asked`
/// says nothing.
std::vector<std::string> keys_of_called(std::string_view asked);

/// Whether people who write `asked` mean this employer: its key or operating key is one of
/// keys_of_called(), or begins with one and goes on with another word, as names of branches and
/// franchises do (`Fiction Foods` is also `Fiction Foods Fredericton`, and not `Fictional Foods`).
bool is_called(const EmployerName& employer, std::string_view asked);

/// Increased whenever the same name would have another key: stored employers are then keyed anew.
inline constexpr int employer_key_version = 3;

}  // namespace normalise
