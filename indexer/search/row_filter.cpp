#include "indexer/search/row_filter.hpp"

namespace search {

RowFilter row_filter(const Query& query) {
    RowFilter result{
        .open_on = domain::days_since_epoch(query.as_of), .hourly_pay_min = query.hourly_pay_min};
    for (const domain::Province province : query.provinces) {
        result.provinces |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(province));
    }
    for (const int teer : query.teers) {
        result.teers |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(teer));
    }
    for (const domain::NocCode noc : query.nocs) {
        result.nocs.push_back(noc.number());
    }
    return result;
}

}  // namespace search
