#pragma once

#include "services/auth/password.hpp"
#include "services/auth/secret_key.hpp"
#include "sql/store/account_closing_store.hpp"
#include "sql/store/account_store.hpp"
#include "sql/store/api_token_store.hpp"
#include "sql/store/attempt_store.hpp"
#include "sql/store/firm_store.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/mail_consent_store.hpp"
#include "sql/store/session_store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace api {

enum class Cookies : std::uint8_t {
    secure,  ///< `__Host-jobscout`, over TLS only.
    plain,   ///< `jobscout`, for a browser that speaks to this machine without TLS.
};

/// What the routes about accounts answer from, and every request that comes with a session.
struct People {
    store::AccountStore& accounts;
    store::SessionStore& sessions;
    store::ApiTokenStore& api_tokens;
    store::AttemptStore& attempts;
    store::FirmStore& firms;
    store::MailConsentStore& mail_consents;
    store::AccountClosingStore& closings;
    std::optional<auth::SecretKey> key = {};  ///< Nothing: nobody can register or sign in.
    auth::IsBreached is_breached = {};
    std::string public_url = {};  ///< Of the web pages, for links in mail; no slash after it.
    Cookies cookies = Cookies::secure;
    std::function<store::Instant()> now;
};

}  // namespace api
