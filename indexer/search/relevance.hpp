#pragma once

#include "indexer/search/posting_words.hpp"
#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace search {

/// Something that a résumé says. A word counts as often as the weightiest text that has it.
struct ResumeText {
    std::string text;
    int weight = 1;
    bool is_title = false;  ///< What one job was called.
};

/// What a posting shares with a résumé.
struct Likeness {
    std::int64_t weight = 0;  ///< Of the words looked for that it has.
    /// How much of what one job was called is in what the employer calls the posting, or the other
    /// way round, by weight of the words; of the job that is most alike.
    int title_permille = 0;
    /// How many of the concepts of the posting's title stand anywhere in the résumé: of the
    /// employer's own title or the source's, whichever has more.
    int title_known_permille = 0;
    bool operator==(const Likeness&) const = default;
};

struct SharedWords {
    Likeness likeness;
    std::vector<std::string>
        words;  ///< As the résumé writes them, in lower case, the weightiest first.
};

/// Which words of a résumé the postings of the index have. A word weighs the more the fewer
/// postings have it, in whole numbers, so that sums are exact whatever their order; it is looked
/// for by its stem in English and in French, as a query is. Of the posting's titles, the concepts
/// are compared as well (concepts.hpp), all of them alike.
///
/// Opens its own reader and keeps it: one thread at a time, for one request. Failures of the index
/// throw IndexError; where there is no index yet, no word is found and nothing is looked for.
class Relevance {
public:
    /// Of the words that any posting has, the `words_max` that weigh most are looked for.
    Relevance(
        const PostingWords& postings, const std::vector<ResumeText>& texts, std::size_t words_max
    );
    ~Relevance();
    Relevance(const Relevance&) = delete;
    Relevance& operator=(const Relevance&) = delete;

    /// The sum of the weights of all words looked for.
    std::int64_t own_weight() const;

    /// What each posting shares with the résumé; nothing where it is not in the index.
    std::vector<Likeness> likeness(std::span<const domain::PostingId> ids);

    /// The most that likeness() can say of each, from what is kept in memory of titles and without
    /// a look at the index: as close as sketches are (title_sketch.hpp) of columns that are kept,
    /// else everything.
    std::vector<Likeness> likeness_max(std::span<const domain::PostingId> ids) const;

    /// What one posting shares with the résumé, with its words.
    SharedWords explain(domain::PostingId id);

private:
    class Index;
    std::unique_ptr<Index> index_;
};

}  // namespace search
