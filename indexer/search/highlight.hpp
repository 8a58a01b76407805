#pragma once

#include "indexer/search/query_language.hpp"
#include "matcher/domain/posting.hpp"

#include <optional>
#include <string>
#include <vector>

namespace search {

/// Why a piece of a text stands out.
enum class Mark : std::uint8_t { none, word, synonym };

/// A piece of a text as the posting has it: never markup, so that nothing in it can become any.
struct Fragment {
    std::string text;
    Mark mark = Mark::none;
    bool operator==(const Fragment&) const = default;
};

/// The fragments of one text, in order and without a gap.
using Fragments = std::vector<Fragment>;

enum class TextPart : std::uint8_t { duties, skills, description };

/// The stretch of a text with most of the words that are asked for.
struct Snippet {
    TextPart part = TextPart::description;
    Fragments fragments;
    bool cut_before = false;  ///< The text begins before it.
    bool cut_after = false;   ///< The text goes on after it.
};

/// Bytes of a snippet, at most.
inline constexpr std::size_t snippet_bytes_max = 240;

struct Highlights {
    Fragments title;                 ///< All of it.
    Fragments employer;              ///< All of it; empty where the posting names none.
    std::optional<Snippet> snippet;  ///< Absent where no such word stands in its texts.
};

/// Shows where a posting has what a query asks for: words in whatever form, accent and gender,
/// phrases, and synonyms. What a query excludes is not shown.
class Highlighter {
public:
    explicit Highlighter(const Clauses& clauses);

    /// Nothing is asked of words.
    bool empty() const { return patterns_.empty(); }

    Highlights highlights(const domain::Posting& posting) const;

private:
    /// Words that stand next to each other.
    struct Pattern {
        std::vector<std::string> words;
        std::vector<std::string> english;  ///< Their stems.
        std::vector<std::string> french;
        Field field = Field::text;
        Mark mark = Mark::word;
    };
    struct Found {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t pattern = 0;
    };
    enum class Languages : std::uint8_t { english, french, both };

    void add(std::vector<std::string> words, Field field, Mark mark);
    std::vector<Found> find(const std::string& text, Field field, Languages languages) const;
    Fragments fragments(
        const std::string& text, std::size_t begin, std::size_t end, const std::vector<Found>& found
    ) const;
    std::optional<Snippet> snippet(const domain::Posting& posting) const;

    std::vector<Pattern> patterns_;
    std::string first_letters_;  ///< Of all words, a byte each: other words need no stem.
};

}  // namespace search
