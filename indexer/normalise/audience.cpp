#include "indexer/normalise/audience.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/quote.hpp"
#include "indexer/normalise/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace normalise {
namespace {

constexpr auto open_to_all = std::to_array<std::string_view>(
    {"with or without a valid canadian work permit",
     "avec ou sans permis de travail canadien valide"}
);
constexpr auto about_authorisation = std::to_array<std::string_view>(
    {"not currently authorized to work in canada",
     "not authorized to work in canada",
     "not legally authorized to work in canada",
     "not legally entitled to work in canada",
     "pas actuellement autorise a travailler au canada",
     "pas autorise a travailler au canada",
     "pas legalement autorise a travailler au canada",
     "pas actuellement autorisee a travailler au canada",
     "pas actuellement autorise(e) a travailler au canada"}
);
constexpr auto refusals = std::to_array<std::string_view>(
    {"will not consider",
     "will not be considered",
     "not be considered",
     "do not apply",
     "will not respond",
     "ne considerera pas",
     "ne tiendra pas compte",
     "n'examinera pas",
     "ne prendra pas",
     "ne sera pas prise",
     "ne sera pas consideree",
     "ne sera pas retenue",
     "ne postulez pas",
     "n'envoyez pas"}
);
constexpr auto only_residents = std::to_array<std::string_view>(
    {"canadian citizens and permanent or temporary residents",
     "citoyens canadiens et residents permanents ou temporaires"}
);

/// Whom a part of the text speaks of, and what it says of them.
struct Said {
    bool unauthorised = false;
    bool refused = false;
    bool residents_only = false;
    bool shuts_out() const { return (unauthorised && refused) || residents_only; }
};

Said said(const std::string_view text) {
    const std::string folded = fold(text);
    if (says_any(folded, open_to_all)) {
        return {};
    }
    return {
        .unauthorised = says_any(folded, about_authorisation),
        .refused = says_any(folded, refusals),
        .residents_only = says_any(folded, only_residents)};
}

/// The least that shuts out: a sentence, else from the one that names people to the one that
/// refuses them or the other way about, else all.
std::string_view refusal_in(const std::string_view text) {
    std::size_t unauthorised = std::string_view::npos;
    std::size_t refused = std::string_view::npos;
    const std::vector<std::string_view> sentences = sentences_of(text);
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const Said here = said(sentences[index]);
        if (here.shuts_out()) {
            return sentences[index];
        }
        unauthorised = here.unauthorised ? std::min(unauthorised, index) : unauthorised;
        refused = here.refused ? std::min(refused, index) : refused;
    }
    if (unauthorised == std::string_view::npos || refused == std::string_view::npos) {
        return text;
    }
    const std::string_view first = sentences[std::min(unauthorised, refused)];
    const std::string_view last = sentences[std::max(unauthorised, refused)];
    const auto begin = static_cast<std::size_t>(first.data() - text.data());
    return text.substr(begin, static_cast<std::size_t>(last.data() - first.data()) + last.size());
}

}  // namespace

std::string refusal_quote(const std::string_view audience) {
    const std::string text = clean(audience);
    if (!said(text).shuts_out()) {
        return {};
    }
    const std::string refusal = clean(refusal_in(text));
    return quote_around(refusal, std::min(refusal.find("anada"), refusal.size()));
}

}  // namespace normalise
