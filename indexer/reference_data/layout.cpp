#include "indexer/reference_data/layout.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>

namespace reference_data {

std::string header_name(const std::string_view published) {
    return sources::lower_case_ascii(text(published).value());
}

Header::Header(const Row& row) {
    for (const std::string& cell : row.cells) {
        published_.push_back(text(cell).value());
        names_.push_back(header_name(cell));
    }
    while (!names_.empty() && names_.back().empty()) {
        published_.pop_back();
        names_.pop_back();
    }
}

std::optional<std::size_t> Header::column(const std::vector<std::string_view>& names) const {
    for (const auto name : names) {
        const auto found = std::ranges::find(names_, name);
        if (found != names_.end()) {
            return static_cast<std::size_t>(found - names_.begin());
        }
    }
    return std::nullopt;
}

void Header::append(const std::string_view name) {
    published_.emplace_back(name);
    names_.emplace_back(name);
}

namespace {

bool has(const Header& header, const Field& field) {
    return field.headers.empty() || field.presence == Presence::may_be_absent ||
           header.column(field.headers).has_value();
}

bool added_by(const Layout& layout, const Field& field) {
    return std::ranges::any_of(field.headers, [&](const auto name) {
        return std::ranges::find(layout.added, name) != layout.added.end();
    });
}

}  // namespace

bool recognises(const Layout& layout, const Header& header) {
    if (!layout.told_by.empty() && !header.column({layout.told_by})) {
        return false;
    }
    return std::ranges::all_of(layout.fields, [&](const Field& field) {
        return added_by(layout, field) || has(header, field);
    });
}

std::string lacking(const Layout& layout, const Header& header) {
    std::vector<std::string> names;
    for (const Field& field : layout.fields) {
        if (!added_by(layout, field) && !has(header, field)) {
            names.emplace_back(field.headers.front());
        }
    }
    if (!layout.told_by.empty() && !header.column({layout.told_by})) {
        names.emplace_back(layout.told_by);
    }
    return sources::joined(names, ", ");
}

std::vector<std::string_view> columns_of(const Layout& layout) {
    std::vector<std::string_view> columns;
    columns.reserve(layout.fields.size() + 1);
    for (const Field& field : layout.fields) {
        columns.push_back(field.column);
    }
    if (layout.rest) {
        columns.push_back(layout.rest->column);
    }
    return columns;
}

}  // namespace reference_data
