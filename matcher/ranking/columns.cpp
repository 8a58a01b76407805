#include "matcher/ranking/columns.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace ranking {
namespace {

bool by_noc_and_id(const Row& left, const Row& right) {
    return std::tie(left.noc, left.id) < std::tie(right.noc, right.id);
}

void number_places(std::vector<Row>& rows, Places& places) {
    for (Row& row : rows) {
        row.place = places.add({.spot = row.spot, .province = row.province});
    }
}

std::uint16_t provinces_of(const domain::Posting& posting) {
    unsigned provinces = 0;
    for (const domain::Place& place : posting.job_locations) {
        provinces |= 1U << static_cast<unsigned>(place.province);
    }
    return static_cast<std::uint16_t>(provinces);
}

}  // namespace

Row row(const domain::Posting& posting) {
    assert(posting.id != 0 && posting.date_posted && posting.noc);
    assert(!posting.job_locations.empty());
    const fit::PostingTraits traits = fit::traits(posting);
    const auto zero = express_entry::offer_terms(posting).zero;
    const auto flag_if = [](const bool set, const std::uint8_t bit) { return set ? bit : 0; };
    return {
        .id = posting.id,
        .posted_day = domain::days_since_epoch(*posting.date_posted),
        .last_live_day = domain::days_since_epoch(domain::last_live_day(posting)),
        .noc = posting.noc->number(),
        .employer = employer_hash(posting.hiring_organization),
        .hourly_pay = traits.hourly_pay,
        .starts_day = traits.starts_day,
        .spot = traits.spot,
        .provinces = provinces_of(posting),
        .province = static_cast<std::uint8_t>(posting.job_locations.front().province),
        .title_support = traits.title_support,
        .experience_months_asked = traits.experience_months_asked,
        .working_language = static_cast<std::uint8_t>(traits.working_language),
        .licence_asked = static_cast<std::uint8_t>(traits.licence_asked),
        .education_asked = static_cast<std::uint8_t>(
            traits.education_asked ? 1 + static_cast<int>(*traits.education_asked) : 0
        ),
        .offer_zero = static_cast<std::uint8_t>(zero ? 1 + static_cast<int>(*zero) : 0),
        .flags = static_cast<std::uint8_t>(
            flag_if(traits.experience_stated, flag::experience_stated) |
            flag_if(traits.french_likely, flag::french_likely) |
            flag_if(traits.refuses_outside_canada, flag::refuses_outside_canada) |
            flag_if(traits.asks_other_language, flag::asks_other_language) |
            flag_if(traits.remote, flag::remote) | flag_if(traits.short_terms, flag::short_terms) |
            flag_if(traits.equivalent_experience_accepted, flag::equivalent_experience_accepted)
        ),
    };
}

fit::PostingTraits traits(const Row& row) {
    return {
        .noc = domain::NocCode::from_number(row.noc),
        .title_support = row.title_support,
        .experience_months_asked = row.experience_months_asked,
        .experience_stated = (row.flags & flag::experience_stated) != 0,
        .working_language = static_cast<domain::WorkingLanguage>(row.working_language),
        .french_likely = (row.flags & flag::french_likely) != 0,
        .asks_other_language = (row.flags & flag::asks_other_language) != 0,
        .refuses_outside_canada = (row.flags & flag::refuses_outside_canada) != 0,
        .licence_asked = static_cast<domain::Licence>(row.licence_asked),
        .education_asked =
            row.education_asked == 0
                ? std::nullopt
                : std::optional{static_cast<domain::EducationLevel>(row.education_asked - 1)},
        .equivalent_experience_accepted = (row.flags & flag::equivalent_experience_accepted) != 0,
        .province = static_cast<domain::Province>(row.province),
        .spot = row.spot,
        .remote = (row.flags & flag::remote) != 0,
        .hourly_pay = row.hourly_pay,
        .starts_day = row.starts_day,
        .short_terms = (row.flags & flag::short_terms) != 0,
    };
}

std::uint16_t Places::add(const Place& place) {
    const auto bits = [](const auto value, const int shift) {
        return static_cast<std::uint64_t>(static_cast<std::uint16_t>(value)) << shift;
    };
    const std::uint64_t key =
        bits(place.spot.latitude, 0) | bits(place.spot.longitude, 16) | bits(place.province, 32);
    if (numbers_.size() == beyond) {
        const auto found = numbers_.find(key);
        return found == numbers_.end() ? beyond : found->second;
    }
    return numbers_.try_emplace(key, static_cast<std::uint16_t>(numbers_.size())).first->second;
}

Snapshot::Snapshot(std::vector<Row> rows, const std::int64_t revision)
    : Snapshot{std::move(rows), {}, revision} {
    number_places(rows_, places_);
}

Snapshot::Snapshot(std::vector<Row> rows, Places places, const std::int64_t revision)
    : rows_{std::move(rows)}, places_{std::move(places)}, revision_{revision} {
    // A merge of sorted rows comes sorted, so that taking up a change stays linear.
    if (!std::ranges::is_sorted(rows_, by_noc_and_id)) {
        std::ranges::sort(rows_, by_noc_and_id);
    }
    groups_ = group(rows_);
    live_ = count_live(rows_);
    by_id_ = number(rows_);
}

Snapshot Snapshot::with(
    const std::vector<Row>& changed,
    const std::vector<domain::PostingId>& removed,
    const std::int64_t revision
) const {
    // An id may have moved to another NOC, so that its old row is found by id alone.
    std::unordered_set<domain::PostingId> superseded{removed.begin(), removed.end()};
    for (const Row& row : changed) {
        superseded.insert(row.id);
    }
    std::vector<Row> added = changed;
    std::ranges::sort(added, by_noc_and_id);
    Places places = places_;
    number_places(added, places);

    std::vector<Row> merged;
    merged.reserve(rows_.size() + added.size());
    auto next = added.begin();
    for (const Row& row : rows_) {
        if (superseded.contains(row.id)) {
            continue;
        }
        for (; next != added.end() && by_noc_and_id(*next, row); ++next) {
            merged.push_back(*next);
        }
        merged.push_back(row);
    }
    merged.insert(merged.end(), next, added.end());
    return {std::move(merged), std::move(places), revision};
}

std::size_t Snapshot::live_on(const domain::Date day) const {
    const auto next =
        std::ranges::upper_bound(live_, domain::days_since_epoch(day), {}, &LiveFrom::day);
    return next == live_.begin() ? 0 : static_cast<std::size_t>(std::prev(next)->count);
}

std::vector<std::uint32_t> Snapshot::positions_of(const std::span<const domain::PostingId> ids
) const {
    std::vector<std::uint32_t> positions;
    positions.reserve(ids.size());
    for (const domain::PostingId id : ids) {
        const auto number = static_cast<std::size_t>(id);
        if (number < by_id_.size() && by_id_[number] != 0) {
            positions.push_back(by_id_[number] - 1);
        }
    }
    std::ranges::sort(positions);
    return positions;
}

std::vector<std::uint32_t> Snapshot::number(const std::vector<Row>& rows) {
    std::int64_t last = 0;
    for (const Row& row : rows) {
        last = std::max(last, row.id);
    }
    std::vector<std::uint32_t> by_id(static_cast<std::size_t>(last) + 1);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        by_id[static_cast<std::size_t>(rows[at].id)] = static_cast<std::uint32_t>(at + 1);
    }
    return by_id;
}

std::vector<Snapshot::Group> Snapshot::group(const std::vector<Row>& rows) {
    std::vector<Group> groups;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (index == 0 || rows[index].noc != rows[index - 1].noc) {
            groups.push_back(
                {.noc = domain::NocCode::from_number(rows[index].noc),
                 .begin = index,
                 .end = index,
                 .posted_last = rows[index].posted_day}
            );
        }
        Group& group = groups.back();
        group.end = index + 1;
        group.pay_max = std::max(group.pay_max, rows[index].hourly_pay);
        group.posted_last = std::max(group.posted_last, rows[index].posted_day);
    }
    return groups;
}

std::vector<Snapshot::LiveFrom> Snapshot::count_live(const std::vector<Row>& rows) {
    std::unordered_map<std::int32_t, std::int64_t> change_on;
    for (const Row& row : rows) {
        if (row.posted_day <= row.last_live_day) {
            ++change_on[row.posted_day];
            --change_on[row.last_live_day + 1];
        }
    }
    std::vector<LiveFrom> live;
    live.reserve(change_on.size());
    for (const auto& [day, change] : change_on) {
        live.push_back({.day = day, .count = change});
    }
    std::ranges::sort(live, {}, &LiveFrom::day);
    std::int64_t count = 0;
    for (LiveFrom& from : live) {
        count += from.count;
        from.count = count;
    }
    return live;
}

}  // namespace ranking
