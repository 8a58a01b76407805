#include "matcher/domain/posting.hpp"

#include <algorithm>
#include <cassert>

namespace domain {

const std::string& called(const Posting& posting) {
    return posting.original_title.empty() ? posting.title : posting.original_title;
}

Date last_live_day(const Posting& posting) {
    assert(posting.date_posted);
    const Date stated = posting.valid_through.value_or(
        *posting.date_posted + std::chrono::days{days_open_by_default}
    );
    if (!posting.closed_on) {
        return stated;
    }
    return std::min(stated, *posting.closed_on - std::chrono::days{1});
}

}  // namespace domain
