#include "indexer/reference_data/html_rows.hpp"

#include "indexer/sources/html.hpp"
#include "indexer/sources/text.hpp"

#include <memory>
#include <utility>

namespace reference_data {
namespace {

using sources::Element;

bool is_cell(const Element& element) { return element.tag() == "td" || element.tag() == "th"; }

std::vector<Element> rows_of_longest_table(const sources::Page& page) {
    std::vector<Element> longest;
    for (const Element& table : page.root().all(sources::with_tag("table"))) {
        auto rows = table.all(sources::with_tag("tr"));
        if (rows.size() > longest.size()) {
            longest = std::move(rows);
        }
    }
    return longest;
}

std::optional<domain::Date> modified_on(const sources::Page& page) {
    const auto meta = page.root().first([](const Element& element) {
        return element.tag() == "meta" && element.attribute("name") == "dcterms.modified";
    });
    const auto date = domain::parse_date(meta ? meta->attribute("content") : std::string_view{});
    return date ? std::optional{*date} : std::nullopt;
}

}  // namespace

domain::Result<Rows> html_rows(const std::string_view html) {
    auto page = sources::Page::parse(sources::page_text(html));
    if (!page) {
        return page.error();
    }
    auto rows = std::make_shared<std::vector<Row>>();
    for (const Element& element : rows_of_longest_table(*page)) {
        Row row{
            .line = static_cast<std::int64_t>(rows->size()) + 1,
            .cells = {},
            .fault = {},
            .raw = {}};
        for (const Element& cell : element.all(is_cell)) {
            row.cells.push_back(sources::joined(cell.lines(), ", "));
        }
        rows->push_back(std::move(row));
    }
    if (rows->empty()) {
        return domain::invalid("", "the page holds no table");
    }
    return Rows{
        .next = [rows, at = std::size_t{0}]() mutable -> domain::Result<std::optional<Row>> {
            return at < rows->size() ? std::optional{std::move((*rows)[at++])} : std::nullopt;
        },
        .published_on = modified_on(*page)};
}

}  // namespace reference_data
