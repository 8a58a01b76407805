#include "indexer/search/relevance.hpp"

#include "indexer/search/reader.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
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

/// What one job was called.
struct Title {
    std::int64_t weight = 0;  ///< Of all its words.
    std::int64_t found = 0;   ///< In the title of the document asked.
};

class Relevance::Index {
public:
    Index(
        const IndexLocation& location,
        const std::vector<ResumeText>& texts,
        const std::size_t words_max
    )
        : database_{open_index(location).database}, words_{choose(database_, texts, words_max)} {
        for (std::size_t index = 0; index < words_.size(); ++index) {
            terms_[words_[index].english].push_back({.word = index});
            terms_[words_[index].french].push_back({.word = index});
            own_weight_ += words_[index].weight;
        }
        for (const ResumeText& text : texts) {
            if (text.is_title) {
                add_title(words(text.text));
            }
        }
        seen_in_.resize(words_.size() + title_words_);
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
    /// A word of the résumé, or one of a title, that a term stands for.
    struct Meaning {
        std::size_t word = 0;  ///< Its number among all words, then among those of titles.
        std::optional<std::size_t> title = std::nullopt;
        std::int64_t weight = 0;  ///< In the title.
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
            const Meaning meaning{
                .word = words_.size() + title_words_,
                .title = titles_.size(),
                .weight = rarity(std::max(1.0, having), all)};
            terms_[english].push_back(meaning);
            terms_[french].push_back(meaning);
            title.weight += meaning.weight;
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
        for (const Title& title : titles_) {
            const auto permille = static_cast<int>(1000 * title.found / title.weight);
            result.title_permille = std::max(result.title_permille, permille);
        }
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

    /// Notes as well how much of each title was found.
    std::vector<const Word*> read_words(const domain::PostingId id) {
        ++asked_;
        for (Title& title : titles_) {
            title.found = 0;
        }
        std::vector<const Word*> found;
        const auto document = static_cast<Xapian::docid>(id);
        try {
            // Both lists are in the order of their terms.
            auto term = database_.termlist_begin(document);
            const auto end = database_.termlist_end(document);
            for (const auto& [wanted, meanings] : terms_) {
                term.skip_to(wanted);
                if (term == end) {
                    break;
                }
                if (*term != wanted) {
                    continue;
                }
                for (const Meaning& meaning : meanings) {
                    // In its English and its French stem, a word is found once.
                    if (std::exchange(seen_in_[meaning.word], asked_) == asked_) {
                        continue;
                    }
                    if (meaning.title) {
                        titles_[*meaning.title].found += meaning.weight;
                    } else {
                        found.push_back(&words_[meaning.word]);
                    }
                }
            }
        } catch (const Xapian::DocNotFoundError&) {
            return {};
        }
        return found;
    }

    Xapian::Database database_;
    std::vector<Word> words_;
    std::vector<Title> titles_;
    std::size_t title_words_ = 0;
    std::map<std::string, std::vector<Meaning>> terms_;  ///< Looked for.
    std::vector<std::uint64_t> seen_in_;  ///< By number of a word: the last document asked.
    std::uint64_t asked_ = 0;
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
