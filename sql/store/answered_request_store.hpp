#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <optional>
#include <string>

namespace store {

/// What was asked under a key of the caller's, so that it is done once. A line is written before
/// the work begins and gets the answer after it: a line without one is of work that goes on, or
/// that ended without a word. Whose it is alone sees it.
class AnsweredRequestStore {
public:
    explicit AnsweredRequestStore(Database& database) : database_{database} {}

    struct Request {
        std::string owner_id;
        std::string key_digest;      ///< 64 hexadecimal digits, as is the next.
        std::string request_digest;  ///< Of all that makes two requests the same.
    };

    struct Before {
        std::string request_digest;
        Instant began_at;
        std::optional<std::string> sealed;  ///< The answer, as keep() got it.
    };
    /// Nothing where it begins now; else what began under this key before, and not before
    /// `kept_since`. The owner's older ones are removed.
    std::optional<Before> begin(const Request& request, Instant now, Instant kept_since);

    void keep(const Request& request, const std::string& sealed);

    /// It can be asked again as if it had never been.
    void forget(const Request& request);

private:
    Database& database_;
};

}  // namespace store
