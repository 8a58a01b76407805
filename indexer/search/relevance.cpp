#include "indexer/search/relevance.hpp"

#include "indexer/search/reader.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/title_likeness.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <xapian.h>

namespace search {
namespace {

struct Word {
    std::string text;
    std::string english;  ///< Its terms.
    std::string french;
    std::int64_t weight = 0;
};

/// Each word once, with the weight of the weightiest text that has it.
std::map<std::string, int> weighted_words(const std::vector<ResumeText>& texts) {
    std::map<std::string, int> result;
    for (const ResumeText& text : texts) {
        for (const std::string& word : words(text.text)) {
            int& weight = result[word];
            weight = std::max(weight, text.weight);
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
std::vector<Word> choose(
    const Xapian::Database& database, const std::vector<ResumeText>& texts, const std::size_t count
) {
    std::map<std::string, Word> by_stem;
    const double all = database.get_doccount();
    for (const auto& [text, weight] : weighted_words(texts)) {
        Word word{
            .text = text,
            .english = std::string{schema::english}.append(english_stem(text)),
            .french = std::string{schema::french}.append(french_stem(text))};
        // Not their sum: names and employers' own titles are indexed in both languages, and only
        // the French stem is the same in the feminine and in the masculine.
        const double having =
            std::max(database.get_termfreq(word.english), database.get_termfreq(word.french));
        if (having > 0) {
            word.weight = weight * rarity(having, all);
        }
        if (word.weight > 0) {
            Word& kept = by_stem.try_emplace(word.english, word).first->second;
            if (kept.weight < word.weight) {
                kept = word;
            }
        }
    }
    std::vector<Word> result;
    result.reserve(by_stem.size());
    for (auto& [stem, word] : by_stem) {
        result.push_back(std::move(word));
    }
    const auto in_order = [](const Word& left, const Word& right) {
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
        const IndexLocation& location,
        const std::vector<ResumeText>& texts,
        const std::size_t words_max
    )
        : database_{open_index(location).database}, words_{choose(database_, texts, words_max)} {
        for (std::size_t index = 0; index < words_.size(); ++index) {
            terms_[words_[index].english].push_back(index);
            terms_[words_[index].french].push_back(index);
            own_weight_ += words_[index].weight;
        }
        for (const ResumeText& text : texts) {
            if (text.is_title) {
                add_title(words(text.text));
            }
        }
        seen_in_.resize(words_.size());
        title_seen_in_.resize(title_words_);
    }

    std::int64_t own_weight() const { return own_weight_; }

    Likeness likeness(const domain::PostingId id) { return likeness_by(words_in(id)); }

    SharedWords explain(const domain::PostingId id) {
        std::vector<const Word*> found = words_in(id);
        std::ranges::sort(found);  // As they stand in words_: the weightiest first.
        SharedWords result{.likeness = likeness_by(found), .words = {}};
        for (const Word* word : found) {
            result.words.push_back(word->text);
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

    /// A word weighs in a title the more the fewer titles have it; one that none has weighs as much
    /// as one that a single title has.
    void add_title(const std::vector<std::string>& title_words) {
        const double all = database_.get_doccount();
        Title title;
        for (const std::string& text :
             std::set<std::string>{title_words.begin(), title_words.end()}) {
            const std::string english =
                std::string{schema::called_english}.append(english_stem(text));
            const std::string french = std::string{schema::called_french}.append(french_stem(text));
            const double having =
                std::max(database_.get_termfreq(english), database_.get_termfreq(french));
            const TitleWord word{
                .number = title_words_,
                .title = titles_.size(),
                .weight = rarity(std::max(1.0, having), all)};
            called_[english].push_back(word);
            called_[french].push_back(word);
            title.weight += word.weight;
            ++title.words;
            ++title_words_;
        }
        if (title.weight > 0) {
            titles_.push_back(title);
        }
    }

    /// With the words found in the document that was asked last.
    Likeness likeness_by(const std::vector<const Word*>& found) const {
        Likeness result;
        for (const Word* word : found) {
            result.weight += word->weight;
        }
        result.title_permille = title_permille();
        return result;
    }

    /// A block of the index is overwritten two commits after it was opened.
    std::vector<const Word*> words_in(const domain::PostingId id) {
        try {
            return read_words(id);
        } catch (const Xapian::DatabaseModifiedError&) {
            database_.reopen();
            return read_words(id);
        }
    }

    void forget_title() {
        ++asked_;
        for (Title& title : titles_) {
            title.found_weight = 0;
            title.found_words = 0;
        }
        called_words_ = 0;
    }

    int title_permille() const {
        int most = 0;
        for (const Title& title : titles_) {
            most = std::max(most, permille_alike(title, called_words_));
        }
        return most;
    }

    /// Notes as well how much of each title was found.
    std::vector<const Word*> read_words(const domain::PostingId id) {
        forget_title();
        std::vector<const Word*> found;
        const auto document = static_cast<Xapian::docid>(id);
        try {
            // All lists are in the order of their terms.
            auto term = database_.termlist_begin(document);
            const auto end = database_.termlist_end(document);
            for (const auto& [wanted, words] : terms_) {
                term.skip_to(wanted);
                if (term == end) {
                    return found;
                }
                if (*term != wanted) {
                    continue;
                }
                for (const std::size_t word : words) {
                    // In its English and its French stem, a word is found once.
                    if (std::exchange(seen_in_[word], asked_) != asked_) {
                        found.push_back(&words_[word]);
                    }
                }
            }
            read_title(term, end);
        } catch (const Xapian::DocNotFoundError&) {
            return {};
        }
        return found;
    }

    /// From an iterator that stands before the words of the document's title.
    void read_title(Xapian::TermIterator& term, const Xapian::TermIterator& end) {
        static_assert(schema::french < schema::called_english);
        static_assert(schema::called_english < schema::called_french);
        for (const std::string_view language : {schema::called_english, schema::called_french}) {
            std::int64_t said = 0;
            if (term != end) {
                term.skip_to(std::string{language});
            }
            for (; term != end && (*term).starts_with(language); ++term, ++said) {
                const auto called = called_.find(*term);
                if (called == called_.end()) {
                    continue;
                }
                for (const TitleWord& word : called->second) {
                    if (std::exchange(title_seen_in_[word.number], asked_) != asked_) {
                        titles_[word.title].found_weight += word.weight;
                        ++titles_[word.title].found_words;
                    }
                }
            }
            called_words_ = std::max(called_words_, said);
        }
    }

    Xapian::Database database_;
    std::vector<Word> words_;
    std::vector<Title> titles_;
    std::size_t title_words_ = 0;
    std::map<std::string, std::vector<std::size_t>> terms_;  ///< Looked for, with their words.
    std::unordered_map<std::string, std::vector<TitleWord>> called_;  ///< Terms of titles.
    std::vector<std::uint64_t> seen_in_;        ///< By number of a word: the last document asked.
    std::vector<std::uint64_t> title_seen_in_;  ///< The same by number of a word of titles.
    std::uint64_t asked_ = 0;
    std::int64_t called_words_ = 0;  ///< In the title of the document asked last.
    std::int64_t own_weight_ = 0;
};

Relevance::Relevance(
    const IndexLocation& index, const std::vector<ResumeText>& texts, const std::size_t words_max
) {
    if (index.is_remote() || has_index(index.folder)) {
        index_ = reporting_index_errors([&] {
            return std::make_unique<Index>(index, texts, words_max);
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
