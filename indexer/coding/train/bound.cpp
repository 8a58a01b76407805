#include "indexer/coding/train/bound.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace train {
namespace {

constexpr int teers = 6;
constexpr double surest = 0.7;

using Counts = std::array<double, teers>;

/// Postings, and how many of them have the TEER category of most others.
struct Tally {
    double all = 0;
    double right = 0;
};

/// By how sure one may be, the surest last.
using Tallies = std::map<double, Tally>;

/// Each title counts `weight` in all, whatever its postings.
void judge_title(
    const Counts& counts, const double postings, const double weight, Tallies& tallies
) {
    for (std::size_t own = 0; own < counts.size(); ++own) {
        if (counts[own] == 0) {
            continue;
        }
        Counts others = counts;
        others[own] -= 1;
        const auto most = std::max_element(others.begin(), others.end());
        // Where two are as frequent, either may be meant.
        const auto as_frequent =
            static_cast<double>(std::count(others.begin(), others.end(), *most));
        const double share = counts[own] / postings * weight;
        // One other posting that agrees is not as much as ten.
        Tally& tally = tallies[*most / postings];
        tally.all += share;
        tally.right += others[own] == *most ? share / as_frequent : 0;
    }
}

/// Of the surest part; of what is as sure as the last of it, as many as have room.
double share_right(const Tallies& tallies, const double part) {
    double all = 0;
    for (const auto& [certainty, tally] : tallies) {
        all += tally.all;
    }
    double room = part * all;
    double right = 0;
    for (auto at = tallies.rbegin(); at != tallies.rend() && room > 0; ++at) {
        const double taken = std::min(room, at->second.all);
        right += at->second.right * taken / at->second.all;
        room -= taken;
    }
    return 100 * right / (part * all);
}

}  // namespace

std::string bound_by_labels(const std::vector<Example>& examples) {
    std::map<std::uint32_t, Counts> titles;
    for (const Example& example : examples) {
        for (const auto& [noc, share] : example.nocs) {
            if (example.kind == Example::Kind::labelled) {
                titles[example.group].at(static_cast<std::size_t>(noc.teer())) +=
                    std::round(share * static_cast<float>(example.postings));
            }
        }
    }
    Tallies by_posting;
    Tallies by_title;
    std::size_t several = 0;
    double postings_of_all = 0;
    for (const auto& [group, counts] : titles) {
        double postings = 0;
        for (const double count : counts) {
            postings += count;
        }
        if (postings >= 2) {
            ++several;
            postings_of_all += postings;
            judge_title(counts, postings, postings, by_posting);
            judge_title(counts, postings, 1, by_title);
        }
    }
    std::array<char, 512> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "| TEER of the other postings | of all | of the surest 70 %% |\n|---|---|---|\n"
        "| each of %zu titles counts once | %.1f %% | %.1f %% |\n"
        "| each of their %.0f postings | %.1f %% | %.1f %% |\n",
        several,
        share_right(by_title, 1),
        share_right(by_title, surest),
        postings_of_all,
        share_right(by_posting, 1),
        share_right(by_posting, surest)
    );
    return text.data();
}

}  // namespace train
