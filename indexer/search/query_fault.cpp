// What is told of a query that cannot be read.

#include "indexer/search/query_language.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace search {
namespace {

/// Letters to change, add, drop or turn round; counted in bytes, which is close enough for names.
std::size_t distance(const std::string_view left, const std::string_view right) {
    std::vector<std::vector<std::size_t>> steps(
        left.size() + 1, std::vector<std::size_t>(right.size() + 1)
    );
    for (std::size_t row = 0; row <= left.size(); ++row) {
        for (std::size_t column = 0; column <= right.size(); ++column) {
            if (row == 0 || column == 0) {
                steps[row][column] = row + column;
                continue;
            }
            const bool same = left[row - 1] == right[column - 1];
            std::size_t best = std::min(
                {steps[row - 1][column] + 1,
                 steps[row][column - 1] + 1,
                 steps[row - 1][column - 1] + (same ? 0 : 1)}
            );
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
                left[row - 2] == right[column - 1]) {
                best = std::min(best, steps[row - 2][column - 2] + 1);
            }
            steps[row][column] = best;
        }
    }
    return steps.back().back();
}

}  // namespace

std::size_t character_position(const std::string_view text, const std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    return 1 +
           static_cast<std::size_t>(std::count_if(
               before.begin(),
               before.end(),
               [](const char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }
           ));
}

std::string_view name_of(const QueryFaultCode code) {
    switch (code) {
        case QueryFaultCode::quote_not_closed:
            return "quote_not_closed";
        case QueryFaultCode::unknown_field:
            return "unknown_field";
        case QueryFaultCode::value_missing:
            return "value_missing";
        case QueryFaultCode::value_not_understood:
            return "value_not_understood";
        case QueryFaultCode::place_not_known:
            return "place_not_known";
        case QueryFaultCode::place_ambiguous:
            return "place_ambiguous";
        case QueryFaultCode::too_many_clauses:
            return "too_many_clauses";
        case QueryFaultCode::too_many_values:
            return "too_many_values";
    }
    assert(false);
    return {};
}

std::string closest(const std::string_view word, const std::vector<std::string>& words) {
    constexpr std::size_t distance_max = 2;
    constexpr std::size_t length_max = 64;
    std::string best;
    std::size_t best_distance = distance_max + 1;
    for (const std::string& each : words) {
        const bool too_far = each.size() > word.size() + distance_max ||
                             word.size() > each.size() + distance_max || word.size() > length_max;
        const std::size_t found = too_far ? best_distance : distance(word, each);
        // Two letters of three are another word.
        if (found < best_distance && found < std::min(word.size(), each.size())) {
            best = each;
            best_distance = found;
        }
    }
    return best;
}

void throw_exception_from_error(const QueryFault& fault, const boost::source_location&) {
    throw std::logic_error{
        std::string{name_of(fault.code)} + " at " + std::to_string(fault.position)};
}

}  // namespace search
