#pragma once

#include "services/wire/noc_json.hpp"
#include "sql/store/reference_store.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace api {

/// Keeps what finds unit groups in step with the official index of titles, which an operator
/// imports or reverts while the API runs. Before the first refresh, and without an index, it finds
/// by the names of the unit groups and the model that ships.
class NocKeeper {
public:
    explicit NocKeeper(store::ReferenceStore& reference);

    std::shared_ptr<const wire::NocFinder> current() const {
        const std::lock_guard for_a_moment{swapping_};
        return current_;
    }

    /// Takes up the titles if they are others than before. One caller at a time.
    void refresh();

private:
    store::ReferenceStore& reference_;
    std::string version_;
    mutable std::mutex swapping_;  ///< Held while the pointer is copied, and for nothing else.
    std::shared_ptr<const wire::NocFinder> current_;
};

}  // namespace api
