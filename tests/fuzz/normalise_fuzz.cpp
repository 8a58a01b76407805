#include "indexer/normalise/normalise.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace {

const normalise::Gazetteer& gazetteer() {
    static const normalise::Gazetteer known{{
        {.id = 1,
         .name = "Calgary",
         .province = domain::Province::AB,
         .coordinates = {},
         .population = 1'000'000,
         .other_names = {}},
        {.id = 2,
         .name = "Québec",
         .province = domain::Province::QC,
         .coordinates = {},
         .population = 500'000,
         .other_names = {"Quebec City"}},
    }};
    return known;
}

const occupation::Occupations& occupations() {
    static const occupation::Occupations known{{domain::NocCode::from_number(21231)}, {}};
    return known;
}

}  // namespace

/// The input is a record: lines that begin with the number of a field as a byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    std::string_view input{reinterpret_cast<const char*>(data), size};
    sources::RawPosting raw;
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        const std::string_view line = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
        if (!line.empty()) {
            const std::size_t field = static_cast<unsigned char>(line[0]) % sources::field_count;
            raw.add(static_cast<sources::Field>(field), line.substr(1));
        }
    }
    const auto [posting, not_understood] =
        normalise::normalise("fuzz", raw, gazetteer(), occupations());
    if (posting.base_salary) {
        assert(posting.base_salary->min > 0);
        assert(
            posting.base_salary->max.value_or(posting.base_salary->min) >= posting.base_salary->min
        );
        assert(posting.base_salary->hourly_min <= posting.base_salary->hourly_max);
        assert(posting.base_salary->yearly_min <= posting.base_salary->yearly_max);
    }
    if (posting.work_hours) {
        assert(posting.work_hours->min_tenths <= posting.work_hours->max_tenths);
        assert(posting.work_hours->max_tenths <= 1680);
    }
    assert(posting.vacancies >= 1);
    for (const auto& [field, value, reason] : not_understood) {
        assert(!reason.empty());
    }
    return 0;
}
