#include "indexer/verification/wage_table.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/province.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <tuple>

namespace verification {
namespace {

constexpr domain::Cents hours_of_a_year = 2'080;

/// A city most of whose postings lie elsewhere says nothing of its region.
constexpr double share_min = 0.8;

/// `Lower Mainland–Southwest Region` and `Lower Mainland--Southwest` are one.
std::string region_name(const std::string_view published) {
    constexpr std::string_view region = " region";
    std::string name = normalise::fold_name(published);
    if (name.ends_with(region)) {
        name.resize(name.size() - region.size());
    }
    return name;
}

std::string area_name(const domain::Province province, const std::string_view region) {
    return std::string{domain::code(province)}.append(" ").append(region);
}

std::optional<int> number_of(const std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    return error == std::errc{} && end == digits.end() ? std::optional{number} : std::nullopt;
}

/// Codes of NOC 2016 stand below zero: `0011` is -1,0011.
int code_of_2016(const int number) { return -10'000 - number; }

}  // namespace

void WageTable::add(const WageRow& row) {
    const auto number = number_of(row.noc);
    const bool is_2021 = row.edition == "2021" && row.noc.size() == 5;
    const bool is_2016 = row.edition == "2011/2016" && row.noc.size() == 4;
    if (!number || row.median <= 0 || (!is_2021 && !is_2016)) {
        return;
    }
    Wage wage{
        .noc = is_2021 ? *number : code_of_2016(*number),
        .hourly = row.yearly ? (row.median + hours_of_a_year / 2) / hours_of_a_year : row.median,
        .published = texts_.add(row.region),
        .list = row.list};
    const std::string region = region_name(row.region);
    if (region == "canada") {
        wage.area = texts_.add("canada");
        wages_.push_back(wage);
    } else if (const auto province = normalise::province_from(row.region)) {
        wage.area = texts_.add(domain::code(*province));
        wages_.push_back(wage);
    } else if (row.province) {
        wage.area = texts_.add(area_name(*row.province, region));
        wages_.push_back(wage);
    } else {
        unplaced_.push_back({.wage = wage, .region = texts_.add(region)});
    }
}

void WageTable::add(const CityRow& row) {
    if (row.city.find(',') != std::string_view::npos) {
        return;  // Several places run together: the region would seem to lie in two provinces.
    }
    const std::string region = region_name(row.region);
    region_provinces_.emplace_back(texts_.add(region), row.province);
    cities_.push_back(
        {.name = texts_.add(area_name(row.province, normalise::fold_name(row.city))),
         .area = texts_.add(area_name(row.province, region)),
         .share = row.share.value_or(1)}
    );
}

void WageTable::add(const ConcordanceRow& row) {
    if (const auto number = number_of(row.noc_2016)) {
        concordance_.emplace_back(row.noc_2021.number(), code_of_2016(*number));
    }
}

void WageTable::add(const MinimumRow& row) {
    minimums_.push_back(
        {.list = row.list,
         .province = row.province,
         .from = row.from,
         .to = row.to,
         .hourly = row.hourly,
         .url = texts_.add(row.url)}
    );
}

void WageTable::finish() {
    std::sort(region_provinces_.begin(), region_provinces_.end());
    region_provinces_.erase(
        std::unique(region_provinces_.begin(), region_provinces_.end()), region_provinces_.end()
    );
    for (Unplaced& row : unplaced_) {
        // `Northeast` is a region of Ontario and of British Columbia: a row that does not say which
        // counts for neither.
        const auto [first, last] = std::equal_range(
            region_provinces_.begin(),
            region_provinces_.end(),
            std::pair{row.region, domain::Province::AB},
            [](const auto& left, const auto& right) { return left.first < right.first; }
        );
        if (last - first == 1) {
            row.wage.area = texts_.add(area_name(first->second, texts_.at(row.region)));
            wages_.push_back(row.wage);
        }
    }
    unplaced_.clear();
    std::sort(wages_.begin(), wages_.end(), [](const Wage& left, const Wage& right) {
        return std::tie(left.noc, left.area, left.list) <
               std::tie(right.noc, right.area, right.list);
    });
    std::erase_if(cities_, [](const City& city) { return city.share < share_min; });
    std::sort(cities_.begin(), cities_.end(), [](const City& left, const City& right) {
        return left.name < right.name;
    });
    std::sort(concordance_.begin(), concordance_.end());
    concordance_.erase(std::unique(concordance_.begin(), concordance_.end()), concordance_.end());
    std::sort(minimums_.begin(), minimums_.end(), [](const Minimum& left, const Minimum& right) {
        return std::tie(left.province, left.from) < std::tie(right.province, right.from);
    });
}

const WageTable::Wage* WageTable::find(const int noc, const TextTable::Id area) const {
    const auto after = std::upper_bound(
        wages_.begin(),
        wages_.end(),
        std::pair{noc, area},
        [](const auto& key, const Wage& wage) {
            return key < std::pair{wage.noc, wage.area};
        }
    );
    if (after == wages_.begin()) {
        return nullptr;
    }
    const Wage& last = *(after - 1);
    return last.noc == noc && last.area == area ? &last : nullptr;
}

std::optional<WageTable::Median> WageTable::median_at(
    const std::span<const int> nocs, const TextTable::Id area
) const {
    if (area == TextTable::none || nocs.empty()) {
        return std::nullopt;
    }
    Median median;
    for (const int noc : nocs) {
        const Wage* const wage = find(noc, area);
        if (wage == nullptr) {
            return std::nullopt;  // One that is not known could be the lowest, or the highest.
        }
        median.low = median.low == 0 ? wage->hourly : std::min(median.low, wage->hourly);
        median.high = std::max(median.high, wage->hourly);
        median.area = texts_.at(wage->published);
        median.list = wage->list;
    }
    return median;
}

std::optional<WageTable::Median> WageTable::median(
    const domain::NocCode noc, const std::string_view noc_2016, const domain::Place& place
) const {
    constexpr std::size_t older_max = 16;
    std::array<int, older_max> older{};
    std::size_t count = 0;
    const auto stated = number_of(noc_2016);
    for (auto at = std::lower_bound(
             concordance_.begin(), concordance_.end(), std::pair{noc.number(), -100'000}
         );
         at != concordance_.end() && at->first == noc.number() && count < older_max;
         ++at) {
        if (stated && at->second == code_of_2016(*stated)) {
            older[0] = at->second;
            count = 1;
            break;
        }
        older.at(count++) = at->second;
    }
    const int newer = noc.number();
    const auto at_area = [&](const TextTable::Id area) {
        auto median = median_at({&newer, 1}, area);
        return median ? median : median_at(std::span{older}.first(count), area);
    };
    if (!place.city.empty()) {
        const TextTable::Id name =
            texts_.find(area_name(place.province, normalise::fold_name(place.city)));
        const auto city = std::lower_bound(
            cities_.begin(),
            cities_.end(),
            name,
            [](const City& one, const TextTable::Id id) { return one.name < id; }
        );
        if (name != TextTable::none && city != cities_.end() && city->name == name) {
            if (auto median = at_area(city->area)) {
                return median;
            }
        }
    }
    if (!place.region.empty()) {
        const auto area = texts_.find(area_name(place.province, region_name(place.region)));
        if (auto median = area == TextTable::none ? std::nullopt : at_area(area)) {
            return median;
        }
    }
    if (auto median = at_area(texts_.find(domain::code(place.province)))) {
        return median;
    }
    return at_area(texts_.find("canada"));
}

const WageTable::Minimum* WageTable::minimum(
    const domain::Province province, const domain::Date day
) const {
    const auto after = std::upper_bound(
        minimums_.begin(),
        minimums_.end(),
        std::pair{province, day},
        [](const auto& key, const Minimum& row) {
            return key < std::pair{row.province, row.from};
        }
    );
    if (after == minimums_.begin()) {
        return nullptr;
    }
    const Minimum& last = *(after - 1);
    const bool in_force = last.province == province && (!last.to || *last.to >= day);
    return in_force ? &last : nullptr;
}

}  // namespace verification
