#include "indexer/verification/shingles.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace verification {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t bits = 64;

bool of_word(const char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c & 0x80) != 0;
}

using domain::ascii::is_space;

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

/// Calls `take` with the hash of each word of a text in lower case.
template <class Take>
void each_word(const std::string_view text, const Take& take) {
    std::uint64_t word = fnv_basis;
    bool in_word = false;
    for (const char c : text) {
        if (of_word(c)) {
            const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            word = fold_in(word, static_cast<unsigned char>(folded));
            in_word = true;
        } else if (in_word) {
            take(word);
            word = fnv_basis;
            in_word = false;
        }
    }
    if (in_word) {
        take(word);
    }
}

/// A date, an amount, a telephone number, a mailbox, a link.
bool is_changed_by_a_copyist(const std::string_view token) {
    return token.starts_with("www.") || token.find("://") != std::string_view::npos ||
           std::any_of(token.begin(), token.end(), [](const char c) {
               return c == '@' || (c >= '0' && c <= '9');
           });
}

/// Calls `take` with what stands between spaces.
template <class Take>
void each_token(const std::string_view text, const Take& take) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const begin = std::find_if_not(at, end, is_space);
        at = std::find_if(begin, end, is_space);
        if (begin != at) {
            take(std::string_view{begin, static_cast<std::size_t>(at - begin)});
        }
    }
}

/// How many of the numbers counted have each bit: eight counters of a byte to a lane, which are
/// emptied before one can overflow.
class Votes {
public:
    void count(const std::uint64_t number) {
        for (std::size_t byte = 0; byte < lanes_.size(); ++byte) {
            lanes_[byte] += spread[(number >> (8 * byte)) & 0xFFU];
        }
        ++all_;
        if (++waiting_ == 255) {
            empty();
        }
    }

    /// The bits that more than half of the numbers have.
    std::uint64_t majority() {
        empty();
        std::uint64_t result = 0;
        for (std::size_t bit = 0; bit < bits; ++bit) {
            result |= std::uint64_t{2 * votes_[bit] > all_ ? 1U : 0U} << bit;
        }
        return result;
    }

private:
    void empty() {
        for (std::size_t bit = 0; bit < bits; ++bit) {
            votes_[bit] += (lanes_[bit / 8] >> (8 * (bit % 8))) & 0xFFU;
        }
        lanes_ = {};
        waiting_ = 0;
    }

    /// Each bit of a byte in a byte of its own.
    static constexpr std::array<std::uint64_t, 256> spread = [] {
        std::array<std::uint64_t, 256> table{};
        for (std::size_t byte = 0; byte < table.size(); ++byte) {
            for (std::size_t bit = 0; bit < 8; ++bit) {
                table[byte] |= std::uint64_t{(byte >> bit) & 1U} << (8 * bit);
            }
        }
        return table;
    }();

    std::array<std::uint64_t, 8> lanes_{};
    std::array<std::uint64_t, bits> votes_{};
    std::uint64_t all_ = 0;
    int waiting_ = 0;
};

}  // namespace

std::optional<std::uint64_t> sketch(const std::string_view text, const std::string_view employer) {
    std::vector<std::uint64_t> name;
    each_word(employer, [&](const std::uint64_t word) { name.push_back(word); });
    std::array<std::uint64_t, shingle_words> last{};
    std::size_t words = 0;
    Votes votes;
    const auto take_word = [&](const std::uint64_t word) {
        if (std::find(name.begin(), name.end(), word) != name.end()) {
            return;
        }
        last[words % shingle_words] = word;
        ++words;
        if (words < shingle_words) {
            return;
        }
        std::uint64_t shingle = fnv_basis;
        for (std::size_t i = 0; i < shingle_words; ++i) {
            shingle = finished(fold_in(shingle, last[(words + i) % shingle_words]));
        }
        votes.count(shingle);
    };
    each_token(text, [&](const std::string_view token) {
        if (!is_changed_by_a_copyist(token)) {
            each_word(token, take_word);
        }
    });
    return words < static_cast<std::size_t>(sketched_words_min) ? std::nullopt
                                                                : std::optional{votes.majority()};
}

int distance(const std::uint64_t one, const std::uint64_t other) {
    return std::popcount(one ^ other);
}

}  // namespace verification
