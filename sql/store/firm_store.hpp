#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>

namespace store {

/// Where advisors work.
class FirmStore {
public:
    explicit FirmStore(Database& database) : database_{database} {}

    /// Its id. `opened_by`: the operator's.
    std::string open(const std::string& name, const std::string& opened_by, Instant now);

    /// Its name.
    std::optional<std::string> find(const std::string& id);

private:
    Database& database_;
};

}  // namespace store
