#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace store {

/// How often something was tried lately, by subjects that tell nothing: keyed hashes, in hex.
class AttemptStore {
public:
    explicit AttemptStore(Database& database) : database_{database} {}

    struct Tried {
        int attempts = 0;
        Instant last_at;
    };
    /// How much longer one has to wait; nothing to wait for is zero.
    using Wait = std::function<std::chrono::seconds(const Tried&)>;

    /// Counts an attempt before it is made, so that many at once are counted, too. Where one has to
    /// wait, nothing is counted and the wait comes back; else zero. What was counted is forgotten
    /// `kept` after the last attempt.
    std::chrono::seconds count(
        const std::string& subject, Instant now, std::chrono::seconds kept, const Wait& wait
    );

    /// The attempt was none that should count.
    void forgive(const std::string& subject);

    /// Nothing was tried.
    void clear(const std::string& subject);

private:
    Database& database_;
};

}  // namespace store
