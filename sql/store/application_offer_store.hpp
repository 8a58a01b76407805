#pragma once

#include "sql/store/letter_store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

/// What employers offer in the end of an application: the last version holds, and none is
/// rewritten. Reached as the application is. Never logged.
/// Refusals: not_found where there is none for who asks.
class ApplicationOfferStore {
public:
    explicit ApplicationOfferStore(Database& database) : database_{database} {}

    struct Offer {
        std::int64_t version = 0;
        domain::Date received_on;
        std::string document;  ///< A JSON object, as it was accepted.
        Author by;
        std::string made_at;    ///< RFC 3339, UTC.
        std::string candidate;  ///< Their document, as it is now.
    };
    domain::Result<Offer> find(
        const Owner& owner, const std::string& application, const Permits& permits
    );

    struct Record {
        domain::Date received_on;
        std::string document;
    };
    /// Another version, after `known`, or after whichever there is where nothing is said; 0 stands
    /// for none. conflict where that one does not hold any more, or somebody writes in the same
    /// moment. Nothing where the application has not come to an offer.
    domain::Result<std::optional<Offer>> write(
        const Owner& owner,
        const std::string& application,
        const Record& record,
        const std::optional<std::int64_t>& known,
        Instant now,
        const Permits& permits
    );

private:
    Database& database_;
};

}  // namespace store
