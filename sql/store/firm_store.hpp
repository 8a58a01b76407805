#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Firm {
    std::string id;
    std::string name;
};

/// Where advisors work.
class FirmStore {
public:
    explicit FirmStore(Database& database) : database_{database} {}

    /// Its id. `opened_by`: the operator's.
    std::string open(const std::string& name, const std::string& opened_by, Instant now);

    /// Its name.
    std::optional<std::string> find(const std::string& id);

    /// Those with `part` in their names, whatever its accents and capitals, by name; at most
    /// `count`.
    std::vector<Firm> find_by_name(const std::string& part, std::size_t count);

private:
    Database& database_;
};

}  // namespace store
