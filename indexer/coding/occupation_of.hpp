#pragma once

#include "indexer/coding/coder.hpp"
#include "indexer/occupation/occupations.hpp"
#include "matcher/domain/posting.hpp"

#include <optional>
#include <string>
#include <vector>

namespace coding {

/// The occupation of a posting: what is to be used, and what title and duties say beside it.
struct Occupation {
    std::optional<domain::NocCode> noc;
    domain::NocOrigin origin = domain::NocOrigin::unknown;
    std::vector<domain::CodedNoc> coded;  ///< By what the employer calls the job, and duties.
    std::string doubt;                    ///< Where there is no `noc`: why, for a person to read.
};

/// How probable one of the unit groups that a NOC 2016 code became has to be among them.
inline constexpr float choice_probability_min = 0.6F;

/// How probable the employer's own title has to make one of them, among all unit groups, where the
/// source's title leaves doubt.
inline constexpr float own_title_probability_min = 0.9F;

/// What `normalise` found counts: the NOC 2021 code that the source states, or the one unit group
/// that its NOC 2016 code became. Where that became several, the one counts that title and duties
/// clearly speak for; the source's title first, since it came with the code. Where these leave
/// doubt, the likeliest counts if all are of one TEER category, else the one that the code goes on
/// as, unless title and duties say something else. Where neither code is stated, title and duties
/// decide, unless they leave doubt.
Occupation occupation_of(
    const domain::Posting& posting, const occupation::Occupations& occupations, const Coder& coder
);

}  // namespace coding
