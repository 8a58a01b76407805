#include "sql/store/round_store.hpp"

#include "embedded_queries.hpp"
#include "matcher/document/named.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/reference.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace store {
namespace {

namespace json = boost::json;
using document::Named;
using domain::Program;
using domain::Round;
using domain::RoundKind;

constexpr std::array kinds{
    Named{"general", RoundKind::general},
    Named{"program", RoundKind::program},
    Named{"category", RoundKind::category},
};

constexpr std::array programs{
    Named{"CEC", Program::cec},
    Named{"FSWP", Program::fswp},
    Named{"FSTP", Program::fstp},
    Named{"PNP", Program::pnp},
};

/// Every value that the table can hold is among the names.
template <class E, std::size_t N>
E value_of(const std::array<Named<E>, N>& names, const std::string_view name) {
    const auto found = std::ranges::find(names, name, &Named<E>::name);
    assert(found != names.end());
    return found->value;
}

/// The columns of a row as text, empty for NULL, in the order of list_rounds.sql.
using Row = std::array<std::string, 10>;

std::optional<int> number(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Round round_of(const Row& row) {
    return {
        .number = row[0],
        .held_on = domain::parse_date(row[1]).value(),
        .kind = value_of(kinds, row[2]),
        .program = row[3].empty() ? std::nullopt : std::optional{value_of(programs, row[3])},
        .category = row[4],
        .name = row[5],
        .invitations = number(row[6]).value_or(0),
        .cutoff_crs = number(row[7]),
        .tie_break =
            row[8].empty() ? std::nullopt : std::optional{domain::parse_instant(row[8]).value()},
        .pool_total = number(row[9]),
    };
}

json::value or_null(const std::optional<int> number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::object row_json(const Round& round) {
    json::object row{
        {"number", round.number},
        {"held_on", domain::to_string(round.held_on)},
        {"kind", document::name_of(kinds, round.kind)},
        {"name_as_published", round.name},
        {"invitations", round.invitations},
        {"cutoff_crs", or_null(round.cutoff_crs)},
        {"pool_total", or_null(round.pool_total)}};
    if (round.program) {
        row["program"] = document::name_of(programs, *round.program);
    }
    if (!round.category.empty()) {
        row["category"] = round.category;
    }
    if (round.tie_break) {
        row["tie_break"] = domain::to_string(*round.tie_break);
    }
    return row;
}

/// The values of a line between tabs.
std::vector<std::string_view> values_of(std::string_view line) {
    std::vector<std::string_view> values;
    for (auto tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
        values.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    values.push_back(line);
    return values;
}

std::vector<Round> read_shipped() {
    const auto& tables = reference_tables();
    const auto table = std::ranges::find(tables, "round", &ReferenceTable::name);
    assert(table != tables.end());
    std::string_view rows = table->rows;
    const auto take_line = [&rows] {
        const auto end = std::min(rows.find('\n'), rows.size());
        const std::string_view line = rows.substr(0, end);
        rows.remove_prefix(std::min(end + 1, rows.size()));
        return line;
    };
    const auto columns = values_of(take_line());
    constexpr std::array<std::string_view, 10> wanted{
        "number",
        "held_on",
        "kind",
        "program",
        "category",
        "name_as_published",
        "invitations",
        "cutoff_crs",
        "tie_break",
        "pool_total"};
    std::vector<Round> result;
    while (!rows.empty()) {
        const auto values = values_of(take_line());
        Row row;
        std::ranges::transform(wanted, row.begin(), [&](const std::string_view column) {
            const auto place =
                static_cast<std::size_t>(std::ranges::find(columns, column) - columns.begin());
            return std::string{values.at(place)};
        });
        result.push_back(round_of(row));
    }
    return result;
}

}  // namespace

std::vector<Round> RoundStore::list() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        std::vector<Round> rounds;
        for (const auto& found : run(transaction, embedded_queries::list_rounds.name)) {
            Row row;
            for (std::size_t column = 0; column < row.size(); ++column) {
                const auto field = found[static_cast<pqxx::row::size_type>(column)];
                row[column] = field.is_null() ? "" : field.as<std::string>();
            }
            rounds.push_back(round_of(row));
        }
        return rounds;
    });
}

RoundImport RoundStore::import(const std::vector<Round>& rounds) {
    json::array rows;
    for (const Round& round : rounds) {
        rows.push_back(row_json(round));
    }
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto counts =
            run(transaction, embedded_queries::import_rounds.name, json::serialize(rows)).front();
        RoundImport done{
            .added = counts[0].as<std::size_t>(),
            .changed = counts[1].as<std::size_t>(),
            .unchanged = rounds.size(),
        };
        done.unchanged -= done.added + done.changed;
        return done;
    });
}

const std::vector<Round>& shipped_rounds() {
    static const std::vector<Round> rounds = read_shipped();
    return rounds;
}

}  // namespace store
