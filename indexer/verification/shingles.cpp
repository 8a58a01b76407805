#include "indexer/verification/shingles.hpp"

#include <array>
#include <bit>

namespace verification {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t bits = 64;

bool of_word(const char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c & 0x80) != 0;
}

constexpr std::uint64_t fnv_basis = 0xcbf29ce484222325U;

std::uint64_t fold_in(const std::uint64_t hash, const std::uint64_t value) {
    return (hash ^ value) * 0x100000001b3U;
}

/// FNV mixes its high bits well and its low ones badly; a sketch counts all of them.
std::uint64_t finished(std::uint64_t hash) {
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33U;
    hash *= 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33U);
}

}  // namespace

std::optional<std::uint64_t> sketch(const std::string_view text) {
    std::array<std::uint64_t, shingle_words> last{};
    std::array<int, bits> votes{};
    std::size_t words = 0;
    std::uint64_t word = fnv_basis;
    bool in_word = false;
    const auto end_word = [&] {
        last[words % shingle_words] = word;
        ++words;
        word = fnv_basis;
        in_word = false;
        if (words < shingle_words) {
            return;
        }
        std::uint64_t shingle = fnv_basis;
        for (std::size_t i = 0; i < shingle_words; ++i) {
            shingle = finished(fold_in(shingle, last[(words + i) % shingle_words]));
        }
        for (std::size_t bit = 0; bit < bits; ++bit) {
            votes[bit] += ((shingle >> bit) & 1U) != 0 ? 1 : -1;
        }
    };
    for (const char c : text) {
        if (of_word(c)) {
            const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            word = fold_in(word, static_cast<unsigned char>(folded));
            in_word = true;
        } else if (in_word) {
            end_word();
        }
    }
    if (in_word) {
        end_word();
    }
    if (words < static_cast<std::size_t>(sketched_words_min)) {
        return std::nullopt;
    }
    std::uint64_t result = 0;
    for (std::size_t bit = 0; bit < bits; ++bit) {
        result |= std::uint64_t{votes[bit] > 0 ? 1U : 0U} << bit;
    }
    return result;
}

int distance(const std::uint64_t one, const std::uint64_t other) {
    return std::popcount(one ^ other);
}

}  // namespace verification
