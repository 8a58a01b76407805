#pragma once

#include "indexer/search/query_language.hpp"
#include "indexer/search/synonyms.hpp"

namespace search {

/// A word that a query asks for.
struct AskedWord {
    std::string word;  ///< In the form of words().
    std::size_t begin = 0;
    std::size_t end = 0;  ///< The bytes of the query that it was read from.
};

/// Words that count together.
struct AskedWords {
    Field field = Field::text;  ///< Text, title or employer.
    bool phrase = false;
    std::vector<AskedWord> words{};
    std::vector<OtherName> others{};  ///< What counts in their place, if less.
};

/// One of these has to be found: values of a field are alternatives. Free words have one each.
struct AskedText {
    std::vector<AskedWords> any_of;
};

/// What a query asks of the words of a posting.
struct QueryWords {
    std::vector<AskedText> wanted;    ///< All of them.
    std::vector<AskedText> excluded;  ///< None of them.
    /// Words are asked for, and none of them can be searched: `the`. Then nothing is found.
    bool nothing_to_search = false;

    bool has_text() const { return !wanted.empty() || nothing_to_search; }
};

/// Further words of one text are left out.
inline constexpr std::size_t words_of_text_max = 32;

/// The words of the clauses; free words that stand together and have synonyms count together.
QueryWords query_words(const Clauses& clauses);

}  // namespace search
