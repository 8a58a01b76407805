#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <xapian.h>

namespace search {

/// Calls `take` with each term of the list that begins with the prefix, and leaves `term` behind
/// them; how many there were. Lists are in the order of their terms: prefixes are asked in theirs.
template <class Take>
std::size_t take_terms_under(
    Xapian::TermIterator& term, const std::string_view prefix, const Take& take
) {
    const Xapian::TermIterator end;
    if (term != end) {
        term.skip_to(std::string{prefix});
    }
    std::size_t count = 0;
    for (; term != end; ++term, ++count) {
        const std::string text = *term;
        if (!text.starts_with(prefix)) {
            break;
        }
        take(std::string_view{text});
    }
    return count;
}

}  // namespace search
