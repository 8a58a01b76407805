#include "sql/store/migrations.hpp"

#include "embedded_migrations.hpp"
#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/reference_loader.hpp"
#include "sql/store/sha256.hpp"

#include <chrono>
#include <optional>
#include <regex>

namespace store {
namespace {

struct AppliedMigration {
    int number = 0;
    std::string name;
    std::string sha256;
};

/// One connection and no time limit: a migration takes as long as it takes.
Database::Options one_patient_connection(const std::string& conninfo) {
    return {
        .conninfo = conninfo,
        .connections_max = 1,
        .statement_timeout = std::chrono::milliseconds{0},
    };
}

/// The name in a connection string of the form `key=value key=value`.
std::optional<std::string> database_name(const std::string& conninfo) {
    static const std::regex form{R"((?:^|\s)dbname\s*=\s*'?([A-Za-z0-9_-]+))"};
    std::smatch match;
    if (!std::regex_search(conninfo, match, form)) {
        return std::nullopt;
    }
    return match[1].str();
}

/// The same server's own database, which is always there. In a connection string the last word
/// on a key counts.
std::string maintenance_conninfo(const std::string& conninfo) {
    return conninfo + " dbname=postgres";
}

/// A connection string that names no database is left to libpq, whose default must then exist.
bool database_exists(const std::string& conninfo) {
    const auto name = database_name(conninfo);
    if (!name) {
        return true;
    }
    Database server{one_patient_connection(maintenance_conninfo(conninfo))};
    return in_transaction(server, [&](pqxx::work& transaction) {
        return !run(transaction, embedded_queries::find_database.name, *name).empty();
    });
}

/// CREATE DATABASE takes no parameters and stands in no transaction.
void create_database(const std::string& conninfo) {
    Database server{one_patient_connection(maintenance_conninfo(conninfo))};
    auto lease = server.lease();
    pqxx::nontransaction session{lease.connection()};
    try {
        session.exec("CREATE DATABASE " + session.quote_name(*database_name(conninfo)));
    } catch (const pqxx::sql_error& error) {
        // Another migrate() was faster.
        if (error.sqlstate() != "42P04" && error.sqlstate() != "23505") {
            throw;
        }
    }
}

std::vector<AppliedMigration> applied_migrations(pqxx::connection& connection) {
    pqxx::work transaction{connection};
    std::vector<AppliedMigration> applied;
    if (!run(transaction, embedded_queries::has_migrations.name).front()[0].as<bool>()) {
        return applied;
    }
    for (const auto& row : run(transaction, embedded_queries::list_migrations.name)) {
        applied.push_back(
            {.number = row[0].as<int>(),
             .name = row[1].as<std::string>(),
             .sha256 = row[2].as<std::string>()}
        );
    }
    return applied;
}

domain::Error conflict(const std::string& name, const std::string& message) {
    return {.kind = domain::ErrorKind::conflict, .message = message, .field = name};
}

/// How many of `all` the database has: they must be the first ones, as they were.
domain::Result<std::size_t> count_applied(
    const std::vector<AppliedMigration>& applied, const std::vector<Migration>& all
) {
    for (std::size_t index = 0; index < applied.size(); ++index) {
        const auto& [number, name, sha] = applied[index];
        if (index >= all.size()) {
            return conflict(
                name, "the database has migration '" + name + "', so it is newer than this program"
            );
        }
        if (number != all[index].number || name != all[index].name) {
            return conflict(
                name,
                "the database has migration '" + name + "' where this program has '" +
                    std::string{all[index].name} + "'"
            );
        }
        if (sha != sha256(all[index].sql)) {
            return conflict(name, "migration '" + name + "' was edited after it had been applied");
        }
    }
    return applied.size();
}

void apply(pqxx::connection& connection, const Migration& migration) {
    pqxx::work transaction{connection};
    transaction.exec(std::string{migration.sql});
    run(transaction,
        embedded_queries::record_migration.name,
        migration.number,
        std::string{migration.name},
        sha256(migration.sql));
    transaction.commit();
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> all = [] {
        std::vector<Migration> result;
        for (const auto& [name, text] : embedded_migrations::all) {
            const int number = std::stoi(std::string{name.substr(0, 4)});
            result.push_back({.number = number, .name = name, .sql = text});
        }
        return result;
    }();
    return all;
}

domain::Result<MigrationReport> migrate(
    const std::string& conninfo, const std::vector<Migration>& all
) {
    if (!database_exists(conninfo)) {
        create_database(conninfo);
    }
    Database database{one_patient_connection(conninfo)};
    const auto connection = database.connect();
    {
        pqxx::nontransaction session{*connection};
        run(session, embedded_queries::lock_migrations.name);
    }
    const auto done = count_applied(applied_migrations(*connection), all);
    if (!done) {
        return done.error();
    }
    MigrationReport report;
    for (std::size_t index = *done; index < all.size(); ++index) {
        apply(*connection, all[index]);
        report.applied.emplace_back(all[index].name);
    }
    report.current = all.empty() ? 0 : all.back().number;
    report.loaded = load_reference_tables(*connection);
    return report;
}

domain::Result<std::vector<std::string>> pending(
    const std::string& conninfo, const std::vector<Migration>& all
) {
    std::size_t done = 0;
    if (database_exists(conninfo)) {
        Database database{one_patient_connection(conninfo)};
        const auto counted = count_applied(applied_migrations(*database.connect()), all);
        if (!counted) {
            return counted.error();
        }
        done = *counted;
    }
    std::vector<std::string> names;
    for (std::size_t index = done; index < all.size(); ++index) {
        names.emplace_back(all[index].name);
    }
    return names;
}

}  // namespace store
