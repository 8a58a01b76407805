#pragma once

#include <string_view>
#include <vector>

namespace normalise {

/// A number as it stands in a folded text.
struct Number {
    double value = 0;
    std::size_t begin = 0;   ///< First byte, a minus sign included.
    std::size_t end = 0;     ///< One past the last byte, a `k` included.
    bool thousands = false;  ///< Was written with `k`: `85k`.
};

/// Every number in the text, English or French: `1,234.50`, `1 234,50`, `.75`, `85k`. A comma or a
/// space before exactly three digits separates thousands, else a comma is the decimal sign; a point
/// always is. A minus sign counts only before the first number: later ones join ranges.
std::vector<Number> numbers(std::string_view folded);

/// True if the text between two numbers makes them a range: `-`, `to`, `à`, `to less than`, with
/// dollar signs and spaces beside it.
bool joins_range(std::string_view between);

}  // namespace normalise
