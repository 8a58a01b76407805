#pragma once

#include "tests/api/stand.hpp"

#include <string>

namespace api_test {

/// What stands in the documents of `person` and nowhere else in a stand.
inline constexpr std::array distinctive{
    std::string_view{"Zelda Quuxworth"},
    std::string_view{"zelda.quuxworth@mail.example"},
    std::string_view{"+1 902 555 0173"},
    std::string_view{"https://quuxworth.example/zelda.jpg"},
    std::string_view{"1987-06-05"},
    std::string_view{"Quuxville"},
    std::string_view{"Otto Plimsoll"},
    std::string_view{"Frobnitz Works"},
    std::string_view{"frobnicate"},
};

/// A fictional person who says everything that could make them known: name, contact, photo, day of
/// birth, nationality, family.
std::string person();

/// A candidate of `owner` with everything that can hang on one.
struct Person {
    std::string owner = {};
    std::string path = {};  ///< /v1/candidates/ID
    std::string id = {};
    std::string search = {};       ///< /v1/saved-searches/ID
    std::string posting = {};      ///< /v1/postings/ID of employer-1, who was shown the candidate,
    std::string alias = {};        ///< under this name,
    std::string request = {};      ///< and asked who they are,
    std::string interest = {};     ///< and said this of them.
    std::string claim = {};        ///< That of employer-3, which waits.
    std::string application = {};  ///< /v1/applications/ID, with the posting,
    std::string package = {};      ///< /v1/packages/ID, which is built,
    std::string batch = {};        ///< and one of those that the owner asked for at once.
    std::string invitation = {};   ///< to which employer-1 had invited them before.
};

/// What employer-1 says of a person, in words that stand nowhere else.
inline constexpr std::string_view said =
    R"({"interested": false, "reason": "experience", "words": "too little quibbling"})";

/// What stands in what is kept with a person from day to day, and nowhere else.
inline constexpr std::array told_in_records{
    std::string_view{"zymurgy"},      // The owner's note beside their application,
    std::string_view{"xylography"},   // their comment,
    std::string_view{"quincunx"},     // their message to the first firm,
    std::string_view{"syzygy"},       // their letter's own words,
    std::string_view{"borborygmus"},  // what stands in the package,
    std::string_view{"bumbershoot"},  // and the message in employer-1's invitation.
};

/// manifest.json of a package, as far as routes read it.
inline constexpr std::string_view small_manifest = R"({"as_of": "2026-11-16", "rule_sets": [],
    "inputs": {}, "versions": {}, "ats": [], "documents": {"resume": [], "letter": []}})";

/// Builds every package that waits, as jobscout-worker would, of these two files.
void build_packages(const Stand& room, const std::string& manifest, const std::string& resume);

/// The owner agrees to be shown, lets the first firm read, has let the second one before, has a
/// saved search with a digest, keeps an application with a letter and a package, has written to the
/// first firm, and is invited, asked and no longer found of interest by employer-1.
Person settle(const Stand& room, const std::string& owner);

/// The owner's answer to employer-1.
void answer(const Stand& room, const Person& person, bool agreed);

/// What one batch would have written for the search.
void announce(const Stand& room, const std::string& search, const std::string& posting);

}  // namespace api_test
