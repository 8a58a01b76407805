#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What each ingest has done, file by file. Rows are added and finished once, never removed.
/// A database that cannot be reached throws.
class RunStore {
public:
    explicit RunStore(Database& database);

    struct Run {
        std::int64_t id = 0;
        std::string source;  ///< May be empty where the file was refused.
        std::string file;
        domain::Date day;         ///< Of the ingest.
        std::string started_at;   ///< RFC 3339, UTC.
        std::string finished_at;  ///< Empty where it goes on, or was killed.
        std::string outcome;      ///< `done`, `refused` or `failed`; empty like `finished_at`.
        std::string message;
        std::string counts;  ///< JSON; may be empty.
    };

    std::int64_t begin(const std::string& source, const std::string& file, domain::Date day);

    struct Outcome {
        std::string source;
        std::string outcome;  ///< As in Run.
        std::string message;
        std::string counts;  ///< JSON.
    };
    void finish(std::int64_t id, const Outcome& outcome);

    /// The latest first, at most `count`.
    std::vector<Run> latest(std::size_t count);

private:
    Database& database_;
};

}  // namespace store
