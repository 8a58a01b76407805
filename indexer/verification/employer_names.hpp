#pragma once

#include "indexer/verification/text_table.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace verification {

/// Names of employers by their keys (normalise::EmployerName::key): found exactly, or by likeness.
/// A name's words count by how rare they are among all names, so that `centre de services` says
/// little and the word that tells two centres apart says all.
class EmployerNames {
public:
    using Id = TextTable::Id;
    static constexpr Id none = TextTable::none;

    struct Alike {
        Id id = none;
        int score = 0;  ///< 0 to 100; 100 only for words that are all the same.
    };
    static constexpr std::size_t alike_max = 8;
    struct MostAlike {
        std::array<Alike, alike_max> names{};
        std::size_t count = 0;
        std::span<const Alike> all() const { return {names.data(), count}; }
    };

    /// The number of this key; a new one where it is not here yet. Only before finish().
    Id add(std::string_view key) { return keys_.add(key); }

    /// After the last add(): makes the words known.
    void finish();

    Id find(std::string_view key) const { return keys_.find(key); }
    std::string_view key(Id id) const { return keys_.at(id); }
    std::size_t size() const { return keys_.size(); }

    /// The names most alike, best first, none below `score_min`. Looks at names that share one of
    /// the three rarest words, or begin alike, and at a few hundred at most. A numbered company is
    /// alike to none but itself, and a name with another number or direction (`north`) in it scores
    /// 70 at most.
    MostAlike alike(std::string_view key, int score_min) const;

    /// Words that anybody's name may have: one that several names have, or only frequent ones.
    bool is_common(std::string_view key) const;

private:
    struct Word {
        std::string_view text;
        TextTable::Id id = TextTable::none;
        float weight = 0;
        bool matched = false;
    };
    struct Words {
        static constexpr std::size_t words_max = 16;  ///< Further ones do not count.
        std::array<Word, words_max> words{};
        std::size_t count = 0;
        float weight = 0;
        Word* begin() { return words.data(); }
        Word* end() { return words.data() + count; }
    };

    float weight(TextTable::Id word) const;
    Words words_of(std::string_view key) const;
    Words words_of(Id id) const;
    std::size_t candidates(Words& asked, std::string_view key, std::span<Id> found) const;
    int score(Words asked, std::string_view key, Id id) const;

    TextTable keys_;
    TextTable words_;
    std::vector<std::uint32_t> names_with_word_;  ///< How many, by word.
    std::vector<float> weights_;                  ///< The rarer the word, the more it counts.
    float weight_of_unknown_ = 0;
    std::vector<std::uint32_t> word_begin_;  ///< Of each name in name_words_.
    std::vector<TextTable::Id> name_words_;
    std::vector<std::uint32_t> block_begin_;  ///< Of each word in block_names_.
    std::vector<Id> block_names_;             ///< Only of words that are rare enough.
    std::vector<std::pair<std::uint32_t, Id>> by_beginning_;
};

}  // namespace verification
