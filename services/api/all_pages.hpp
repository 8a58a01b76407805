#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>

/// Long lists of the stores, read whole.
namespace api {

/// Pages in which the stores are read.
inline constexpr std::size_t page_rows = 500;

/// Every row, by `page(before)` of `page_rows` after the other; `key_of` the last row of one says
/// before what the next one begins.
template <class Page, class Key>
auto all_pages(const Page page, const Key key_of) {
    std::optional<std::int64_t> before;
    auto all = page(before);
    std::size_t last = all.size();
    while (last == page_rows) {
        before = key_of(all.back());
        auto more = page(before);
        last = more.size();
        std::move(more.begin(), more.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace api
