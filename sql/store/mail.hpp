#pragma once

#include <optional>
#include <string>

namespace store {

/// A mail on its way, without what only the sender knows.
struct Mail {
    std::string recipient;  ///< An address as services/auth/email.hpp accepts it.
    std::string language;   ///< `en` or `fr`.
    std::string subject;
    std::string body;
    std::optional<std::string> unsubscribe_url = {};  ///< Nothing: mail about the account itself.
};

}  // namespace store
