#include "indexer/search/relevance.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
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

class Relevance::Index {
public:
    Index(
        const std::string& folder, const std::vector<ResumeText>& texts, const std::size_t words_max
    )
        : database_{folder}, words_{choose(database_, texts, words_max)}, seen_in_(words_.size()) {
        for (std::size_t index = 0; index < words_.size(); ++index) {
            terms_.emplace(words_[index].english, index);
            terms_.emplace(words_[index].french, index);
            own_weight_ += words_[index].weight;
        }
    }

    std::int64_t own_weight() const { return own_weight_; }

    std::int64_t found_weight(const domain::PostingId id) {
        std::int64_t sum = 0;
        for_each_found(id, [&](const Word& word) { sum += word.weight; });
        return sum;
    }

    std::vector<std::string> found_words(const domain::PostingId id) {
        std::vector<const Word*> found;
        for_each_found(id, [&](const Word& word) { found.push_back(&word); });
        std::ranges::sort(found);  // As they stand in words_: the weightiest first.
        std::vector<std::string> result;
        result.reserve(found.size());
        for (const Word* word : found) {
            result.push_back(word->text);
        }
        return result;
    }

private:
    /// A block of the index is overwritten two commits after it was opened.
    template <class Visit>
    void for_each_found(const domain::PostingId id, const Visit visit) {
        try {
            visit_found(id, visit);
        } catch (const Xapian::DatabaseModifiedError&) {
            database_.reopen();
            visit_found(id, visit);
        }
    }

    template <class Visit>
    void visit_found(const domain::PostingId id, const Visit visit) {
        ++asked_;
        std::vector<const Word*> found;
        const auto document = static_cast<Xapian::docid>(id);
        try {
            // Both lists are in the order of their terms.
            auto term = database_.termlist_begin(document);
            const auto end = database_.termlist_end(document);
            for (const auto& [wanted, word] : terms_) {
                term.skip_to(wanted);
                if (term == end) {
                    break;
                }
                // In its English and its French stem, a word is found once.
                if (*term == wanted && std::exchange(seen_in_[word], asked_) != asked_) {
                    found.push_back(&words_[word]);
                }
            }
        } catch (const Xapian::DocNotFoundError&) {
            return;
        }
        std::ranges::for_each(found, [&](const Word* word) { visit(*word); });
    }

    Xapian::Database database_;
    std::vector<Word> words_;
    std::map<std::string, std::size_t> terms_;  ///< Looked for; the word of each.
    std::vector<std::uint64_t> seen_in_;        ///< By word: the last document asked.
    std::uint64_t asked_ = 0;
    std::int64_t own_weight_ = 0;
};

Relevance::Relevance(
    const std::string& index_folder,
    const std::vector<ResumeText>& texts,
    const std::size_t words_max
) {
    if (has_index(index_folder)) {
        index_ = reporting_index_errors([&] {
            return std::make_unique<Index>(index_folder, texts, words_max);
        });
    }
}

Relevance::~Relevance() = default;

std::int64_t Relevance::own_weight() const { return index_ ? index_->own_weight() : 0; }

std::vector<std::int64_t> Relevance::found_weights(const std::span<const domain::PostingId> ids) {
    std::vector<std::int64_t> result(ids.size());
    if (index_) {
        reporting_index_errors([&] {
            std::ranges::transform(ids, result.begin(), [&](const domain::PostingId id) {
                return index_->found_weight(id);
            });
        });
    }
    return result;
}

std::vector<std::string> Relevance::found_words(const domain::PostingId id) {
    if (!index_) {
        return {};
    }
    return reporting_index_errors([&] { return index_->found_words(id); });
}

}  // namespace search
