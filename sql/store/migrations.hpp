#pragma once

#include "matcher/domain/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace store {

struct Migration {
    int number = 0;
    std::string_view name;  ///< `0001_create_roles`
    std::string_view sql;
};

/// The migrations that ship with the program, in order.
const std::vector<Migration>& migrations();

struct MigrationReport {
    std::vector<std::string> applied;  ///< By this call.
    std::vector<std::string> loaded;   ///< Reference tables filled by this call.
    int current = 0;                   ///< Number of the last one applied, now.
};

/// Applies what is missing, each in a transaction of its own, under an advisory lock, and records
/// the checksum; then loads the reference tables if their contents have changed. Refuses where an
/// applied migration was edited, is missing, or is newer than this program.
/// `conninfo` connects as a superuser. Where it names its database (`dbname=jobscout`) and the
/// cluster has none of that name, it is made first.
domain::Result<MigrationReport> migrate(
    const std::string& conninfo, const std::vector<Migration>& all = migrations()
);

/// What migrate() would apply; changes nothing. Refuses what migrate() refuses.
domain::Result<std::vector<std::string>> pending(
    const std::string& conninfo, const std::vector<Migration>& all = migrations()
);

}  // namespace store
