#include "tests/support/table_dump.hpp"

#include <pqxx/pqxx>

namespace support {

std::map<std::string, std::string> table_dump(const std::string& conninfo) {
    pqxx::connection connection{conninfo};
    pqxx::work transaction{connection};
    // What views show stands in tables, and some cost seconds.
    const auto tables = transaction.exec(
        "SELECT table_name FROM information_schema.tables "
        "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
    );
    std::map<std::string, std::string> rows;
    for (const auto& table : tables) {
        const auto name = table[0].as<std::string>();
        const auto all = transaction.exec1(
            "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\"), '') "
            "FROM " +
            transaction.quote_name(name) + " AS t"
        );
        rows[name] = all[0].as<std::string>();
    }
    return rows;
}

}  // namespace support
