#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "sql/store/reference_store.hpp"

#include <memory>
#include <mutex>

namespace browsing {

/// The places that searches know, once the database has told them.
class PlaceKeeper {
public:
    explicit PlaceKeeper(store::ReferenceStore& reference) : reference_{reference} {}

    /// Null before the first refresh.
    std::shared_ptr<const normalise::Gazetteer> current() const {
        const std::lock_guard for_a_moment{swapping_};
        return current_;
    }

    /// Loads them where they are not loaded yet: they come with a migration and do not change while
    /// the program runs. One caller at a time.
    void refresh();

private:
    store::ReferenceStore& reference_;
    mutable std::mutex swapping_;  ///< Held while the pointer is copied, and for nothing else.
    std::shared_ptr<const normalise::Gazetteer> current_;
};

}  // namespace browsing
