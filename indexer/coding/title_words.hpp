#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace coding {

/// The words of a job title as the coder sees them: folded, letters with `+` and `#` only, French
/// feminine forms as masculine ones (`infirmière`, `infirmier(ère)` and `infirmier` are one), words
/// that carry no meaning left out unless nothing else is there. Never fails, whatever the bytes.
std::vector<std::string> title_words(std::string_view title);

/// The same words in the singular: without the `s` at the end of the longer ones.
std::vector<std::string> singular_words(std::string_view title);

/// The words before the first `-`, `/`, `,`, `(`, `|` or `:`, where employers begin to add places,
/// shifts and reference numbers; all of them where there is no such sign.
std::vector<std::string> head_words(std::string_view title);

/// `senior`: how far somebody is in an occupation, not which one it is.
bool is_level_word(std::string_view word);

/// The same, and what an offer says of itself: `summer`, `student`, `inventory`, `part time`.
bool is_offer_word(std::string_view word);

/// What is left of a title without what stands in brackets, and of either what stands before a dash
/// or colon; none where it has neither.
std::vector<std::string> title_parts(std::string_view title);

/// A title without the half, before or behind a dash or colon, that speaks to whoever reads it
/// (`It's all about our people`); as it stands where neither or both do.
std::string_view without_slogan(std::string_view title);

/// One text of the words, with a space after each.
std::string spaced(const std::vector<std::string>& words);

/// The same words in English where `lexicon.tsv` knows the French one, in the singular: what the
/// two languages have in common. `gérant de projets` and `project manager` have the same ones.
std::vector<std::string> concepts(const std::vector<std::string>& words);

/// The masculine and the feminine title of an entry of the official index of titles that gives
/// both: `opérateur/opératrice de tour - usinage` is `opérateur de tour - usinage` and `opératrice
/// de tour - usinage`. One, as it stands, of any other.
std::vector<std::string> gendered_forms(std::string_view index_title);

}  // namespace coding
