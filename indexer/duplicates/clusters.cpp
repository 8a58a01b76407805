#include "indexer/duplicates/clusters.hpp"

#include "indexer/duplicates/rules.hpp"
#include "indexer/duplicates/same_job.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace duplicates {
namespace {

using Index = std::uint32_t;
using Indexes = std::vector<Index>;

/// Which advertisements are known to be one job so far.
class Unions {
public:
    explicit Unions(const std::size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), Index{0});
    }

    Index find(Index one) {
        while (parents_[one] != one) {
            parents_[one] = parents_[parents_[one]];
            one = parents_[one];
        }
        return one;
    }

    bool joined(const Index one, const Index other) { return find(one) == find(other); }

    /// The lower index stands for both, so that the order of joining does not matter.
    void join(const Index one, const Index other) {
        const Index root = find(one);
        const Index other_root = find(other);
        parents_[std::max(root, other_root)] = std::min(root, other_root);
    }

private:
    std::vector<Index> parents_;
};

/// Advertisements of one board that are one job: one of them, or reposts over time.
struct Chain {
    Key board = 0;
    Key words = 0;
    Key standard_words = 0;
    Indexes members;
    Crowd crowd = Crowd::some;  ///< On its board.
};

struct Link {
    Alike strength = Alike::no;
    std::size_t one = 0;  ///< Chains of the block.
    std::size_t other = 0;
};

class Clustering {
public:
    explicit Clustering(std::vector<Advertisement> ads)
        : ads_{std::move(ads)}, unions_{ads_.size()} {}

    std::vector<Cluster> result() {
        join_by_key();
        for_each_block([this](const Indexes& block) { join_block(block); });
        return gathered();
    }

private:
    void join_by_key();
    template <class Body>
    void for_each_block(Body body);
    void join_block(const Indexes& block);
    void join_reposts(const Indexes& alike);
    std::vector<Chain> chains_of(const Indexes& block);
    std::vector<Link> links_of(const std::vector<Chain>& chains) const;
    Alike strength_of(const Chain& one, const Chain& other) const;
    bool share_vacancies(const Chain& one, const Chain& other) const;
    std::vector<Link> certain(
        const std::vector<Link>& links, const std::vector<Chain>& chains, Alike strength
    ) const;
    void join_across_boards(const std::vector<Chain>& chains);
    Indexes joined_with(const std::vector<Chain>& chains, Index ad);
    bool may_join(const std::vector<Chain>& chains, const Indexes& one, const Indexes& other) const;
    std::vector<Cluster> gathered();

    std::vector<Advertisement> ads_;
    Unions unions_;
};

/// The same number or link, or the very same bytes: no question.
void Clustering::join_by_key() {
    std::unordered_map<Key, Index> by_ad;
    std::unordered_map<Key, Index> by_raw;
    by_ad.reserve(ads_.size());
    by_raw.reserve(ads_.size());
    for (Index at = 0; at < ads_.size(); ++at) {
        if (ads_[at].ad) {
            unions_.join(by_ad.emplace(*ads_[at].ad, at).first->second, at);
        }
        unions_.join(by_raw.emplace(ads_[at].raw, at).first->second, at);
    }
}

template <class Body>
void Clustering::for_each_block(Body body) {
    Indexes order;
    for (Index at = 0; at < ads_.size(); ++at) {
        if (ads_[at].block) {
            order.push_back(at);
        }
    }
    std::stable_sort(order.begin(), order.end(), [this](const Index one, const Index other) {
        return *ads_[one].block < *ads_[other].block;
    });
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = std::find_if(begin, order.end(), [&](const Index at) {
            return ads_[at].block != ads_[*begin].block;
        });
        if (end - begin > 1) {
            body(Indexes{begin, end});
        }
        begin = end;
    }
}

void Clustering::join_block(const Indexes& block) {
    std::map<Key, std::size_t> on_board;
    for (const Index at : block) {
        ++on_board[ads_[at].board];
    }
    // Those of one board and the same words, by the terms that they state.
    std::map<std::pair<Key, Key>, std::vector<Indexes>> alike;
    for (const Index at : block) {
        auto& groups = alike[{ads_[at].board, ads_[at].words}];
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const Indexes& one) {
            const Crowd crowd = crowd_of(on_board[ads_[at].board]);
            return repeats(ads_[one.front()], ads_[at], crowd);
        });
        if (group != groups.end()) {
            group->push_back(at);
        } else if (groups.size() < rules::alike_max) {
            groups.push_back({at});
        }
    }
    for (const auto& [key, groups] : alike) {
        for (const Indexes& group : groups) {
            join_reposts(group);
        }
    }
    join_across_boards(chains_of(block));
}

/// In the order of their days. Two within the minimum are two openings, and then nobody knows which
/// of them a later one repeats.
void Clustering::join_reposts(const Indexes& alike) {
    Indexes by_day = alike;
    std::stable_sort(by_day.begin(), by_day.end(), [this](const Index one, const Index other) {
        return ads_[one].posted < ads_[other].posted;
    });
    const auto days = [&](const std::size_t at) {
        return (ads_[by_day[at]].posted - ads_[by_day[at - 1]].posted).count();
    };
    for (std::size_t at = 1; at < by_day.size(); ++at) {
        if (days(at) < rules::repost_days_min && !unions_.joined(by_day[at - 1], by_day[at])) {
            return;
        }
    }
    for (std::size_t at = 1; at < by_day.size(); ++at) {
        if (days(at) <= rules::repost_days_max) {
            unions_.join(by_day[at - 1], by_day[at]);
        }
    }
}

std::vector<Chain> Clustering::chains_of(const Indexes& block) {
    std::map<Key, std::size_t> on_board;
    for (const Index at : block) {
        ++on_board[ads_[at].board];
    }
    std::map<std::tuple<Key, Index>, std::size_t> known;  // Board and what it is joined to.
    std::vector<Chain> chains;
    for (const Index at : block) {
        const Advertisement& ad = ads_[at];
        const auto [found, added] =
            known.emplace(std::tuple{ad.board, unions_.find(at)}, chains.size());
        if (added) {
            chains.push_back(
                {.board = ad.board,
                 .words = ad.words,
                 .standard_words = ad.standard_words,
                 .members = {},
                 .crowd = crowd_of(on_board[ad.board])}
            );
        }
        chains[found->second].members.push_back(at);
    }
    return chains;
}

/// That of the closest two; `no` where any two contradict each other.
Alike Clustering::strength_of(const Chain& one, const Chain& other) const {
    Alike strongest = Alike::no;
    for (const Index a : one.members) {
        for (const Index b : other.members) {
            const Crowd crowd = std::max(one.crowd, other.crowd);
            strongest = std::max(strongest, alike_across_boards(ads_[a], ads_[b], crowd));
        }
    }
    return strongest;
}

bool Clustering::share_vacancies(const Chain& one, const Chain& other) const {
    return std::any_of(one.members.begin(), one.members.end(), [&](const Index a) {
        return std::any_of(other.members.begin(), other.members.end(), [&](const Index b) {
            return ads_[a].vacancies == ads_[b].vacancies;
        });
    });
}

std::vector<Link> Clustering::links_of(const std::vector<Chain>& chains) const {
    // Only chains that share the standard title or the words can be alike.
    std::map<Key, std::vector<std::size_t>> by_words;
    for (std::size_t at = 0; at < chains.size(); ++at) {
        by_words[chains[at].words].push_back(at);
        if (chains[at].standard_words != chains[at].words) {
            by_words[chains[at].standard_words].push_back(at);
        }
    }
    std::map<std::pair<std::size_t, std::size_t>, Alike> found;
    for (const auto& [words, group] : by_words) {
        if (group.size() > rules::alike_max) {
            continue;
        }
        for (std::size_t first = 0; first < group.size(); ++first) {
            for (std::size_t second = first + 1; second < group.size(); ++second) {
                const auto [one, other] = std::minmax(group[first], group[second]);
                if (chains[one].board == chains[other].board) {
                    continue;
                }
                if (const Alike strength = strength_of(chains[one], chains[other]);
                    strength != Alike::no) {
                    found[{one, other}] = strength;
                }
            }
        }
    }
    std::vector<Link> links;
    links.reserve(found.size());
    for (const auto& [ends, strength] : found) {
        links.push_back({.strength = strength, .one = ends.first, .other = ends.second});
    }
    return links;
}

/// A chain that is alike to two of one board is not known to be either, and a translated title
/// could be that of any chain with the same standard title there: such links are dropped.
std::vector<Link> Clustering::certain(
    const std::vector<Link>& links, const std::vector<Chain>& chains, const Alike strength
) const {
    std::map<std::pair<Key, Key>, int> under_title;  // Board and standard title -> chains.
    for (const Chain& chain : chains) {
        ++under_title[{chain.board, chain.standard_words}];
    }
    std::map<std::pair<std::size_t, Key>, int> partners;  // Chain and other board -> links.
    for (const Link& link : links) {
        if (link.strength >= strength) {
            ++partners[{link.one, chains[link.other].board}];
            ++partners[{link.other, chains[link.one].board}];
        }
    }
    const auto is_certain = [&](const Link& link) {
        const Chain& one = chains[link.one];
        const Chain& other = chains[link.other];
        const bool only_partner =
            partners[{link.one, other.board}] == 1 && partners[{link.other, one.board}] == 1;
        const bool only_under_title = under_title[{one.board, one.standard_words}] == 1 &&
                                      under_title[{other.board, other.standard_words}] == 1;
        // Of several under one bare title, the number of chairs has to say which.
        const bool own_words = ads_[one.members.front()].own_words > 0;
        const bool told_apart =
            strength == Alike::alike && (own_words || share_vacancies(one, other));
        return only_partner && (only_under_title || told_apart);
    };
    std::vector<Link> result;
    std::copy_if(links.begin(), links.end(), std::back_inserter(result), [&](const Link& link) {
        return link.strength == strength && is_certain(link);
    });
    return result;
}

void Clustering::join_across_boards(const std::vector<Chain>& chains) {
    const std::vector<Link> links = links_of(chains);
    for (const Alike strength : {Alike::alike, Alike::translated}) {
        for (const Link& link : certain(links, chains, strength)) {
            const Index one = chains[link.one].members.front();
            const Index other = chains[link.other].members.front();
            if (may_join(chains, joined_with(chains, one), joined_with(chains, other))) {
                unions_.join(one, other);
            }
        }
    }
}

/// The chains of the block that are one job with the advertisement so far.
Indexes Clustering::joined_with(const std::vector<Chain>& chains, const Index ad) {
    Indexes joined;
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (unions_.joined(chains[at].members.front(), ad)) {
            joined.push_back(static_cast<Index>(at));
        }
    }
    return joined;
}

/// Chains of two clusters: no board twice, and none that states otherwise.
bool Clustering::may_join(
    const std::vector<Chain>& chains, const Indexes& one, const Indexes& other
) const {
    for (const Index a : one) {
        for (const Index b : other) {
            if (chains[a].board == chains[b].board ||
                strength_of(chains[a], chains[b]) == Alike::no) {
                return false;
            }
        }
    }
    return true;
}

std::vector<Cluster> Clustering::gathered() {
    std::unordered_map<Index, Indexes> members;
    for (Index at = 0; at < ads_.size(); ++at) {
        members[unions_.find(at)].push_back(at);
    }
    std::vector<Cluster> clusters;
    for (Index root = 0; root < ads_.size(); ++root) {
        const auto found = members.find(root);
        if (found == members.end() || found->second.size() < 2) {
            continue;
        }
        // Of equals the first by source and id, as the advertisements are ordered.
        const Index canonical = *std::max_element(
            found->second.begin(),
            found->second.end(),
            [this](const Index one, const Index other) {
                return std::tie(ads_[one].last_live, ads_[one].detail) <
                       std::tie(ads_[other].last_live, ads_[other].detail);
            }
        );
        Cluster cluster{.canonical = ads_[canonical].id, .others = {}};
        for (const Index at : found->second) {
            if (at != canonical) {
                cluster.others.push_back(ads_[at].id);
            }
        }
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

}  // namespace

std::vector<Cluster> clusters(std::vector<Advertisement> ads) {
    std::sort(ads.begin(), ads.end(), [](const Advertisement& one, const Advertisement& other) {
        return std::tie(one.source, one.source_id) < std::tie(other.source, other.source_id);
    });
    return Clustering{std::move(ads)}.result();
}

}  // namespace duplicates
