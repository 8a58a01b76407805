#include "sql/store/reference_loader.hpp"

#include "embedded_queries.hpp"
#include "embedded_reference.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/reference.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <cassert>
#include <string_view>
#include <utility>

namespace store {
namespace {

/// The parts of `text` between separators; a separator at the very end begins no further part.
std::vector<std::string_view> split(std::string_view text, const char separator) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(separator); end != text.npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    if (!text.empty()) {
        parts.push_back(text);
    }
    return parts;
}

/// An array with an object for each row; empty is null.
std::string as_json(const ReferenceTable& table) {
    const auto [columns, lines] = rows_of(table);
    boost::json::array rows;
    for (const auto& values : lines) {
        boost::json::object row;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (!values[column].empty()) {
                row.emplace(columns[column], values[column]);
            }
        }
        rows.push_back(std::move(row));
    }
    return boost::json::serialize(rows);
}

}  // namespace

const std::vector<ReferenceTable>& reference_tables() {
    static const std::vector<ReferenceTable> all = [] {
        std::vector<ReferenceTable> result;
        result.reserve(embedded_reference::all.size());
        for (const auto& [name, text] : embedded_reference::all) {
            result.push_back({.name = name, .rows = text});
        }
        return result;
    }();
    return all;
}

ReferenceRows rows_of(const ReferenceTable& table) {
    ReferenceRows result;
    for (const auto line : split(table.rows, '\n')) {
        auto values = split(line, '\t');
        if (result.columns.empty()) {
            result.columns = std::move(values);
            continue;
        }
        assert(values.size() <= result.columns.size());
        values.resize(result.columns.size());  // Empty at the end of a line as well.
        result.rows.push_back(std::move(values));
    }
    return result;
}

std::vector<std::string> load_reference_tables(pqxx::connection& connection) {
    std::vector<std::string> loaded;
    pqxx::work transaction{connection};
    for (const auto& table : reference_tables()) {
        const std::string name{table.name};
        const std::string sha = sha256(table.rows);
        const auto known = run(transaction, embedded_queries::find_reference_version.name, name);
        if (!known.empty() && known.front()[0].as<std::string>() == sha) {
            continue;
        }
        run(transaction, "clear_" + name);
        run(transaction, "load_" + name, as_json(table));
        run(transaction, embedded_queries::record_reference_version.name, name, sha);
        loaded.push_back(name);
    }
    transaction.commit();
    return loaded;
}

}  // namespace store
