#include "services/browsing/place_keeper.hpp"

#include <utility>
#include <vector>

namespace browsing {

void PlaceKeeper::refresh() {
    if (current()) {
        return;
    }
    std::vector<normalise::GazetteerEntry> entries;
    for (store::PlaceRow& row : reference_.places()) {
        entries.push_back(
            {.id = row.id,
             .name = std::move(row.name),
             .province = row.province,
             .coordinates = row.coordinates,
             .population = row.population,
             .other_names = std::move(row.other_names)}
        );
    }
    auto loaded = std::make_shared<const normalise::Gazetteer>(std::move(entries));
    const std::lock_guard for_a_moment{swapping_};
    current_ = std::move(loaded);
}

}  // namespace browsing
