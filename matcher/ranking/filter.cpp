#include "matcher/ranking/filter.hpp"

#include <algorithm>

namespace ranking {
namespace {

template <class Mask>
bool has_bit(const Mask mask, const unsigned bit) {
    return (mask >> bit & 1U) != 0;
}

bool is_remote(const Row& row) { return (row.flags & flag::remote) != 0; }

unsigned teer_of(const Row& row) {
    return static_cast<unsigned>(domain::NocCode::from_number(row.noc).teer());
}

}  // namespace

Narrowed::Narrowed(const Filter& filter)
    : filter_{filter},
      passes_all_{
          filter.provinces == 0 && filter.teers == 0 && filter.working_languages == 0 &&
          !filter.remote && filter.nocs.empty() && filter.hourly_pay_min == 0 && !filter.among} {
    if (filter.among && !filter.among->empty()) {
        among_.resize(static_cast<std::size_t>(filter.among->back()) + 1);
        for (const domain::PostingId id : *filter.among) {
            among_[static_cast<std::size_t>(id)] = true;
        }
    }
}

bool Narrowed::may_pass(const domain::NocCode noc) const {
    return (filter_.nocs.empty() || std::ranges::find(filter_.nocs, noc) != filter_.nocs.end()) &&
           (filter_.teers == 0 || has_bit(filter_.teers, static_cast<unsigned>(noc.teer())));
}

bool Narrowed::passes_rest(const Row& row) const {
    if (filter_.hourly_pay_min > 0 && row.hourly_pay < filter_.hourly_pay_min) {
        return false;
    }
    const auto id = static_cast<std::size_t>(row.id);
    if (filter_.among && (id >= among_.size() || !among_[id])) {
        return false;
    }
    return filter_.nocs.empty() ||
           std::ranges::find(filter_.nocs, domain::NocCode::from_number(row.noc)) !=
               filter_.nocs.end();
}

std::uint8_t Narrowed::failed_facets(const Row& row) const {
    unsigned failed = 0;
    if (filter_.provinces != 0 && (filter_.provinces & row.provinces) == 0) {
        failed |= Facet::province;
    }
    if (filter_.teers != 0 && !has_bit(filter_.teers, teer_of(row))) {
        failed |= Facet::teer;
    }
    if (filter_.working_languages != 0 &&
        !has_bit(filter_.working_languages, row.working_language)) {
        failed |= Facet::language;
    }
    if (filter_.remote && !is_remote(row)) {
        failed |= Facet::remote;
    }
    return static_cast<std::uint8_t>(failed);
}

void Narrowed::count(const Row& row, FacetCounts& counts) const {
    const std::uint8_t failed = failed_facets(row);
    const auto shows = [&](const Facet own) { return (failed & ~own) == 0; };
    if (shows(Facet::province)) {
        for (std::size_t number = 0; number < counts.provinces.size(); ++number) {
            counts.provinces[number] += has_bit(row.provinces, static_cast<unsigned>(number));
        }
    }
    if (shows(Facet::teer)) {
        ++counts.teers[teer_of(row)];
    }
    if (shows(Facet::language)) {
        ++counts.languages[row.working_language];
    }
    if (shows(Facet::remote) && is_remote(row)) {
        ++counts.remote;
    }
}

}  // namespace ranking
