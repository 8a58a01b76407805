#pragma once

#include "sql/store/api_token_store.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/session_store.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// `2026-11-28T20:15:00Z`.
std::string instant_text(store::Instant instant);

/// `{id, email, role, language, firm_id, employer_name, standing, licence_number, second_factor}`;
/// null for what there is not.
boost::json::object account_json(const store::Account& account);

/// `{id, role, state, firm_id, employer_name}`: what an operator needs to close an account. State:
/// `waiting` for a password or the address, `open` or `disabled`.
boost::json::object found_account_json(const store::Account& account);

/// `{id, created_at, used_at, expires_at, user_agent, current}`.
boost::json::object session_json(const store::Session& session, const std::string& current_id);

/// `{id, name, scopes[], created_at, used_at, expires_at}`.
boost::json::object api_token_json(const store::ApiToken& token);

}  // namespace wire
