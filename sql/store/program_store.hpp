#pragma once

#include "sql/store/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace store {

/// Which programs work in the background, as they say of themselves. A database that cannot be
/// reached throws.
class ProgramStore {
public:
    static constexpr std::string_view watch = "watch";
    static constexpr std::string_view worker = "worker";

    explicit ProgramStore(Database& database) : database_{database} {}

    /// `program` runs, now: `watch` or `worker`.
    void see(std::string_view program);

    struct Seen {
        std::string program;
        std::string at;  ///< RFC 3339, UTC; of the one that was seen last, where several run.
    };

    /// Those that ever ran, by name.
    std::vector<Seen> seen();

    /// The number of the last migration that the database has.
    int migration();

private:
    Database& database_;
};

}  // namespace store
