#include "indexer/search/relevance.hpp"

#include "indexer/search/concepts.hpp"
#include "indexer/search/reader.hpp"
#include "indexer/search/resume_words.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/terms_under.hpp"
#include "indexer/search/title_likeness.hpp"
#include "indexer/search/title_sketch.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <xapian.h>

namespace search {

class Relevance::Index {
public:
    Index(
        const PostingWords& postings,
        const std::vector<ResumeText>& texts,
        const std::size_t words_max
    )
        : Index{open_index(postings.index().location()), postings, texts, words_max} {}

    std::int64_t own_weight() const { return own_weight_; }

    Likeness likeness(const domain::PostingId id) { return found_in(id).likeness; }

    Likeness likeness_max(const domain::PostingId id) {
        const auto title = columns_ ? columns_->titles().find(id) : std::nullopt;
        if (!title) {
            return {.weight = own_weight_, .title_permille = 1000, .title_known_permille = 1000};
        }
        begin_comparing();
        for (const TermSketch term : title->called) {
            if (may_be_called_.test(term)) {
                take(sketched_.find(term)->second);
            }
        }
        return {
            .weight = own_weight_,
            .title_permille = title_permille(title->called_words),
            .title_known_permille =
                own_weight_ > 0
                    ? std::max(known_max(title->called_concepts), known_max(title->title_concepts))
                    : 0};
    }

    SharedWords explain(const domain::PostingId id) {
        const Found& found = found_in(id);
        SharedWords result{.likeness = found.likeness, .words = {}};
        for (const std::size_t word : found.words) {
            result.words.push_back(words_[word].written);
        }
        return result;
    }

private:
    /// A word of a title that a term stands for.
    struct TitleWord {
        std::size_t number = 0;  ///< Among the words of all titles.
        std::size_t title = 0;
        std::int64_t weight = 0;
    };

    /// What a term stands for.
    struct Wanted {
        std::vector<std::size_t> words;  ///< By their place in words_.
        std::vector<TitleWord> title_words;
    };

    struct Found {
        std::vector<std::size_t> words;  ///< By their place in words_: the weightiest first.
        Likeness likeness;
    };

    Index(
        OpenIndex index,
        const PostingWords& postings,
        const std::vector<ResumeText>& texts,
        const std::size_t words_max
    )
        : database_{std::move(index.database)},
          kept_{postings.kept(index.state)},
          columns_{postings.index().columns(index.state)},
          words_{choose_words(
              {.having = [this](const std::string& term) { return postings_with(term); },
               .all = static_cast<double>(database_.get_doccount())},
              texts,
              words_max
          )} {
        for (std::size_t index_of_word = 0; index_of_word < words_.size(); ++index_of_word) {
            wanted(words_[index_of_word].english).words.push_back(index_of_word);
            wanted(words_[index_of_word].french).words.push_back(index_of_word);
            own_weight_ += words_[index_of_word].weight;
        }
        for (const ResumeText& text : texts) {
            for (const std::string& one : concepts(text.text)) {
                concepts_.insert(hash_of(one));
                may_be_concept_.set(sketch_of(one));
            }
            if (text.is_title) {
                add_title(words(text.text));
            }
        }
        seen_in_.resize(words_.size());
        title_seen_in_.resize(title_words_);
    }

    double postings_with(const std::string& term) const {
        const TermHash hash = hash_of(term);
        const auto known = kept_->having(hash);
        if (known) {
            return *known;
        }
        const Xapian::doccount read = database_.get_termfreq(term);
        kept_->keep(hash, read);
        return read;
    }

    /// A word weighs in a title the more the fewer titles have it; one that none has weighs as much
    /// as one that a single title has. A title of words that all postings have tells none from
    /// another, and is left out.
    void add_title(const std::vector<std::string>& title_words) {
        const double all = database_.get_doccount();
        Title title;
        std::vector<std::pair<std::string, TitleWord>> its_words;
        for (const std::string& text :
             std::set<std::string>{title_words.begin(), title_words.end()}) {
            const std::string english =
                std::string{schema::called_english}.append(english_stem(text));
            const std::string french = std::string{schema::called_french}.append(french_stem(text));
            const double having = std::max(postings_with(english), postings_with(french));
            const TitleWord word{
                .number = title_words_ + static_cast<std::size_t>(title.words),
                .title = titles_.size(),
                .weight = rarity(std::max(1.0, having), all)};
            its_words.emplace_back(english, word);
            its_words.emplace_back(french, word);
            title.weight += word.weight;
            ++title.words;
        }
        if (title.weight == 0) {
            return;
        }
        for (const auto& [term, word] : its_words) {
            wanted(term).title_words.push_back(word);
            const TermSketch sketch = sketch_of(term);
            may_be_called_.set(sketch);
            sketched_[sketch].push_back(word);
        }
        title_words_ += static_cast<std::size_t>(title.words);
        titles_.push_back(title);
    }

    Wanted& wanted(const std::string& term) {
        const TermHash hash = hash_of(term);
        may_be_wanted_.set(hash % may_be_wanted_.size());
        return wanted_[hash];
    }

    /// What was ranked is explained by what it was ranked by: a posting is compared once.
    const Found& found_in(const domain::PostingId id) {
        const auto known = found_.find(id);
        if (known != found_.end()) {
            return known->second;
        }
        if (const PostingTerms* kept = kept_->find(id)) {
            return found_.emplace(id, compare(*kept)).first->second;
        }
        PostingTerms terms = read(id);
        const Found& found = found_.emplace(id, compare(terms)).first->second;
        kept_->keep(id, std::move(terms));
        return found;
    }

    /// A block of the index is overwritten two commits after it was opened. What is read from then
    /// on is of another state, and not kept.
    PostingTerms read(const domain::PostingId id) {
        try {
            return terms_of(id);
        } catch (const Xapian::DatabaseModifiedError&) {
            database_.reopen();
            kept_ = std::make_shared<KeptTerms>(0);
            return terms_of(id);
        }
    }

    PostingTerms terms_of(const domain::PostingId id) const {
        static_assert(schema::english < schema::french);
        static_assert(schema::french < schema::called_concept);
        static_assert(schema::called_concept < schema::called_english);
        static_assert(schema::called_english < schema::called_french);
        static_assert(schema::called_french < schema::title_concept);
        const auto document = static_cast<Xapian::docid>(id);
        PostingTerms result;
        try {
            auto term = database_.termlist_begin(document);
            const auto take = [&](const std::string_view prefix) {
                return static_cast<int>(take_terms_under(
                    term,
                    prefix,
                    [&](const std::string_view text) { result.terms.push_back(hash_of(text)); }
                ));
            };
            const auto concepts_under = [&](const std::string_view prefix,
                                            std::vector<TermHash>& to) {
                take_terms_under(term, prefix, [&](const std::string_view text) {
                    to.push_back(hash_of(text.substr(prefix.size())));
                });
            };
            take(schema::english);
            take(schema::french);
            concepts_under(schema::called_concept, result.called_concepts);
            result.called_english = take(schema::called_english);
            result.called_french = take(schema::called_french);
            concepts_under(schema::title_concept, result.title_concepts);
        } catch (const Xapian::DocNotFoundError&) {
            return {};
        }
        return result;
    }

    Found compare(const PostingTerms& posting) {
        begin_comparing();
        Found found;
        for (const TermHash term : posting.terms) {
            // Nearly all are not, and this is told at once.
            if (may_be_wanted_.test(term % may_be_wanted_.size())) {
                if (const auto one = wanted_.find(term); one != wanted_.end()) {
                    take(one->second, found);
                }
            }
        }
        std::ranges::sort(found.words);
        found.likeness.title_permille =
            title_permille(std::max(posting.called_english, posting.called_french));
        if (own_weight_ > 0) {
            found.likeness.title_known_permille = std::max(
                known_permille(posting.called_concepts), known_permille(posting.title_concepts)
            );
        }
        return found;
    }

    /// What was found of the titles before is forgotten.
    void begin_comparing() {
        ++compared_;
        for (Title& title : titles_) {
            title.found_weight = 0;
            title.found_words = 0;
        }
    }

    /// Of the title that is most alike, by what was found of each.
    int title_permille(const std::int64_t called_words) const {
        int result = 0;
        for (const Title& title : titles_) {
            result = std::max(result, permille_alike(title, called_words));
        }
        return result;
    }

    template <class Concepts, class IsKnown>
    static int permille_known(const Concepts& title_concepts, const IsKnown& is_known) {
        const auto known = std::ranges::count_if(title_concepts, is_known);
        return title_concepts.empty() ? 0
                                      : static_cast<int>(1000 * known / std::ssize(title_concepts));
    }

    int known_permille(const std::vector<TermHash>& title_concepts) const {
        return permille_known(title_concepts, [this](const TermHash one) {
            return concepts_.contains(one);
        });
    }

    /// The most that known_permille() can be.
    int known_max(const std::span<const TermSketch> title_concepts) const {
        return permille_known(title_concepts, [this](const TermSketch one) {
            return may_be_concept_.test(one);
        });
    }

    /// In its English and its French stem, a word is found once.
    void take(const Wanted& wanted, Found& found) {
        for (const std::size_t word : wanted.words) {
            if (std::exchange(seen_in_[word], compared_) != compared_) {
                found.words.push_back(word);
                found.likeness.weight += words_[word].weight;
            }
        }
        take(wanted.title_words);
    }

    void take(const std::vector<TitleWord>& title_words) {
        for (const TitleWord& word : title_words) {
            if (std::exchange(title_seen_in_[word.number], compared_) != compared_) {
                titles_[word.title].found_weight += word.weight;
                ++titles_[word.title].found_words;
            }
        }
    }

    Xapian::Database database_;
    std::unordered_set<TermHash> concepts_;  ///< Of the whole résumé.
    std::shared_ptr<KeptTerms> kept_;
    std::shared_ptr<const IndexColumns> columns_;  ///< Null where none are kept.
    std::vector<ResumeWord> words_;
    std::vector<Title> titles_;
    std::size_t title_words_ = 0;
    std::unordered_map<TermHash, Wanted> wanted_;  ///< By term.
    std::bitset<4'096> may_be_wanted_;             ///< By the term's hash, modulo this size.
    std::unordered_map<TermSketch, std::vector<TitleWord>> sketched_;  ///< As wanted_ has them.
    std::bitset<1U << 16U> may_be_called_;   ///< By the sketch of a title word's term,
    std::bitset<1U << 16U> may_be_concept_;  ///< and of a concept.
    std::unordered_map<domain::PostingId, Found> found_;
    std::vector<std::uint64_t> seen_in_;        ///< By number of a word: the posting compared last.
    std::vector<std::uint64_t> title_seen_in_;  ///< The same by number of a word of titles.
    std::uint64_t compared_ = 0;
    std::int64_t own_weight_ = 0;
};

Relevance::Relevance(
    const PostingWords& postings, const std::vector<ResumeText>& texts, const std::size_t words_max
) {
    const IndexLocation& index = postings.index().location();
    if (index.is_remote() || has_index(index.folder)) {
        index_ = reporting_index_errors([&] {
            return std::make_unique<Index>(postings, texts, words_max);
        });
    }
}

Relevance::~Relevance() = default;

std::int64_t Relevance::own_weight() const { return index_ ? index_->own_weight() : 0; }

std::vector<Likeness> Relevance::likeness(const std::span<const domain::PostingId> ids) {
    std::vector<Likeness> result(ids.size());
    if (index_) {
        reporting_index_errors([&] {
            std::ranges::transform(ids, result.begin(), [&](const domain::PostingId id) {
                return index_->likeness(id);
            });
        });
    }
    return result;
}

std::vector<Likeness> Relevance::likeness_max(const std::span<const domain::PostingId> ids) const {
    std::vector<Likeness> result(ids.size());
    if (index_) {
        std::ranges::transform(ids, result.begin(), [&](const domain::PostingId id) {
            return index_->likeness_max(id);
        });
    }
    return result;
}

SharedWords Relevance::explain(const domain::PostingId id) {
    if (!index_) {
        return {};
    }
    return reporting_index_errors([&] { return index_->explain(id); });
}

}  // namespace search
