#include "matcher/ranking/top_k.hpp"

#include "matcher/ranking/excluded.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace ranking {
namespace {

using domain::Licence;
using domain::NocCode;
using domain::WorkingLanguage;

constexpr std::size_t working_languages = static_cast<std::size_t>(WorkingLanguage::bilingual) + 1;
constexpr std::size_t licences = static_cast<std::size_t>(Licence::other_regulated) + 1;

std::size_t live_rows(const Snapshot& snapshot, const Excluded& excluded, const domain::Date day) {
    if (excluded.none()) {
        return snapshot.live_on(day);
    }
    return static_cast<std::size_t>(std::ranges::count_if(snapshot.rows(), [&](const Row& row) {
        return is_live(row, day) && !excluded.has(row);
    }));
}

/// The candidate's points for the rows of one NOC, as look-ups: within a NOC they depend on the
/// months asked and on the language alone, so that each is worked out once.
class GroupFit {
public:
    GroupFit(const fit::CandidateTraits& candidate, const NocCode noc)
        : candidate_{candidate}, occupation_{candidate.occupation_points(noc)} {
        experience_.fill(unknown);
        language_.fill(unknown);
    }

    int fit(const Row& row) {
        const bool stated = (row.flags & flag::experience_stated) != 0;
        const bool french_likely = (row.flags & flag::french_likely) != 0;
        int& experience = experience_[stated ? 1U + row.experience_months_asked : 0U];
        int& language = language_[2U * row.working_language + (french_likely ? 1U : 0U)];
        if (experience == unknown) {
            experience = candidate_.experience_points(traits(row));
        }
        if (language == unknown) {
            language = candidate_.language_points(traits(row));
        }
        return occupation_ + experience + language;
    }

private:
    static constexpr int unknown = -1;

    const fit::CandidateTraits& candidate_;
    int occupation_;
    std::array<int, 1 + 256> experience_{};
    std::array<int, 2 * working_languages> language_{};
};

/// The most that any posting of a NOC can fit, whatever it asks and in whatever language.
class FitBound {
public:
    explicit FitBound(const fit::CandidateTraits& candidate) : candidate_{candidate} {
        for (std::size_t teer = 0; teer < language_.size(); ++teer) {
            language_[teer] = best_language(static_cast<int>(teer));
        }
    }

    int of(const NocCode noc) const {
        return candidate_.occupation_points(noc) + best_experience(noc) +
               language_[static_cast<std::size_t>(noc.teer())];
    }

private:
    /// The level expected, and so the points, depend on the TEER of the posting. A likely language
    /// never counts for more than the same language stated.
    int best_language(const int teer) const {
        fit::PostingTraits posting{.noc = NocCode::from_number(1'000 * teer)};
        int best = 0;
        for (std::size_t index = 0; index < working_languages; ++index) {
            posting.working_language = static_cast<WorkingLanguage>(index);
            best = std::max(best, candidate_.language_points(posting));
        }
        return best;
    }

    /// Nothing stated, nothing asked, or the least that can be asked.
    int best_experience(const NocCode noc) const {
        fit::PostingTraits posting{.noc = noc};
        int best = candidate_.experience_points(posting);
        posting.experience_stated = true;
        for (const std::uint8_t months : {std::uint8_t{0}, std::uint8_t{1}}) {
            posting.experience_months_asked = months;
            best = std::max(best, candidate_.experience_points(posting));
        }
        return best;
    }

    const fit::CandidateTraits& candidate_;
    std::array<int, 6> language_{};
};

/// Whether a posting stands after the others, by what it refuses and the licence it asks.
class PlacedAfter {
public:
    explicit PlacedAfter(const fit::CandidateTraits& candidate) {
        for (std::size_t licence = 0; licence < licences; ++licence) {
            for (const bool refuses : {false, true}) {
                const fit::PostingTraits posting{
                    .refuses_outside_canada = refuses,
                    .licence_asked = static_cast<Licence>(licence),
                };
                after_[2 * licence + (refuses ? 1 : 0)] = !candidate.placed_after(posting).empty();
            }
        }
    }

    bool has(const Row& row) const {
        const bool refuses = (row.flags & flag::refuses_outside_canada) != 0;
        return after_[2U * row.licence_asked + (refuses ? 1U : 0U)];
    }

private:
    std::array<bool, 2 * licences> after_{};
};

struct InOrder {
    Order order;
    bool operator()(const Ranked& left, const Ranked& right) const {
        return before(left, right, order);
    }
};

/// The best `count` of what is offered, whatever the order of offering.
class Best {
public:
    Best(const std::size_t count, const Order order) : count_{count}, in_order_{order} {}

    bool would_take(const Ranked& ranked) const {
        return best_.size() < count_ || (count_ > 0 && in_order_(ranked, best_.front()));
    }

    void take(const Ranked& ranked) {
        if (best_.size() == count_) {
            std::ranges::pop_heap(best_, in_order_);
            best_.pop_back();
        }
        best_.push_back(ranked);
        std::ranges::push_heap(best_, in_order_);
    }

    std::vector<Ranked> sorted() && {
        std::ranges::sort_heap(best_, in_order_);
        return std::move(best_);
    }

private:
    std::size_t count_;
    InOrder in_order_;
    std::vector<Ranked> best_;  ///< A heap with the last of the order in front.
};

/// A group and a posting that none of its own stands before.
struct Bounded {
    Snapshot::Group group;
    express_entry::Points points;
    Ranked bound;
};

std::vector<Bounded> bounded_groups(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const LiftByNoc& lift,
    const Order order
) {
    const FitBound fit_bound{candidate};
    std::vector<Bounded> result;
    result.reserve(snapshot.groups().size());
    for (const Snapshot::Group& group : snapshot.groups()) {
        const express_entry::Points points = lift.points(group.noc);
        // Points that are not known stand after a zero, which any row may have for its terms.
        const Ranked bound{
            .id = snapshot.rows()[group.begin].id,
            .fit = fit_bound.of(group.noc),
            .basis_points = points.value_or(0),
            .placed_after = false,
        };
        result.push_back({.group = group, .points = points, .bound = bound});
    }
    std::ranges::sort(result, [&](const Bounded& left, const Bounded& right) {
        return before(left.bound, right.bound, order);
    });
    return result;
}

}  // namespace

express_entry::Points LiftByNoc::points(const NocCode noc) const {
    const express_entry::OfferTerms terms{.noc = noc, .zero = std::nullopt, .conditions = {}};
    // The day decides the status of the rule set, which is not asked for here.
    const domain::Date any_day;
    return express_entry::lift(*basis_, express_entry::LiftRole::basis, any_day, input_, terms)
        .points;
}

express_entry::Points LiftByNoc::points(const Row& row) const {
    return row.offer_zero != 0 ? 0 : points(NocCode::from_number(row.noc));
}

bool before(const Ranked& left, const Ranked& right, const Order order) {
    const auto key = [order](const Ranked& ranked) {
        const int points = ranked.basis_points.value_or(std::numeric_limits<int>::min());
        const bool by_fit = order == Order::fit;
        return std::tuple{
            ranked.placed_after ? 0 : 1,
            by_fit ? ranked.fit : points,
            by_fit ? points : ranked.fit};
    };
    const auto left_key = key(left);
    const auto right_key = key(right);
    return left_key != right_key ? left_key > right_key : left.id < right.id;
}

Ranking top_k(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query
) {
    const Excluded excluded{exclusions};
    const PlacedAfter placed_after{candidate};
    Best best{query.count, query.order};
    Ranking result{.best = {}, .live = live_rows(snapshot, excluded, query.as_of)};

    for (const auto& [group, points, bound] :
         bounded_groups(snapshot, candidate, lift, query.order)) {
        if (!best.would_take(bound)) {
            break;  // Every group from here on is bounded by this bound or a worse one.
        }
        GroupFit group_fit{candidate, group.noc};
        for (std::size_t index = group.begin; index < group.end; ++index) {
            const Row& row = snapshot.rows()[index];
            if (!is_live(row, query.as_of) || excluded.has(row)) {
                continue;
            }
            const Ranked ranked{
                .id = row.id,
                .fit = group_fit.fit(row),
                .basis_points = row.offer_zero != 0 ? express_entry::Points{0} : points,
                .placed_after = placed_after.has(row),
            };
            if (best.would_take(ranked)) {
                best.take(ranked);
            }
        }
        result.rows_scored += group.end - group.begin;
    }
    result.best = std::move(best).sorted();
    return result;
}

}  // namespace ranking
