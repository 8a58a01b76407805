#pragma once

#include "sql/store/database.hpp"

#include <pqxx/pqxx>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace store {

/// A pqxx::connection under a name that other headers can declare: that one is an alias.
class Connection : public pqxx::connection {
public:
    using pqxx::connection::connection;
};

/// One connection of the pool, in the hands of one thread until this object goes.
class Database::Lease {
public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Connection& connection() { return *connection_; }

private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
};

/// `body()`; where a connection was lost in it, says so. libpqxx 6.4.5 asks for the encoding of a
/// result before it looks at its error, and then tells of the encoding alone.
template <class Body>
auto telling_of_loss(Body&& body) {
    try {
        return std::forward<Body>(body)();
    } catch (const pqxx::broken_connection& error) {
        if (std::string_view{error.what()}.starts_with("Could not obtain client encoding")) {
            throw pqxx::broken_connection{
                "the connection to PostgreSQL was lost; its log says why"};
        }
        throw;
    }
}

/// Runs a statement of sql/queries by its name.
template <class... Arguments>
pqxx::result run(
    pqxx::transaction_base& transaction, const std::string_view name, Arguments&&... arguments
) {
    return transaction.exec_prepared(std::string{name}, std::forward<Arguments>(arguments)...);
}

/// What one statement answers, which is a transaction of its own: one round trip instead of three.
template <class... Arguments>
pqxx::result ask(Database& database, const std::string_view name, Arguments&&... arguments) {
    Database::Lease lease = database.lease();
    pqxx::nontransaction transaction{lease.connection()};
    return telling_of_loss([&] {
        return run(transaction, name, std::forward<Arguments>(arguments)...);
    });
}

/// `body(transaction)` in a transaction of its own, committed unless it throws. InDoubt where the
/// commit may or may not have been done.
template <class Body>
auto in_transaction(Database& database, Body&& body) {
    Database::Lease lease = database.lease();
    pqxx::work transaction{lease.connection()};
    auto result = telling_of_loss([&] { return std::forward<Body>(body)(transaction); });
    try {
        transaction.commit();
    } catch (const pqxx::in_doubt_error& error) {
        throw InDoubt{error.what()};
    }
    return result;
}

}  // namespace store
