#include "services/wire/account_json.hpp"

#include "services/wire/optional_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <ctime>

namespace wire {
namespace {

namespace json = boost::json;

json::value instant_or_null(const std::optional<store::Instant>& instant) {
    return instant ? json::value(instant_text(*instant)) : json::value(nullptr);
}

}  // namespace

std::string instant_text(const store::Instant instant) {
    const std::time_t seconds = store::epoch(instant);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

json::object account_json(const store::Account& account) {
    json::object result{
        {"id", account.id},
        {"email", account.email},
        {"role", account.role},
        {"language", account.language}};
    result["firm_id"] =
        account.firm_id.empty() ? json::value(nullptr) : json::value(account.firm_id);
    result["employer_name"] = or_null(account.employer_name);
    result["standing"] = or_null(account.standing);
    result["licence_number"] = or_null(account.licence_number);
    result["second_factor"] = account.totp_confirmed;
    return result;
}

json::object found_account_json(const store::Account& account) {
    const bool chosen = account.password_hash.has_value();
    return {
        {"id", account.id},
        {"role", account.role},
        {"state",
         account.disabled               ? "disabled"
         : !chosen || !account.verified ? "waiting"
                                        : "open"},
        {"firm_id", account.firm_id.empty() ? json::value(nullptr) : json::value(account.firm_id)},
        {"employer_name", or_null(account.employer_name)}};
}

json::object session_json(const store::Session& session, const std::string& current_id) {
    return {
        {"id", session.id},
        {"created_at", instant_text(session.created_at)},
        {"used_at", instant_text(session.used_at)},
        {"expires_at", instant_text(std::min(session.expires_at, session.idle_expires_at))},
        {"user_agent", session.user_agent},
        {"current", session.id == current_id}};
}

json::object api_token_json(const store::ApiToken& token) {
    json::object result{{"id", token.id}, {"name", token.name}};
    result["scopes"] = json::value_from(token.scopes);
    result["created_at"] = instant_text(token.created_at);
    result["used_at"] = instant_or_null(token.used_at);
    result["expires_at"] = instant_text(token.expires_at);
    return result;
}

}  // namespace wire
