#include "sql/store/import_rows.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

namespace store {
namespace {

constexpr std::size_t rows_at_once = 5'000;

using Fields = std::vector<const char*>;

// libpqxx 6 copies tuples, whose length is part of their type: a function for each length.
template <std::size_t... Index>
void write_tuple(pqxx::stream_to& stream, const Fields& fields, const std::index_sequence<Index...>&) {
    stream << std::tuple{fields[Index]...};
}

constexpr std::size_t fields_max = 24;

template <std::size_t Length = fields_max>
void write_fields(pqxx::stream_to& stream, const Fields& fields) {
    if (fields.size() == Length) {
        write_tuple(stream, fields, std::make_index_sequence<Length>{});
        return;
    }
    if constexpr (Length > 1) {
        write_fields<Length - 1>(stream, fields);
    }
}

}  // namespace

ImportRows::ImportRows(
    pqxx::work& transaction, const NewImport& about, const std::int64_t import_id
)
    : transaction_{transaction}, about_{about}, import_id_{std::to_string(import_id)} {}

void ImportRows::take(ImportItem item) {
    if (auto* row = std::get_if<ImportedRow>(&item)) {
        assert(row->values.size() == about_.columns.size());
        ++rows_;
        left_out_ += static_cast<std::int64_t>(row->left_out.size());
        std::ranges::move(row->left_out, std::back_inserter(waiting_refused_));
        waiting_.push_back(std::move(*row));
    } else if (auto* refused = std::get_if<Refused>(&item)) {
        ++refused_;
        waiting_refused_.push_back(std::move(*refused));
    } else {
        ++passed_over_[std::get<PassedOverRow>(item).what];
    }
    if (waiting_.size() + waiting_refused_.size() >= rows_at_once) {
        flush();
    }
}

void ImportRows::flush() {
    write_rows();
    write_refused();
}

void ImportRows::write_rows() {
    if (waiting_.empty()) {
        return;
    }
    std::vector<std::string> columns{"import_id", "line"};
    columns.insert(columns.end(), about_.columns.begin(), about_.columns.end());
    assert(columns.size() <= fields_max);
    pqxx::stream_to stream{transaction_, about_.table, columns};
    Fields fields;
    for (const ImportedRow& row : waiting_) {
        const std::string line = std::to_string(row.line);
        fields.assign({import_id_.c_str(), line.c_str()});
        for (const auto& value : row.values) {
            fields.push_back(value ? value->c_str() : nullptr);
        }
        write_fields(stream, fields);
    }
    stream.complete();
    waiting_.clear();
}

void ImportRows::write_refused() {
    if (waiting_refused_.empty()) {
        return;
    }
    const std::vector<std::string> columns{"import_id", "line", "field", "extent", "reason", "raw"};
    pqxx::stream_to stream{transaction_, "reference_refused", columns};
    for (const Refused& row : waiting_refused_) {
        const std::string extent = row.extent == Refused::Extent::row ? "row" : "value";
        stream << std::tuple{import_id_, row.line, row.field, extent, row.reason, row.raw};
    }
    stream.complete();
    waiting_refused_.clear();
}

}  // namespace store
