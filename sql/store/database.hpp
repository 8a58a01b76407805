#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

namespace store {

class Connection;

/// The connection broke in the moment of a commit: nobody knows whether it was done.
class InDoubt : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The connection string with a role for where it names none, so that each program connects as its
/// own: `host=/run/x dbname=jobscout` as `jobscout_owner`. A URI is left as it is.
std::string with_default_role(const std::string& conninfo, const std::string& role);

/// A bounded pool of connections to PostgreSQL. A lease is held for one transaction; a thread that
/// wants one while all are out waits. A broken connection is replaced on its next lease.
/// Failures of the database are exceptions (pqxx::failure) and travel to the request boundary.
class Database {
public:
    struct Options {
        std::string conninfo;  ///< libpq connection string, such as `host=/run/x dbname=jobscout`.
        std::size_t connections_max = 4;
        std::chrono::milliseconds statement_timeout{5000};  ///< 0: none, for the indexer.
    };

    /// Connects to nothing yet.
    explicit Database(Options options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Defined in sql/store/lease.hpp, for the stores only.
    class Lease;
    Lease lease();

    /// A connection outside the pool, for a lock that lasts as long as its session.
    std::unique_ptr<Connection> connect() const;

    struct Use {
        std::size_t leased = 0;
        std::size_t waiting = 0;  ///< Threads that want a lease and cannot have one yet.
        std::size_t connections_max = 0;
    };

    /// Of the pool, now.
    Use use() const;

    /// Whether PostgreSQL answers, now. Waits for a lease like any transaction; never throws for
    /// want of the database.
    bool reachable();

private:
    class Pool;
    std::unique_ptr<Pool> pool_;
};

}  // namespace store
