#pragma once

#include "tests/quality/systems.hpp"

#include <map>
#include <string>
#include <vector>

namespace quality {

inline constexpr auto our_name = "ours";

/// One candidate, by every system.
struct Asked {
    Case asked;
    Corpus::Judged judged;
    std::map<std::string, Ranking> rankings;  ///< By the name of the system.
    std::map<std::string, Scores> scores;
};

/// The systems in the order of the report, ours first.
const std::vector<std::string>& system_names();

std::vector<Asked> ask_all(const Ours& ours, const Corpus& corpus, std::vector<Case> cases);

/// The figures of one system over some candidates.
struct Figures {
    Estimate ndcg;
    Estimate ndcg_judged;
    Estimate recall;
    Estimate violations;  ///< A candidate.
    Estimate unjudged;
    double violations_sum = 0;
};
Figures figures(const std::vector<const Asked*>& group, const std::string& system);

/// By how much our nDCG is above that of another system, candidate by candidate.
Estimate ahead(const std::vector<const Asked*>& group, const std::string& system);

/// Of several systems the one with the highest nDCG over all.
std::string best_of(const std::vector<const Asked*>& group, const std::vector<std::string>& names);

struct Group {
    std::string name;  ///< `all`, `category 0`, `language fr`
    std::vector<const Asked*> members;
};

/// All, then each broad category, then each language. They point into `all`.
std::vector<Group> groups(const std::vector<Asked>& all);

}  // namespace quality
