#pragma once

#include "sql/store/application_store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

/// Who wrote something, as it is shown to somebody.
struct Author {
    std::string role;                 ///< candidate, advisor
    bool own = false;                 ///< Who asks.
    std::optional<std::string> firm;  ///< The name of the advisor's.
};

/// What senders of applications say in their own words in the letters: the last version holds, and
/// none is rewritten. Reached as the application is. Never logged.
/// Refusals: not_found where there is no application for who asks.
class LetterStore {
public:
    explicit LetterStore(Database& database) : database_{database} {}

    struct Letter {
        std::int64_t version = 0;      ///< 0: nobody has written anything.
        std::string own_words = "{}";  ///< A JSON object, by part of the letter.
        std::optional<Author> by;
        std::string made_at;  ///< RFC 3339, UTC; empty with version 0.
    };
    domain::Result<Letter> find(
        const Owner& owner, const std::string& application, const Permits& permits
    );

    /// Another version, after `known`, or after whichever there is where nothing is said. conflict
    /// where that one does not hold any more, or somebody writes in the same moment.
    domain::Result<Letter> write(
        const Owner& owner,
        const std::string& application,
        const std::string& own_words,
        const std::optional<std::int64_t>& known,
        Instant now,
        const Permits& permits
    );

private:
    Database& database_;
};

}  // namespace store
