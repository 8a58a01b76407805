#include "indexer/coding/coder.hpp"

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

/// How often the index is right about a posting's title that stands in it: 871 of 958 labelled
/// titles.
constexpr float index_share = 0.9F;

}  // namespace

OfficialLanguage title_language(const std::string_view title) {
    const bool accented = std::any_of(title.begin(), title.end(), [](const char character) {
        return static_cast<unsigned char>(character) >= 0x80;
    });
    return normalise::detect_language(title).value_or(
        accented ? OfficialLanguage::french : OfficialLanguage::english
    );
}

Coder::Coder(Model model, const std::vector<IndexTitle>& index) : model_{std::move(model)} {
    for (const IndexTitle& entry : index) {
        for (const std::string& form : gendered_forms(entry.title)) {
            const auto [known, is_new] = index_.try_emplace(spaced(title_words(form)), entry.noc);
            if (!is_new && known->second != entry.noc) {
                known->second.reset();
            }
        }
    }
}

std::vector<float> Coder::probabilities(
    std::vector<float> chances, const std::string_view title, const std::vector<std::string>& duties
) const {
    const std::size_t lines = std::min(duties.size(), duties_max);
    for (std::size_t line = 0; line < lines; ++line) {
        const std::vector<float> more = model_.scores(title_features(duties[line]));
        for (std::size_t at = 0; at < chances.size(); ++at) {
            chances[at] += more[at] * duties_share / static_cast<float>(lines);
        }
    }
    Model::to_probabilities(chances);
    if (index_.empty()) {
        return chances;
    }
    const auto known = index_.find(spaced(title_words(title)));
    if (known != index_.end() && known->second) {
        for (std::size_t at = 0; at < chances.size(); ++at) {
            const bool named = model_.nocs()[at] == *known->second;
            chances[at] = (1 - index_share) * chances[at] + (named ? index_share : 0);
        }
    }
    return chances;
}

Coding Coder::code(const std::string_view title, const std::vector<std::string>& duties) const {
    if (title_words(title).empty()) {
        return {};
    }
    const std::vector<float> chances =
        probabilities(model_.title_scores(title_features(title)), title, duties);
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

std::optional<Suggestion> Coder::choose(
    const std::vector<domain::NocCode>& choices,
    const std::string_view title,
    const std::vector<std::string>& duties
) const {
    // Without the titles near it: far down the list, one chance title decides what they say.
    const std::vector<float> chances =
        probabilities(model_.scores(title_features(title)), title, duties);
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

}  // namespace coding
