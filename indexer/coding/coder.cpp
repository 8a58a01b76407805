#include "indexer/coding/coder.hpp"

#include "indexer/coding/own_titles.hpp"
#include "indexer/coding/title_words.hpp"
#include "indexer/normalise/text_language.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace coding {
namespace {

using domain::OfficialLanguage;

constexpr std::size_t shown = 5;
constexpr std::size_t duties_max = 12;

/// What all lines of duties together weigh against the title.
constexpr float duties_share = 0.5F;

/// From here on duties alone choose among what one code of NOC 2016 became: 567 of 634 postings
/// of the archive whose unit group their source states.
constexpr float duties_choice_min = 0.65F;

/// How often the index is right about a posting's title that stands in it: 1,494 of 1,652 labelled
/// titles.
constexpr float index_share = 0.9F;

/// The odds that the index is right about part of a title, where the rest may say otherwise: 662 of
/// 735 labelled titles.
constexpr float index_part_odds = 9;

std::vector<IndexTitle> with_own_titles(std::vector<IndexTitle> index) {
    for (const OwnTitle& own : own_titles()) {
        index.push_back(own.title);
    }
    return index;
}

TitleIndex::Nocs among(const TitleIndex::Nocs& choices, const TitleIndex::Nocs& nocs) {
    TitleIndex::Nocs result;
    std::copy_if(nocs.begin(), nocs.end(), std::back_inserter(result), [&](const auto noc) {
        return std::find(choices.begin(), choices.end(), noc) != choices.end();
    });
    return result;
}

}  // namespace

OfficialLanguage title_language(const std::string_view title) {
    const bool accented = std::any_of(title.begin(), title.end(), [](const char character) {
        return static_cast<unsigned char>(character) >= 0x80;
    });
    return normalise::detect_language(title).value_or(
        accented ? OfficialLanguage::french : OfficialLanguage::english
    );
}

Coder::Coder(Model model, std::vector<IndexTitle> index)
    : model_{std::move(model)}, index_{with_own_titles(std::move(index))} {}

std::vector<float> Coder::duty_scores(const std::vector<std::string>& duties) const {
    const std::size_t lines = std::min(duties.size(), duties_max);
    std::vector<float> scores(lines == 0 ? 0 : model_.nocs().size());
    for (std::size_t line = 0; line < lines; ++line) {
        const std::vector<float> more = model_.scores(title_features(duties[line]));
        for (std::size_t at = 0; at < scores.size(); ++at) {
            scores[at] += more[at] / static_cast<float>(lines);
        }
    }
    return scores;
}

std::vector<float> Coder::probabilities(
    std::vector<float> scores, const std::vector<std::string>& duties
) const {
    const std::vector<float> more = duty_scores(duties);
    for (std::size_t at = 0; at < more.size(); ++at) {
        scores[at] += duties_share * more[at];
    }
    Model::to_probabilities(scores);
    return scores;
}

void Coder::add_index(std::vector<float>& chances, const std::string_view title) const {
    const TitleIndex::Nocs& whole = index_.whole(title);
    const TitleIndex::Nocs& named = whole.empty() ? index_.part(title) : whole;
    const std::vector<domain::NocCode>& nocs = model_.nocs();
    const auto at =
        named.size() == 1 ? std::find(nocs.begin(), nocs.end(), named.front()) : nocs.end();
    if (at == nocs.end()) {
        return;
    }
    float& chance = chances[static_cast<std::size_t>(at - nocs.begin())];
    const float odds = index_part_odds * chance;
    const float share =
        whole.empty() ? odds / (1 - chance + odds) : (1 - index_share) * chance + index_share;
    const float others = chance < 1 ? (1 - share) / (1 - chance) : 0;
    for (float& other : chances) {
        other *= others;
    }
    chance = share;
}

Coding Coder::code(const std::string_view title, const std::vector<std::string>& duties) const {
    if (title_words(title).empty()) {
        return {};
    }
    std::vector<float> chances = probabilities(model_.title_scores(title_features(title)), duties);
    add_index(chances, title);
    const std::vector<domain::NocCode>& nocs = model_.nocs();
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto count = static_cast<std::ptrdiff_t>(std::min(shown, order.size()));
    std::partial_sort(
        order.begin(),
        order.begin() + count,
        order.end(),
        [&](const std::size_t left, const std::size_t right) {
            return chances[left] != chances[right] ? chances[left] > chances[right] : left < right;
        }
    );
    Coding coding;
    for (auto at = order.begin(); at != order.begin() + count; ++at) {
        coding.top.push_back({.noc = nocs[*at], .probability = chances[*at]});
    }
    for (std::size_t at = 0; at < chances.size(); ++at) {
        if (nocs[at].teer() == coding.top.front().noc.teer()) {
            coding.teer_certainty += chances[at];
        }
    }
    const bool french = title_language(title) == OfficialLanguage::french;
    const float threshold = french ? model_.thresholds().french : model_.thresholds().english;
    coding.abstained = coding.teer_certainty < threshold ||
                       coding.top.front().probability < answer_probability_min;
    return coding;
}

std::optional<Suggestion> Coder::likeliest(
    const TitleIndex::Nocs& choices, const std::vector<float>& chances
) const {
    std::optional<Suggestion> best;
    float sum = 0;
    for (std::size_t at = 0; at < chances.size(); ++at) {
        if (std::find(choices.begin(), choices.end(), model_.nocs()[at]) != choices.end()) {
            sum += chances[at];
            if (!best || chances[at] > best->probability) {
                best = {.noc = model_.nocs()[at], .probability = chances[at]};
            }
        }
    }
    if (best && sum > 0) {
        best->probability /= sum;
    }
    return best;
}

std::optional<Suggestion> Coder::choose(
    const std::vector<domain::NocCode>& choices,
    const std::string_view title,
    const std::vector<std::string>& duties
) const {
    if (const TitleIndex::Nocs named = among(choices, index_.whole(title)); named.size() == 1) {
        return Suggestion{.noc = named.front(), .probability = index_share};
    }
    if (const TitleIndex::Nocs told_apart = among(choices, index_.with_qualifier(title));
        told_apart.size() > 1 && !duties.empty()) {
        std::vector<float> by_duties = duty_scores(duties);
        Model::to_probabilities(by_duties);
        const auto choice = likeliest(told_apart, by_duties);
        if (choice && choice->probability >= duties_choice_min) {
            return choice;
        }
    }
    // Without the titles near it: far down the list, one chance title decides what they say.
    return likeliest(choices, probabilities(model_.scores(title_features(title)), duties));
}

}  // namespace coding
