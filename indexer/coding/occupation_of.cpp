#include "indexer/coding/occupation_of.hpp"

#include "indexer/coding/title_words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace coding {
namespace {

using domain::NocCode;
using domain::NocOrigin;

/// From here on what part of a title says is an answer: of 18 real titles that leave doubt as a
/// whole, read by eye, 15 then had their TEER category, without the index of titles.
constexpr float part_probability_min = 0.6F;

/// Of the whole title, or where that leaves doubt of the part that leaves none: `Frontend Developer
/// (Video Player)`. One word of the work is too few: `Manager - ...`, `Summer Intern - ...`. Beside
/// a slogan stands a whole title.
Coding coding_of(const domain::Posting& posting, const Coder& coder) {
    const std::string& title = domain::called(posting);
    Coding coding = coder.code(title, posting.duties);
    if (!coding.abstained || posting.noc || !posting.noc_2016.empty()) {
        return coding;
    }
    if (const std::string_view rest = without_slogan(title); rest.size() < title.size()) {
        Coding of_rest = coder.code(rest, posting.duties);
        if (!of_rest.abstained) {
            return of_rest;
        }
    }
    for (const std::string& part : title_parts(title)) {
        const std::vector<std::string> words = singular_words(part);
        if (std::ranges::count_if(words, std::not_fn(is_offer_word)) < 2) {
            continue;
        }
        Coding of_part = coder.code(part, posting.duties);
        if (!of_part.abstained && of_part.top.front().probability >= part_probability_min) {
            return of_part;
        }
    }
    return coding;
}

/// Of what an older code became, where title and duties leave doubt: the likeliest if all are of
/// one TEER category, for that is what our own answers are sure of too; else the one that the code
/// goes on as. Neither unless it is among the first that title and duties speak for.
std::optional<NocCode> in_doubt(
    const std::vector<NocCode>& became,
    const std::optional<NocCode> continued,
    const std::optional<Suggestion>& likeliest,
    const std::vector<Suggestion>& top
) {
    if (!likeliest) {
        return std::nullopt;
    }
    const bool one_teer = std::ranges::all_of(became, [&](const NocCode noc) {
        return noc.teer() == became.front().teer();
    });
    const std::optional<NocCode> taken = one_teer ? std::optional{likeliest->noc} : continued;
    const bool is_near = taken && std::ranges::find(top, *taken, &Suggestion::noc) != top.end();
    return is_near ? taken : std::nullopt;
}

}  // namespace

Occupation occupation_of(
    const domain::Posting& posting, const occupation::Occupations& occupations, const Coder& coder
) {
    const Coding coding = coding_of(posting, coder);
    Occupation result;
    for (const Suggestion& suggestion : coding.top) {
        const long permille = std::lround(suggestion.probability * 1'000);
        result.coded.push_back({.noc = suggestion.noc, .permille = static_cast<int>(permille)});
    }
    if (posting.noc) {
        result.noc = posting.noc;
        result.origin = posting.noc_origin;
        return result;
    }
    const std::vector<NocCode> became = occupations.all_from_2016(posting.noc_2016);
    // A source that replaces titles takes those of the code that it states.
    const std::string& beside_code = posting.title.empty() ? posting.original_title : posting.title;
    const auto choice = coder.choose(became, beside_code, posting.duties);
    if (choice && choice->probability >= choice_probability_min) {
        result.noc = choice->noc;
    } else if (!coding.top.empty() && coding.top.front().probability >= own_title_probability_min) {
        const auto own = std::find(became.begin(), became.end(), coding.top.front().noc);
        result.noc = own == became.end() ? std::nullopt : std::optional{*own};
    }
    if (!result.noc) {
        result.noc =
            in_doubt(became, occupations.continued_from_2016(posting.noc_2016), choice, coding.top);
    }
    if (result.noc) {
        result.origin = NocOrigin::concordance;
    } else if (!became.empty()) {
        result.doubt = "NOC 2016 " + posting.noc_2016 +
                       " became several unit groups, and title and duties leave doubt";
    } else if (!coding.abstained) {
        result.noc = coding.top.front().noc;
        result.origin = NocOrigin::coded;
    } else {
        result.doubt = "no NOC 2021 unit group is stated, and title and duties leave doubt";
    }
    return result;
}

}  // namespace coding
