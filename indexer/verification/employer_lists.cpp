#include "indexer/verification/employer_lists.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/province.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace verification {
namespace {

// First guesses, kept because they do on tests/verification/employer_match_labels.tsv; LISTS.md has
// the figures.
constexpr int near_min = 82;           ///< Less is another employer's name.
constexpr int runner_up_distance = 5;  ///< Closer than this, either may be meant.
constexpr int same_city_adds = 4;
constexpr int near_max = 99;  ///< 100 is for the very name.

/// Of `1 Wharf Road, St. John's, Newfoundland and Labrador` what stands last.
std::optional<domain::Province> province_of(std::string_view address) {
    while (!address.empty()) {
        const std::size_t comma = address.rfind(',');
        const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
        const std::string_view last = domain::ascii::trimmed(address.substr(begin));
        if (!last.empty()) {
            const auto exact = normalise::province_from(last);
            return exact ? exact : normalise::province_named_in(normalise::fold(last));
        }
        address = address.substr(0, begin == 0 ? 0 : comma);
    }
    return std::nullopt;
}

}  // namespace

void EmployerLists::put(const Kind kind, Entry entry) {
    entries_.at(static_cast<std::size_t>(kind)).push_back(entry);
}

void EmployerLists::add(const LmiaRow& row) {
    const normalise::EmployerName name = normalise::employer_name_from(row.employer);
    if (name.key.empty()) {
        return;  // A name without a letter is nobody's.
    }
    Entry entry;
    entry.list = row.list;
    entry.decision = row.decision;
    entry.province = row.province;
    entry.legal = entry.operating = names_.add(name.key);
    if (!name.operating_key.empty()) {
        entry.operating = names_.add(name.operating_key);
    }
    entry.operating_differs = entry.operating != entry.legal;
    entry.employer = texts_.add(row.employer);
    entry.address = texts_.add(row.address);
    entry.folded_address = texts_.add(normalise::fold_name(row.address));
    entry.postal_code = texts_.add(row.postal_code);
    entry.occupation = texts_.add(row.occupation);
    entry.period = texts_.add(row.period);
    entry.positions = row.positions;
    put(Kind::lmia, entry);
}

void EmployerLists::add(const NonCompliantRow& row) {
    const std::string operating = normalise::employer_name_from(row.operating_name).key;
    const std::string legal = normalise::employer_name_from(row.legal_name).key;
    if (operating.empty() && legal.empty()) {
        return;
    }
    Entry entry;
    entry.list = row.list;
    entry.status = row.status;
    entry.province = province_of(row.address);
    entry.legal = names_.add(legal.empty() ? operating : legal);
    entry.operating = names_.add(operating.empty() ? legal : operating);
    entry.operating_differs = entry.operating != entry.legal;
    entry.employer = texts_.add(row.operating_name);
    entry.legal_name = texts_.add(row.legal_name);
    entry.address = texts_.add(row.address);
    entry.folded_address = texts_.add(normalise::fold_name(row.address));
    entry.penalty = texts_.add(row.penalty);
    entry.decided = texts_.add(row.decided);
    entry.status_as_published = texts_.add(row.status_as_published);
    entry.decided_on = row.decided_on;
    entry.banned_until = row.banned_until;
    put(Kind::non_compliant, entry);
}

void EmployerLists::add(const DesignatedRow& row) {
    const normalise::EmployerName name = normalise::employer_name_from(row.employer);
    if (name.key.empty()) {
        return;
    }
    Entry entry;
    entry.list = row.list;
    entry.province = row.province;
    entry.legal = entry.operating = names_.add(name.key);
    if (!name.operating_key.empty()) {
        entry.operating = names_.add(name.operating_key);
    }
    entry.operating_differs = entry.operating != entry.legal;
    entry.employer = texts_.add(row.employer);
    entry.address = texts_.add(row.location);
    entry.folded_address = texts_.add(normalise::fold_name(row.location));
    put(Kind::designated, entry);
}

void EmployerLists::add(const CommunityRow& row) {
    communities_.push_back(
        {.list = row.list,
         .pilot = texts_.add(row.pilot),
         .community = texts_.add(row.community),
         .folded = texts_.add(normalise::fold_name(row.community)),
         .province = row.province}
    );
}

void EmployerLists::finish() {
    names_.finish();
    std::vector<std::pair<NameId, NameId>> owners;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        const std::vector<Entry>& entries = entries_.at(kind);
        std::vector<std::pair<NameId, std::uint32_t>> names;
        names.reserve(entries.size());
        for (std::uint32_t at = 0; at < entries.size(); ++at) {
            const Entry& entry = entries[at];
            names.emplace_back(entry.legal, at);
            owners.emplace_back(entry.legal, entry.legal);
            if (entry.operating_differs) {
                names.emplace_back(entry.operating, at);
                owners.emplace_back(entry.operating, entry.legal);
            }
        }
        std::sort(names.begin(), names.end());
        begin_.at(kind).assign(names_.size() + 1, 0);
        under_.at(kind).clear();
        for (const auto& [name, at] : names) {
            ++begin_.at(kind)[name + 1];
            under_.at(kind).push_back(at);
        }
        for (std::size_t name = 0; name < names_.size(); ++name) {
            begin_.at(kind)[name + 1] += begin_.at(kind)[name];
        }
    }
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    owners_.assign(names_.size(), 0);
    for (const auto& [name, owner] : owners) {
        std::uint16_t& count = owners_[name];
        count = static_cast<std::uint16_t>(
            std::min<int>(count + 1, std::numeric_limits<std::uint16_t>::max())
        );
    }
}

std::span<const std::uint32_t> EmployerLists::under(const Kind kind, const NameId name) const {
    const auto at = static_cast<std::size_t>(kind);
    if (name == none) {
        return {};
    }
    const std::uint32_t begin = begin_.at(at)[name];
    return std::span{under_.at(at)}.subspan(begin, begin_.at(at)[name + 1] - begin);
}

std::size_t EmployerLists::owners(const NameId name) const {
    return name == none ? 0 : owners_[name];
}

EmployerLists::Place EmployerLists::compare(
    const Entry& entry, const std::span<const domain::Place> places
) const {
    if (places.empty() || !entry.province) {
        return Place::not_stated;
    }
    Place best = Place::other_province;
    const std::string_view address = texts_.at(entry.folded_address);
    const std::string_view postal_code = texts_.at(entry.postal_code);
    for (const domain::Place& place : places) {
        if (place.province != *entry.province) {
            continue;
        }
        if (!postal_code.empty() && place.postal_code == postal_code) {
            return Place::city;
        }
        const std::string& name = domain::name_in_province(place);
        if (name.empty() || address.empty()) {
            best = std::max(best, Place::province);
        } else if (normalise::says(address, normalise::fold_name(name))) {
            return Place::city;
        } else {
            best = std::max(best, place.city.empty() ? Place::province : Place::other_city);
        }
    }
    return best;
}

int EmployerLists::score_with_places(
    const NameId name, const int score, const std::span<const domain::Place> places
) const {
    constexpr std::size_t entries_looked_at_max = 16;
    Place best = Place::other_province;
    bool any = false;
    for (std::size_t kind = 0; kind < kinds && best != Place::city; ++kind) {
        const auto entries = under(static_cast<Kind>(kind), name);
        for (const std::uint32_t at :
             entries.first(std::min(entries.size(), entries_looked_at_max))) {
            best = std::max(best, compare(entries_.at(kind)[at], places));
            any = true;
        }
    }
    if (!any || best == Place::other_province) {
        return 0;  // A name that is only alike proves nothing in another province.
    }
    return std::min(near_max, best == Place::city ? score + same_city_adds : score);
}

bool EmployerLists::same_employer(const NameId left, const NameId right) const {
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        for (const std::uint32_t at : under(static_cast<Kind>(kind), left)) {
            const Entry& entry = entries_.at(kind)[at];
            if (entry.legal == right || entry.operating == right) {
                return true;
            }
        }
    }
    return false;
}

EmployerMatch EmployerLists::match(
    const std::string_view legal_key,
    const std::string_view operating_key,
    const std::span<const domain::Place> places
) const {
    EmployerMatch match;
    match.legal = legal_key.empty() ? none : names_.find(legal_key);
    match.operating = operating_key.empty() ? none : names_.find(operating_key);
    match.two_names = !legal_key.empty() && !operating_key.empty();
    if (match.found()) {
        match.common = names_.is_common(match.legal != none ? legal_key : operating_key);
        return match;
    }
    auto alike = names_.alike(legal_key, near_min - same_city_adds);
    if (alike.count == 0) {
        alike = names_.alike(operating_key, near_min - same_city_adds);
    }
    for (const EmployerNames::Alike& one : alike.all()) {
        const int score = score_with_places(one.id, one.score, places);
        if (score > match.score) {
            if (match.near != none && !same_employer(match.near, one.id)) {
                match.runner_up = match.near;
                match.runner_up_score = match.score;
            }
            match.near = one.id;
            match.score = score;
        } else if (score > match.runner_up_score && !same_employer(match.near, one.id)) {
            match.runner_up = one.id;
            match.runner_up_score = score;
        }
    }
    if (match.score < near_min) {
        return {};
    }
    match.ambiguous =
        match.runner_up != none && match.runner_up_score > match.score - runner_up_distance;
    match.common = names_.is_common(names_.key(match.near));
    return match;
}

}  // namespace verification
