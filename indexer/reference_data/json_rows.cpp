#include "indexer/reference_data/json_rows.hpp"

#include "indexer/sources/text.hpp"
#include "matcher/document/json.hpp"

#include <boost/json.hpp>

#include <memory>
#include <utility>

namespace reference_data {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) {
    if (const auto* text = value.if_string()) {
        return std::string{*text};
    }
    return value.is_null() ? std::string{} : json::serialize(value);
}

Row row_of(const json::value& value, const Row& names, const std::int64_t line) {
    Row row{.line = line, .cells = {}, .fault = {}, .raw = {}};
    const json::object* object = value.if_object();
    if (object == nullptr) {
        row.fault = "not a JSON object";
        row.raw = json::serialize(value);
        return row;
    }
    for (const std::string& name : names.cells) {
        const json::value* member = object->if_contains(name);
        row.cells.push_back(member == nullptr ? std::string{} : text_of(*member));
        if (!sources::is_text(row.cells.back())) {
            row.fault = "the member " + name + " holds a zero character";
            row.raw = json::serialize(value);
        }
    }
    return row;
}

}  // namespace

domain::Result<Rows> json_rows(const std::string_view text) {
    const auto document = document::parse(text);
    if (!document) {
        return document.error();
    }
    const json::array* entries = document->if_array();
    if (entries == nullptr || entries->empty() || !entries->front().is_object()) {
        return domain::invalid("", "the document is no array of JSON objects");
    }
    auto rows = std::make_shared<std::vector<Row>>(1);
    for (const auto& member : entries->front().get_object()) {
        if (!sources::is_text(member.key())) {
            return domain::invalid("", "the name of a member holds a zero character");
        }
        rows->front().cells.emplace_back(member.key());
    }
    rows->reserve(entries->size() + 1);
    for (const json::value& entry : *entries) {
        rows->push_back(row_of(entry, rows->front(), static_cast<std::int64_t>(rows->size())));
    }
    return Rows{
        .next = [rows, at = std::size_t{0}]() mutable -> domain::Result<std::optional<Row>> {
            return at < rows->size() ? std::optional{std::move((*rows)[at++])} : std::nullopt;
        },
        .published_on = {}};
}

}  // namespace reference_data
