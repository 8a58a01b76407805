#include "indexer/coding/occupation_of.hpp"

#include <algorithm>
#include <cmath>

namespace coding {
namespace {

using domain::NocOrigin;

}  // namespace

Occupation occupation_of(
    const domain::Posting& posting, const occupation::Occupations& occupations, const Coder& coder
) {
    const Coding coding = coder.code(domain::called(posting), posting.duties);
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
    const std::vector<domain::NocCode> became = occupations.all_from_2016(posting.noc_2016);
    // A source that replaces titles takes those of the code that it states.
    const std::string& beside_code = posting.title.empty() ? posting.original_title : posting.title;
    const auto choice = coder.choose(became, beside_code, posting.duties);
    if (choice && choice->probability >= choice_probability_min) {
        result.noc = choice->noc;
    } else if (!coding.top.empty() && coding.top.front().probability >= own_title_probability_min) {
        const auto own = std::find(became.begin(), became.end(), coding.top.front().noc);
        result.noc = own == became.end() ? std::nullopt : std::optional{*own};
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
