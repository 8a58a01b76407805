#pragma once

#include "services/packages/document.hpp"
#include "services/packages/facts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace packages {

enum class Unsupported : std::uint8_t {
    no_fact,       ///< Says something, and names no fact.
    unknown_fact,  ///< Names a fact that neither candidate nor posting has.
    other_words,   ///< Is not what its template makes of its facts.
    not_in_facts,  ///< A fact that it names cannot be read in it.
    stray_words,   ///< Stands in a document as made, and in no sentence of it.
};

struct UnsupportedClaim {
    Unsupported why = Unsupported::no_fact;
    std::string text;
    std::string fact;  ///< May be empty.
    bool operator==(const UnsupportedClaim&) const = default;
};

/// What of a document has no fact behind it: every sentence is made anew from its template and its
/// facts, and has to come out as it stands. Labels and courtesies, which say nothing of anybody,
/// need no fact; the sender's own words are theirs.
std::vector<UnsupportedClaim> unsupported_claims(const Document& document, const Facts& facts);

/// The same of the text that was made of the document, in whatever format: it may say its
/// sentences, all of them in their order, and no word beside them.
std::vector<UnsupportedClaim> unsupported_words(const Document& document, std::string_view text);

}  // namespace packages
