#include "indexer/reference_data/entry_reader.hpp"

#include "indexer/sources/text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

namespace reference_data {
namespace {

namespace json = boost::json;
using store::ImportedRow;
using store::ImportItem;
using store::PassedOverRow;
using store::Refused;

Refused refused(const Row& row, const domain::Error& error) {
    return {
        .line = row.line,
        .field = error.field,
        .extent = Refused::Extent::row,
        .reason = error.message,
        .raw = raw_text(row)};
}

bool is_blank(const Row& row) {
    return row.fault.empty() && std::ranges::all_of(row.cells, [](const std::string& cell) {
               return sources::trimmed(cell).empty();
           });
}

}  // namespace

EntryReader::EntryReader(const Layout& layout, Header header, Prepare prepare)
    : layout_{layout}, header_{std::move(header)}, prepare_{std::move(prepare)} {
    std::vector<std::size_t> taken;
    for (const Field& field : layout_.fields) {
        const auto column = header_.column(field.headers);
        sources_.push_back({.field = &field, .column = column});
        if (column) {
            taken.push_back(*column);
        }
    }
    for (std::size_t column = 0; column < header_.published().size(); ++column) {
        const bool free = std::ranges::find(taken, column) == taken.end();
        if (free && !header_.published()[column].empty()) {
            rest_.push_back(column);
        }
    }
    for (const auto name : layout_.key) {
        const auto found = std::ranges::find(layout_.fields, name, &Field::column);
        assert(found != layout_.fields.end());
        key_.push_back(static_cast<std::size_t>(found - layout_.fields.begin()));
    }
}

ImportItem EntryReader::read(Row row) {
    if (!row.fault.empty()) {
        return refused(row, domain::invalid("", row.fault));
    }
    if (is_blank(row)) {
        return PassedOverRow{"blank"};
    }
    const std::size_t columns = header_.published().size() - layout_.added.size();
    while (row.cells.size() > columns && sources::trimmed(row.cells.back()).empty()) {
        row.cells.pop_back();
    }
    if (prepare_) {
        if (auto what = prepare_(row)) {
            return PassedOverRow{std::move(*what)};
        }
    }
    if (row.cells.size() != header_.published().size()) {
        return refused(
            row,
            domain::invalid(
                "",
                "the row has " + std::to_string(row.cells.size() - layout_.added.size()) +
                    " columns where the header has " + std::to_string(columns)
            )
        );
    }
    auto entry = entry_from(row);
    if (!entry) {
        return refused(row, entry.error());
    }
    if (const auto line = line_of_the_same(*entry)) {
        return refused(
            row,
            domain::invalid(
                std::string{layout_.key.front()}, "the same stands on line " + std::to_string(*line)
            )
        );
    }
    return std::move(*entry);
}

domain::Result<ImportedRow> EntryReader::entry_from(const Row& row) const {
    ImportedRow entry{.line = row.line, .values = {}};
    entry.values.reserve(sources_.size() + 1);
    for (const Source& source : sources_) {
        auto value = value_of(source, row);
        if (value) {
            entry.values.push_back(std::move(*value));
            continue;
        }
        if (source.field->doubt == Doubt::refuses_row) {
            return value.error();
        }
        entry.values.emplace_back();
        entry.left_out.push_back(refused(row, value.error()));
        entry.left_out.back().extent = Refused::Extent::value;
    }
    if (layout_.rest) {
        auto rest = rest_of(row);
        if (!rest) {
            return rest.error();
        }
        entry.values.emplace_back(std::move(*rest));
    }
    return entry;
}

domain::Result<std::optional<std::string>> EntryReader::value_of(
    const Source& source, const Row& row
) const {
    const Field& field = *source.field;
    const auto or_null = [&](const std::string_view value) {
        return value.empty() ? std::nullopt : std::optional{std::string{value}};
    };
    if (field.headers.empty()) {
        return or_null(field.constant);
    }
    const auto cell = source.column ? sources::trimmed(row.cells[*source.column]) : "";
    if (cell.empty() && field.presence == Presence::required) {
        return domain::invalid(header_.published()[*source.column], "missing");
    }
    if (cell.empty()) {
        return or_null(field.otherwise);
    }
    const auto value = field.read(cell);
    if (!value) {
        return domain::invalid(header_.published()[*source.column], value.error().message);
    }
    if (value->empty() && field.presence == Presence::required) {
        return domain::invalid(header_.published()[*source.column], "missing");
    }
    return value->empty() ? or_null(field.otherwise) : or_null(*value);
}

domain::Result<std::string> EntryReader::rest_of(const Row& row) const {
    json::object rest;
    for (const std::size_t column : rest_) {
        const auto cell = sources::trimmed(row.cells[column]);
        if (cell.empty()) {
            continue;
        }
        const auto value = layout_.rest->read(cell);
        if (!value) {
            return domain::invalid(header_.published()[column], value.error().message);
        }
        json::error_code error;
        const json::value said =
            layout_.rest->as == Rest::As::number ? json::parse(*value, error) : json::value(*value);
        if (error) {
            return domain::invalid(header_.published()[column], "'" + *value + "' is no number");
        }
        rest.emplace(header_.published()[column], said);
    }
    return json::serialize(rest);
}

std::optional<std::int64_t> EntryReader::line_of_the_same(const ImportedRow& entry) {
    if (key_.empty()) {
        return std::nullopt;
    }
    std::string key;
    for (const std::size_t index : key_) {
        key += entry.values[index].value_or("") + '\n';
    }
    const auto [found, is_new] = lines_.emplace(std::move(key), entry.line);
    return is_new ? std::nullopt : std::optional{found->second};
}

}  // namespace reference_data
