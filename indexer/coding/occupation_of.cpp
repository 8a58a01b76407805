#include "indexer/coding/occupation_of.hpp"

#include <cmath>

namespace coding {
namespace {

using domain::NocOrigin;

std::string listed(const std::vector<domain::CodedNoc>& coded) {
    std::string text;
    for (const domain::CodedNoc& one : coded) {
        text += (text.empty() ? "" : ", ") + one.noc.to_string() + " " +
                std::to_string((one.permille + 5) / 10) + " %";
    }
    return text;
}

}  // namespace

Occupation occupation_of(
    const domain::Posting& posting, const occupation::Occupations& occupations, const Coder& coder
) {
    const std::string& title = posting.title.empty() ? posting.original_title : posting.title;
    const Coding coding = coder.code(title, posting.duties);
    Occupation result;
    for (const Suggestion& suggestion : coding.top) {
        const long permille = std::lround(suggestion.probability * 1'000);
        result.coded.push_back({.noc = suggestion.noc, .permille = static_cast<int>(permille)});
    }
    if (posting.noc) {
        result.noc = posting.noc;
        result.origin = NocOrigin::stated;
        return result;
    }
    const std::vector<domain::NocCode> became = occupations.all_from_2016(posting.noc_2016);
    if (!became.empty()) {
        const auto choice = coder.choose(became, title, posting.duties);
        if (became.size() == 1) {
            result.noc = became.front();
        } else if (choice && choice->probability >= choice_probability_min) {
            result.noc = choice->noc;
        }
    }
    if (result.noc) {
        result.origin = NocOrigin::concordance;
    } else if (!became.empty()) {
        result.doubt = "NOC 2016 " + posting.noc_2016 +
                       " became several unit groups, and title and duties leave doubt: " +
                       listed(result.coded);
    } else if (!coding.abstained) {
        result.noc = coding.top.front().noc;
        result.origin = NocOrigin::coded;
    } else {
        result.doubt = "no NOC 2021 unit group is stated, and title and duties leave doubt";
        result.doubt += result.coded.empty() ? "" : ": " + listed(result.coded);
    }
    return result;
}

}  // namespace coding
