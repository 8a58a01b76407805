#include "sql/store/database.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/statements.hpp"

#include <cassert>
#include <condition_variable>
#include <libpq-fe.h>
#include <mutex>

namespace store {

const std::vector<Statement>& statements() {
    static const std::vector<Statement> all = [] {
        std::vector<Statement> result;
        result.reserve(embedded_queries::all.size());
        for (const auto& query : embedded_queries::all) {
            result.push_back({.name = query.name, .sql = query.text});
        }
        return result;
    }();
    return all;
}

namespace {

/// What libpq says of a connection string that it cannot read repeats parts of it, and a part may
/// be a password: says only that it cannot be read.
void refuse_unreadable(const std::string& conninfo) {
    PQconninfoOption* const options = PQconninfoParse(conninfo.c_str(), nullptr);
    if (options == nullptr) {
        throw pqxx::broken_connection{"the connection string of the database cannot be read"};
    }
    PQconninfoFree(options);
}

}  // namespace

std::string with_default_role(const std::string& conninfo, const std::string& role) {
    const bool is_uri =
        conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://");
    // Of two values libpq takes the last.
    return is_uri ? conninfo : "user=" + role + " " + conninfo;
}

class Database::Pool {
public:
    explicit Pool(Options options) : options_{std::move(options)} {
        assert(options_.connections_max > 0);
    }

    std::unique_ptr<Connection> take() {
        std::unique_ptr<Connection> connection = wait_for_turn();
        if (!connection) {
            try {
                connection = connect();
            } catch (...) {
                give_back(nullptr);
                throw;
            }
        }
        return connection;
    }

    /// Null, or broken, gives only the turn back.
    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::lock_guard guard{mutex_};
            if (connection && connection->is_open()) {
                idle_.push_back(std::move(connection));
            }
            --out_;
        }
        returned_.notify_one();
    }

    Use use() const {
        const std::lock_guard guard{mutex_};
        return {.leased = out_, .waiting = waiting_, .connections_max = options_.connections_max};
    }

    std::unique_ptr<Connection> connect() const {
        refuse_unreadable(options_.conninfo);
        auto connection = std::make_unique<Connection>(options_.conninfo);
        connection->set_variable(
            "statement_timeout", std::to_string(options_.statement_timeout.count())
        );
        // The ingest fills tables from empty: a plan made once would not fit them for long.
        connection->set_variable("plan_cache_mode", "force_custom_plan");
        // PostgreSQL takes a list in a parameter for longer than it is, and would spend more on
        // compiling its plan than on running it.
        connection->set_variable("jit", "off");
        for (const auto& [name, sql] : statements()) {
            connection->prepare(std::string{name}, std::string{sql});
        }
        return connection;
    }

private:
    /// An idle connection, or null where there is room for a new one.
    std::unique_ptr<Connection> wait_for_turn() {
        std::unique_lock guard{mutex_};
        ++waiting_;
        returned_.wait(guard, [this] { return out_ < options_.connections_max; });
        --waiting_;
        ++out_;
        if (idle_.empty()) {
            return nullptr;
        }
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }

    const Options options_;
    mutable std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t out_ = 0;
    std::size_t waiting_ = 0;
};

Database::Database(Options options) : pool_{std::make_unique<Pool>(std::move(options))} {}
Database::~Database() = default;

Database::Lease Database::lease() { return Lease{*pool_, pool_->take()}; }

std::unique_ptr<Connection> Database::connect() const { return pool_->connect(); }

Database::Use Database::use() const { return pool_->use(); }

bool Database::reachable() {
    try {
        return in_transaction(*this, [](pqxx::work& transaction) {
            return !run(transaction, embedded_queries::ping.name).empty();
        });
    } catch (const pqxx::failure&) {
        return false;
    }
}

Database::Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection)
    : pool_{pool}, connection_{std::move(connection)} {}

Database::Lease::~Lease() { pool_.give_back(std::move(connection_)); }

}  // namespace store
