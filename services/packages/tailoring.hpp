#pragma once

#include "matcher/domain/posting.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace packages {

/// What a posting asks for, as words by which a candidate's own texts are chosen and ordered. Words
/// count by their stems in English and in French, as they do in a search.
class Asked {
public:
    explicit Asked(const domain::Posting& posting);

    /// How much of what is asked the text speaks of: the weights of the words that it shares with
    /// the posting, each once. A word of the title weighs 4, of a skill 3, of a duty 2, of the
    /// description 1.
    int weight(std::string_view text) const;

    /// Whether the posting has every word of the text, and the text has any.
    bool names(std::string_view text) const;

private:
    void add(std::string_view text, int weight);
    std::map<std::string, int, std::less<>> weights_;
};

/// A duty that a posting names, and what a candidate did that answers it.
struct Answered {
    std::size_t asked = 0;
    std::size_t answer = 0;
    bool operator==(const Answered&) const = default;
};

/// The pairs that share most of their words, best first, each text once; at most `count`. They
/// share two words or more. A word counts the less the more of the texts have it: in a nurse's
/// texts `patient` tells little.
std::vector<Answered> answered(
    const std::vector<std::string>& asked,
    const std::vector<std::string>& answers,
    std::size_t count
);

/// How much of their words two texts share, in thousandths.
int alike(std::string_view one, std::string_view other);

}  // namespace packages
