#include "sql/store/reference_loader.hpp"

#include "embedded_queries.hpp"
#include "embedded_reference.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/reference.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
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

/// As which import a table counts that ships: the newest date of its source.
struct ShippedList {
    std::string_view table;
    std::string_view kind;
    std::string_view list;
    std::string_view publisher;
    std::string_view published_on;
};
constexpr std::array shipped_lists{
    ShippedList{"noc_unit_group", "noc_structure", "2021 en-fr", "Statistics Canada", "2021-09-21"},
    ShippedList{
        "noc_concordance", "noc_concordance", "2016 to 2021", "Statistics Canada", "2021-09-21"},
    ShippedList{"place", "gazetteer", "places", "GeoNames", "2023-02-26"},
    ShippedList{
        "round",
        "rounds",
        "express entry",
        "Immigration, Refugees and Citizenship Canada",
        "2026-08-07"},
};

void record_as_import(
    pqxx::work& transaction, const ReferenceTable& table, const std::string& sha
) {
    const auto found = std::ranges::find(shipped_lists, table.name, &ShippedList::table);
    assert(found != shipped_lists.end());
    const std::string kind{found->kind};
    const std::string list{found->list};
    run(transaction,
        embedded_queries::record_shipped_import.name,
        kind,
        list,
        std::string{found->publisher},
        std::string{found->published_on},
        "sql/reference/" + std::string{table.name} + ".tsv",
        sha,
        rows_of(table).rows.size());
    run(transaction, embedded_queries::deactivate_list.name, kind, list);
    run(transaction, embedded_queries::activate_newest.name, kind, list);
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
        record_as_import(transaction, table, sha);
        loaded.push_back(name);
    }
    transaction.commit();
    return loaded;
}

}  // namespace store
