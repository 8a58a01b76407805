#include "indexer/coding/title_search.hpp"

#include "indexer/coding/title_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace coding {
namespace {

constexpr float exact = 1.0F;
constexpr float beginning = 0.8F;
constexpr float misspelt = 0.5F;
constexpr std::size_t longest_word = 24;

/// How many letters may be wrong in a word of this length.
std::size_t mistakes_in(const std::size_t length) { return length >= 8 ? 2 : length >= 4 ? 1 : 0; }

/// Whether `word`, or its beginning, becomes `typed` by at most `mistakes` letters changed, left
/// out, put in, or swapped with the next (optimal string alignment).
bool is_near(
    const std::string_view typed, const std::string_view word, const std::size_t mistakes
) {
    if (typed.size() > longest_word || word.size() + mistakes < typed.size()) {
        return false;
    }
    const std::string_view part = word.substr(0, std::min(word.size(), typed.size() + mistakes));
    using Row = std::array<std::size_t, longest_word + 4>;
    Row before{};
    Row last{};
    Row row{};
    for (std::size_t column = 0; column <= part.size(); ++column) {
        last[column] = column;
    }
    for (std::size_t line = 1; line <= typed.size(); ++line) {
        row[0] = line;
        std::size_t least = line;
        for (std::size_t column = 1; column <= part.size(); ++column) {
            const bool same = typed[line - 1] == part[column - 1];
            row[column] = std::min(
                {last[column] + 1, row[column - 1] + 1, last[column - 1] + (same ? 0U : 1U)}
            );
            if (line > 1 && column > 1 && typed[line - 1] == part[column - 2] &&
                typed[line - 2] == part[column - 1]) {
                row[column] = std::min(row[column], before[column - 2] + 1);
            }
            least = std::min(least, row[column]);
        }
        if (least > mistakes) {
            return false;
        }
        before = last;
        last = row;
    }
    return *std::min_element(
               last.begin(), last.begin() + static_cast<std::ptrdiff_t>(part.size()) + 1
           ) <= mistakes;
}

}  // namespace

TitleSearch::TitleSearch(std::vector<KnownTitle> titles) : titles_{std::move(titles)} {
    std::map<std::string, std::set<std::uint32_t>> words;
    lengths_.reserve(titles_.size());
    for (std::size_t at = 0; at < titles_.size(); ++at) {
        const std::vector<std::string> own = title_words(titles_[at].title);
        lengths_.push_back(static_cast<std::uint32_t>(own.size()));
        for (const std::string& word : own) {
            words[word].insert(static_cast<std::uint32_t>(at));
        }
    }
    words_.reserve(words.size());
    for (const auto& [text, postings] : words) {
        words_.push_back({.text = text, .titles = {postings.begin(), postings.end()}});
    }
}

void TitleSearch::add_word(const std::string_view word, Scores& scores) const {
    Scores own(titles_.size());
    const auto credit = [&](const Word& known, const float score) {
        for (const std::uint32_t title : known.titles) {
            own[title] = std::max(own[title], score);
        }
    };
    bool found = false;
    auto known = std::lower_bound(
        words_.begin(),
        words_.end(),
        word,
        [](const Word& left, const std::string_view right) { return left.text < right; }
    );
    for (; known != words_.end() && known->text.starts_with(word); ++known) {
        credit(*known, known->text.size() == word.size() ? exact : beginning);
        found = true;
    }
    if (const std::size_t mistakes = mistakes_in(word.size()); !found && mistakes > 0) {
        for (const Word& other : words_) {
            if (is_near(word, other.text, mistakes)) {
                credit(other, misspelt);
            }
        }
    }
    for (std::size_t title = 0; title < scores.size(); ++title) {
        // Every word of the query has to be there.
        scores[title] = own[title] > 0 && scores[title] >= 0 ? scores[title] + own[title] : -1;
    }
}

std::vector<TitleHit> TitleSearch::find(const std::string_view query, const std::size_t count)
    const {
    const std::vector<std::string> words = title_words(query);
    if (words.empty()) {
        return {};
    }
    Scores scores(titles_.size());
    for (const std::string& word : words) {
        add_word(word, scores);
    }
    // Of equal matches the title with the fewest other words.
    struct Ranked {
        float score = 0;
        std::uint32_t length = 0;
        std::uint32_t title = 0;
        bool operator<(const Ranked& other) const {
            return score != other.score     ? score > other.score
                   : length != other.length ? length < other.length
                                            : title < other.title;
        }
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t title = 0; title < scores.size(); ++title) {
        if (scores[title] > 0) {
            ranked.push_back({.score = scores[title], .length = lengths_[title], .title = title});
        }
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<TitleHit> hits;
    std::set<domain::NocCode> seen;
    for (const Ranked& hit : ranked) {
        const KnownTitle& title = titles_[hit.title];
        if (hits.size() < count && seen.insert(title.noc).second) {
            hits.push_back({.noc = title.noc, .title = title.title, .language = title.language});
        }
    }
    return hits;
}

}  // namespace coding
