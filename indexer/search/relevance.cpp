#include "indexer/search/relevance.hpp"

#include "indexer/search/concepts.hpp"
#include "indexer/search/reader.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/title_likeness.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <xapian.h>

namespace search {

struct ResumeWord {
    std::string text;     ///< Folded.
    std::string written;  ///< As the résumé writes it first, in lower case.
    std::string english;  ///< Its terms.
    std::string french;
    std::int64_t weight = 0;
};

namespace {

struct Said {
    int weight = 0;  ///< Of the weightiest text that has the word.
    std::string written;
};

/// Each word once.
std::map<std::string, Said> words_said(const std::vector<ResumeText>& texts) {
    std::map<std::string, Said> result;
    for (const ResumeText& text : texts) {
        for (const PlacedWord& word : placed_words(text.text)) {
            Said& said = result[word.text];
            said.weight = std::max(said.weight, text.weight);
            if (said.written.empty()) {
                said.written = in_lower_case(text.text.substr(word.begin, word.end - word.begin));
            }
        }
    }
    return result;
}

/// How much it says that a posting has a word which `having` of `all` have: sixteen for each
/// halving.
std::int64_t rarity(const double having, const double all) {
    constexpr double steps = 16;
    return std::max<std::int64_t>(0, std::llround(steps * std::log2(all / having)));
}

/// The words that weigh most; of words with the same stem, one.
std::vector<ResumeWord> choose(
    const Xapian::Database& database, const std::vector<ResumeText>& texts, const std::size_t count
) {
    std::map<std::string, ResumeWord> by_stem;
    const double all = database.get_doccount();
    for (const auto& [text, said] : words_said(texts)) {
        ResumeWord word{
            .text = text,
            .written = said.written,
            .english = std::string{schema::english}.append(english_stem(text)),
            .french = std::string{schema::french}.append(french_stem(text))};
        // Not their sum: names and employers' own titles are indexed in both languages, and only
        // the French stem is the same in the feminine and in the masculine.
        const double having =
            std::max(database.get_termfreq(word.english), database.get_termfreq(word.french));
        if (having > 0) {
            word.weight = said.weight * rarity(having, all);
        }
        if (word.weight > 0) {
            ResumeWord& kept = by_stem.try_emplace(word.english, word).first->second;
            if (kept.weight < word.weight) {
                kept = word;
            }
        }
    }
    std::vector<ResumeWord> result;
    result.reserve(by_stem.size());
    for (auto& [stem, word] : by_stem) {
        result.push_back(std::move(word));
    }
    const auto in_order = [](const ResumeWord& left, const ResumeWord& right) {
        return std::tie(right.weight, left.text) < std::tie(left.weight, right.text);
    };
    std::ranges::sort(result, in_order);
    result.resize(std::min(result.size(), count));
    return result;
}

}  // namespace

class Relevance::Index {
public:
    Index(
        const PostingWords& postings,
        const std::vector<ResumeText>& texts,
        const std::size_t words_max
    )
        : Index{open_index(postings.index()), postings, texts, words_max} {}

    std::int64_t own_weight() const { return own_weight_; }

    Likeness likeness(const domain::PostingId id) { return found_in(id).likeness; }

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
          words_{choose(database_, texts, words_max)} {
        for (std::size_t index_of_word = 0; index_of_word < words_.size(); ++index_of_word) {
            wanted(words_[index_of_word].english).words.push_back(index_of_word);
            wanted(words_[index_of_word].french).words.push_back(index_of_word);
            own_weight_ += words_[index_of_word].weight;
        }
        for (const ResumeText& text : texts) {
            for (const std::string& one : concepts(text.text)) {
                concepts_.insert(hash_of(one));
            }
            if (text.is_title) {
                add_title(words(text.text));
            }
        }
        seen_in_.resize(words_.size());
        title_seen_in_.resize(title_words_);
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
            const double having =
                std::max(database_.get_termfreq(english), database_.get_termfreq(french));
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
            const auto end = database_.termlist_end(document);
            const auto each = [&](const std::string_view prefix, const auto take) {
                int count = 0;
                if (term != end) {
                    term.skip_to(std::string{prefix});
                }
                for (; term != end; ++term, ++count) {
                    const std::string text = *term;
                    if (!text.starts_with(prefix)) {
                        break;
                    }
                    take(text);
                }
                return count;
            };
            const auto terms = [&](const std::string& term_text) {
                result.terms.push_back(hash_of(term_text));
            };
            const auto without_prefix = [](std::vector<TermHash>& to,
                                           const std::string_view prefix) {
                return [&to, prefix](const std::string_view term_text) {
                    to.push_back(hash_of(term_text.substr(prefix.size())));
                };
            };
            each(schema::english, terms);
            each(schema::french, terms);
            each(
                schema::called_concept,
                without_prefix(result.called_concepts, schema::called_concept)
            );
            result.called_english = each(schema::called_english, terms);
            result.called_french = each(schema::called_french, terms);
            each(
                schema::title_concept, without_prefix(result.title_concepts, schema::title_concept)
            );
        } catch (const Xapian::DocNotFoundError&) {
            return {};
        }
        return result;
    }

    Found compare(const PostingTerms& posting) {
        ++compared_;
        for (Title& title : titles_) {
            title.found_weight = 0;
            title.found_words = 0;
        }
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
        const std::int64_t called = std::max(posting.called_english, posting.called_french);
        for (const Title& title : titles_) {
            found.likeness.title_permille =
                std::max(found.likeness.title_permille, permille_alike(title, called));
        }
        if (own_weight_ > 0) {
            found.likeness.title_known_permille = std::max(
                known_permille(posting.called_concepts), known_permille(posting.title_concepts)
            );
        }
        return found;
    }

    int known_permille(const std::vector<TermHash>& title_concepts) const {
        const auto known = std::ranges::count_if(title_concepts, [this](const TermHash one) {
            return concepts_.contains(one);
        });
        return title_concepts.empty() ? 0
                                      : static_cast<int>(1000 * known / std::ssize(title_concepts));
    }

    /// In its English and its French stem, a word is found once.
    void take(const Wanted& wanted, Found& found) {
        for (const std::size_t word : wanted.words) {
            if (std::exchange(seen_in_[word], compared_) != compared_) {
                found.words.push_back(word);
                found.likeness.weight += words_[word].weight;
            }
        }
        for (const TitleWord& word : wanted.title_words) {
            if (std::exchange(title_seen_in_[word.number], compared_) != compared_) {
                titles_[word.title].found_weight += word.weight;
                ++titles_[word.title].found_words;
            }
        }
    }

    Xapian::Database database_;
    std::unordered_set<TermHash> concepts_;  ///< Of the whole résumé.
    std::shared_ptr<KeptTerms> kept_;
    std::vector<ResumeWord> words_;
    std::vector<Title> titles_;
    std::size_t title_words_ = 0;
    std::unordered_map<TermHash, Wanted> wanted_;  ///< By term.
    std::bitset<4'096> may_be_wanted_;             ///< By the term's hash, modulo this size.
    std::unordered_map<domain::PostingId, Found> found_;
    std::vector<std::uint64_t> seen_in_;        ///< By number of a word: the posting compared last.
    std::vector<std::uint64_t> title_seen_in_;  ///< The same by number of a word of titles.
    std::uint64_t compared_ = 0;
    std::int64_t own_weight_ = 0;
};

Relevance::Relevance(
    const PostingWords& postings, const std::vector<ResumeText>& texts, const std::size_t words_max
) {
    const IndexLocation& index = postings.index();
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

SharedWords Relevance::explain(const domain::PostingId id) {
    if (!index_) {
        return {};
    }
    return reporting_index_errors([&] { return index_->explain(id); });
}

}  // namespace search
