// What the candidate would like: place, pay, remote work, day of beginning. A wish that is not
// stated is met by everything; that a job can be lived by is wished for by everybody.

#include "matcher/domain/distance.hpp"
#include "matcher/fit/fit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace fit {
namespace {

std::int16_t hundredths(const double degrees) {
    return static_cast<std::int16_t>(std::lround(degrees * 100));
}

domain::Coordinates coordinates(const Spot spot) {
    return {.latitude = spot.latitude / 100.0, .longitude = spot.longitude / 100.0};
}

/// Whether the wish, given up, would be met by the posting.
bool is_missed(const Reason reason) {
    switch (reason) {
        case Reason::place_far:
        case Reason::place_in_province:
        case Reason::province_far:
        case Reason::place_elsewhere:
        case Reason::pay_nearly_met:
        case Reason::pay_short:
        case Reason::remote_not_as_wished:
        case Reason::start_too_early:
            return true;
        default:
            return false;
    }
}

int percent_of(const int max, const int percent) { return max * percent / 100; }

}  // namespace

Spot spot(const std::optional<domain::Coordinates>& coordinates) {
    if (!coordinates) {
        return {};
    }
    return {
        .latitude = hundredths(coordinates->latitude),
        .longitude = hundredths(coordinates->longitude),
    };
}

int distance_km(const Spot left, const Spot right) {
    assert(left.is_known() && right.is_known());
    return static_cast<int>(
        std::lround(domain::kilometres_between(coordinates(left), coordinates(right)))
    );
}

std::optional<int> CandidateTraits::distance_km(const Spot spot) const {
    if (!spot.is_known()) {
        return std::nullopt;
    }
    std::optional<int> nearest;
    for (const WishedPlace& place : places_) {
        const int distance = fit::distance_km(place.spot, spot);
        nearest = std::min(nearest.value_or(distance), distance);
    }
    return nearest;
}

/// By the distance alone.
CandidateTraits::Graded CandidateTraits::near(const Spot spot) const {
    const Weights::Place& weights = model_->weights.place;
    const std::optional<int> distance = distance_km(spot);
    if (!distance) {
        return {0, Reason::place_elsewhere};
    }
    const std::int64_t within = wishes_.within_km.value_or(weights.within_km);
    // Rounded up, so that a kilometre more than accepted is not within it.
    const std::int64_t percent = (*distance * std::int64_t{100} + within - 1) / within;
    const auto next =
        std::ranges::upper_bound(weights.steps, percent, {}, &DistanceStep::from_percent);
    return {
        percent_of(weights.max, std::prev(next)->percent),
        percent <= 100 ? Reason::place_near : Reason::place_far};
}

CandidateTraits::Graded CandidateTraits::place(const PostingTraits& posting) const {
    const Weights::Place& weights = model_->weights.place;
    if (places_.empty() && wishes_.provinces.empty()) {
        return {weights.max, Reason::place_not_wished};
    }
    if (posting.remote && wishes_.remote != false) {
        return {weights.max, Reason::place_anywhere};
    }
    const bool has_place =
        std::ranges::find(places_, posting.province, &WishedPlace::province) != places_.end();
    const bool wished =
        std::ranges::find(wishes_.provinces, posting.province) != wishes_.provinces.end();
    // Who comes from abroad moves anyway: a place narrows the wish for its own province, and for no
    // other. Who lives in Canada lives by the places that they name.
    if (wished && !has_place && (abroad_ || places_.empty())) {
        return {weights.max, Reason::province_wished};
    }
    Graded best{percent_of(weights.max, weights.elsewhere), Reason::place_elsewhere};
    if (has_place) {
        const int percent = abroad_ ? weights.same_province_from_abroad : weights.same_province;
        best = {percent_of(weights.max, percent), Reason::place_in_province};
    } else if (wished) {
        best = {percent_of(weights.max, weights.other_province), Reason::province_far};
    }
    const Graded by_distance = near(posting.spot);
    const bool is_better = by_distance.points > best.points ||
                           (by_distance.points == best.points && by_distance.points > 0);
    return is_better ? by_distance : best;
}

CandidateTraits::Graded CandidateTraits::pay(const std::int32_t hourly_pay) const {
    const Weights::Pay& weights = model_->weights.pay;
    if (!wishes_.hourly_pay_min) {
        return {weights.max, Reason::pay_not_wished};
    }
    if (hourly_pay == 0) {
        return {percent_of(weights.max, weights.not_stated_percent), Reason::pay_not_stated};
    }
    if (hourly_pay >= *wishes_.hourly_pay_min) {
        return {weights.max, Reason::pay_met};
    }
    if (domain::Cents{hourly_pay} * 100 >= *wishes_.hourly_pay_min * weights.short_from_percent) {
        return {percent_of(weights.max, weights.short_percent), Reason::pay_nearly_met};
    }
    return {0, Reason::pay_short};
}

CandidateTraits::Graded CandidateTraits::remote(const bool remote) const {
    const int max = model_->weights.remote.max;
    if (!wishes_.remote) {
        return {max, Reason::remote_not_wished};
    }
    return *wishes_.remote == remote ? Graded{max, Reason::remote_as_wished}
                                     : Graded{0, Reason::remote_not_as_wished};
}

CandidateTraits::Graded CandidateTraits::start(const std::int32_t starts_day) const {
    const int max = model_->weights.start.max;
    if (!wishes_.available_from) {
        return {max, Reason::start_not_wished};
    }
    if (starts_day == 0) {
        return {max, Reason::start_not_stated};
    }
    return starts_day >= domain::days_since_epoch(*wishes_.available_from)
               ? Graded{max, Reason::start_late_enough}
               : Graded{0, Reason::start_too_early};
}

int CandidateTraits::place_points(const PostingTraits& posting) const {
    return place(posting).points;
}

int CandidateTraits::pay_points(const std::int32_t hourly_pay) const {
    return pay(hourly_pay).points;
}

int CandidateTraits::remote_points(const bool is_remote) const { return remote(is_remote).points; }

int CandidateTraits::start_points(const std::int32_t starts_day) const {
    return start(starts_day).points;
}

int CandidateTraits::terms_points(const bool short_terms) const {
    const Weights::Terms& weights = model_->weights.terms;
    return short_terms ? weights.short_terms : weights.max;
}

Part CandidateTraits::terms_part(const bool short_terms) const {
    return {
        .kind = PartKind::terms,
        .points = terms_points(short_terms),
        .max = model_->weights.terms.max,
        .attainable = terms_points(short_terms),
        .reason = short_terms ? Reason::terms_short : Reason::terms_lasting,
    };
}

Part CandidateTraits::place_part(const PostingTraits& posting) const {
    const auto [points, reason] = place(posting);
    return {
        .kind = PartKind::place,
        .points = points,
        .max = model_->weights.place.max,
        .attainable = is_missed(reason) ? model_->weights.place.max : points,
        .reason = reason,
        .distance_km = distance_km(posting.spot),
    };
}

Part CandidateTraits::pay_part(const std::int32_t hourly_pay) const {
    const auto [points, reason] = pay(hourly_pay);
    return {
        .kind = PartKind::pay,
        .points = points,
        .max = model_->weights.pay.max,
        .attainable = is_missed(reason) ? model_->weights.pay.max : points,
        .reason = reason,
        .pay_asked = wishes_.hourly_pay_min,
        .pay_offered = hourly_pay == 0 ? std::nullopt : std::optional<domain::Cents>{hourly_pay},
    };
}

Part CandidateTraits::remote_part(const bool is_remote) const {
    const auto [points, reason] = remote(is_remote);
    return {
        .kind = PartKind::remote,
        .points = points,
        .max = model_->weights.remote.max,
        .attainable = is_missed(reason) ? model_->weights.remote.max : points,
        .reason = reason,
    };
}

Part CandidateTraits::start_part(const std::int32_t starts_day) const {
    const auto [points, reason] = start(starts_day);
    return {
        .kind = PartKind::start,
        .points = points,
        .max = model_->weights.start.max,
        .attainable = is_missed(reason) ? model_->weights.start.max : points,
        .reason = reason,
        .starts_on =
            starts_day == 0 ? std::nullopt : std::optional{domain::date_from_days(starts_day)},
        .available_from = wishes_.available_from,
    };
}

}  // namespace fit
