#include "indexer/coding/title_features.hpp"

#include "indexer/coding/title_words.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace coding {
namespace {

/// Part of the key, so that a word and a piece of a word with the same letters differ.
enum class Kind : std::uint32_t {
    bias,
    word,
    word_pair,
    piece,
    first_word,
    last_word,
    first_and_last,
    head,
    whole,
    concept_word
};

constexpr std::size_t words_max = 24;  // Of a title that goes on and on, the beginning tells.
constexpr std::size_t concepts_max = 8;
constexpr std::size_t concept_reach = 3;
constexpr std::size_t piece_min = 3;
constexpr std::size_t piece_max = 5;
constexpr float pair_weight = 0.7F;
constexpr float piece_weight = 0.5F;
constexpr float place_weight = 0.7F;
constexpr float last_weight = 0.5F;
constexpr float length = 2.0F;

constexpr std::uint32_t concept_bit = std::uint32_t{1} << 31U;

/// FNV-1a with a final mix.
std::uint32_t key(const Kind kind, const std::string_view text) {
    std::uint32_t hash = 2166136261U ^ (static_cast<std::uint32_t>(kind) * 16777619U);
    for (const char character : text) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 16777619U;
    }
    hash ^= hash >> 15U;
    hash *= 2246822519U;
    hash ^= hash >> 13U;
    return kind == Kind::concept_word ? hash | concept_bit : hash & ~concept_bit;
}

std::uint32_t pair_key(const std::uint32_t left, const std::uint32_t right) {
    const auto [first, second] = std::minmax(left, right);
    std::uint32_t hash = first * 2654435761U;
    hash = ((hash ^ (hash >> 15U)) + second) * 2246822519U;
    return (hash ^ (hash >> 13U)) | concept_bit;
}

class Features {
public:
    void add(const Kind kind, const std::string_view text, const float value) {
        features_.push_back({.key = key(kind, text), .value = value});
    }

    void add(const Feature& feature) { features_.push_back(feature); }

    /// Sums what stands there twice, and scales.
    std::vector<Feature> take() {
        std::sort(
            features_.begin(),
            features_.end(),
            [](const Feature& left, const Feature& right) { return left.key < right.key; }
        );
        std::size_t last = 0;
        for (std::size_t next = 1; next < features_.size(); ++next) {
            if (features_[next].key == features_[last].key) {
                features_[last].value += features_[next].value;
            } else {
                features_[++last] = features_[next];
            }
        }
        features_.resize(last + 1);
        float squares = 0;
        for (const Feature& feature : features_) {
            squares += feature.value * feature.value;
        }
        for (Feature& feature : features_) {
            feature.value *= length / std::sqrt(squares);
        }
        return std::move(features_);
    }

private:
    std::vector<Feature> features_;
};

void add_pieces(Features& features, const std::string& word) {
    std::string marked{'^'};
    marked.append(word) += '$';
    const float weight = piece_weight / std::sqrt(static_cast<float>(marked.size()));
    for (std::size_t size = piece_min; size <= piece_max; ++size) {
        for (std::size_t at = 0; at + size <= marked.size(); ++at) {
            features.add(Kind::piece, std::string_view{marked}.substr(at, size), weight);
        }
    }
}

}  // namespace

std::vector<std::uint32_t> concept_keys(const std::vector<std::string>& words) {
    std::vector<std::uint32_t> keys;
    for (const std::string& word : concepts(words)) {
        if (keys.size() < concepts_max) {
            keys.push_back(key(Kind::concept_word, word));
        }
    }
    return keys;
}

std::vector<Feature> concept_features(const std::vector<std::uint32_t>& concept_keys) {
    std::vector<Feature> features;
    features.reserve(concept_keys.size() * (1 + concept_reach));
    for (std::size_t left = 0; left < concept_keys.size(); ++left) {
        features.push_back({.key = concept_keys[left], .value = 1});
        const std::size_t end = std::min(concept_keys.size(), left + 1 + concept_reach);
        for (std::size_t right = left + 1; right < end; ++right) {
            features.push_back(
                {.key = pair_key(concept_keys[left], concept_keys[right]),
                 .value = right == left + 1 ? pair_weight : pair_weight * pair_weight}
            );
        }
    }
    return features;
}

std::vector<Feature> title_features(const std::string_view title) {
    std::vector<std::string> words = title_words(title);
    words.resize(std::min(words.size(), words_max));
    Features features;
    features.add(Kind::bias, "", 1);
    for (std::size_t at = 0; at < words.size(); ++at) {
        features.add(Kind::word, words[at], 1);
        if (at + 1 < words.size()) {
            features.add(Kind::word_pair, words[at] + ' ' + words[at + 1], pair_weight);
        }
        add_pieces(features, words[at]);
    }
    if (!words.empty()) {
        features.add(Kind::first_word, words.front(), place_weight);
        features.add(Kind::last_word, words.back(), last_weight);
        features.add(Kind::head, spaced(head_words(title)), place_weight);
        features.add(Kind::whole, spaced(words), place_weight);
    }
    if (words.size() > 1) {
        features.add(Kind::first_and_last, words.front() + ' ' + words.back(), last_weight);
    }
    for (const Feature& feature : concept_features(concept_keys(words))) {
        features.add(feature);
    }
    return features.take();
}

}  // namespace coding
