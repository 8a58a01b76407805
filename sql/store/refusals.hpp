#pragma once

#include "sql/store/lease.hpp"
#include "sql/store/posting_store.hpp"

#include <pqxx/pqxx>

#include <string>
#include <string_view>

namespace store {

/// The first line of what PostgreSQL says names the constraint; what follows quotes the record.
inline RecordRefused refused(const std::exception& error) {
    const std::string_view message = error.what();
    return RecordRefused{std::string{message.substr(0, message.find('\n'))}};
}

/// in_transaction() for records that came from outside: what some value of theirs is to blame for
/// is thrown as RecordRefused.
template <class Write>
auto write_records_of_sources(Database& database, Write write) {
    // Program limit exceeded: a text too long for the index that it stands in.
    constexpr std::string_view limits = "54";
    try {
        return in_transaction(database, write);
    } catch (const pqxx::integrity_constraint_violation& error) {
        throw refused(error);
    } catch (const pqxx::data_exception& error) {
        throw refused(error);
    } catch (const pqxx::sql_error& error) {
        if (error.sqlstate().starts_with(limits)) {
            throw refused(error);
        }
        throw;
    }
}

}  // namespace store
