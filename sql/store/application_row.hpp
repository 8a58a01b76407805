#pragma once

#include "sql/store/application_store.hpp"
#include "sql/store/owned.hpp"

#include <string>
#include <vector>

/// What the stores of applications have in common with those of what hangs on one; for the stores
/// only.
namespace store {

domain::ApplicationState application_state_in(const pqxx::field& field);

/// What is due; nothing where `on` is NULL.
std::optional<ApplicationStore::Due> due_in(const pqxx::field& on, const pqxx::field& what);

/// The same as parameters of a statement.
struct DueText {
    explicit DueText(const std::optional<ApplicationStore::Due>& due);
    std::optional<std::string> on;
    std::optional<std::string> what;
};

/// A row of find_application.sql.
ApplicationStore::Application application_in(const pqxx::row& row, const Owner& owner);

/// Notes for each of these candidates who let the advisor's firm read that the advisor reads their
/// applications; whether there is one.
bool note_applications(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::vector<std::string>& candidates
);

/// The application, the owner's own or that of a client, which is noted. not_found where there is
/// none for who asks.
domain::Result<ApplicationStore::Application> find_application(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const Permits& permits
);

/// As ApplicationStore::create().
domain::Result<ApplicationStore::Created> create_application(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const ApplicationStore::Draft& draft,
    Instant now,
    const Permits& permits
);

/// A line of the application: `kind` is change or comment. Its id.
std::int64_t add_application_event(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const std::string& kind,
    const std::string& words,
    Instant now
);

/// As who somebody writes a line: an advisor always as one.
inline const char* role_of(const Owner& owner) {
    return owner.firm.empty() ? "candidate" : "advisor";
}
inline const char* firm_of(const Owner& owner) {
    return owner.firm.empty() ? nullptr : owner.firm.c_str();
}

}  // namespace store
