#pragma once

#include "services/http/message.hpp"
#include "services/http/target.hpp"
#include "services/wire/list_formats.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Every list as JSON, as NDJSON and as CSV, by `Accept`.
namespace api {

/// A route that answers a list.
struct List {
    std::string_view method;
    std::string_view pattern;
    std::string_view items;  ///< The member of the answer that is the list.
    std::string_view rows;   ///< The list within each item whose elements are the
                             ///< rows of CSV; empty where the items are.
    std::span<const wire::Column> columns;
};
std::span<const List> lists();

/// Null where the route answers no list.
const List* list_of(std::string_view method, std::string_view pattern);

inline constexpr std::string_view ndjson_type = "application/x-ndjson";
inline constexpr std::string_view csv_type = "text/csv";

/// The answer in the form that the request prefers. What is no list, such as a problem, stays as it
/// is; the cursor of the next page stands in Link in every form.
http::Response in_preferred_form(
    const List& list, const http::Request& request, http::Response response
);

/// `<the same request, on from the cursor>; rel="next"` (RFC 8288).
std::string link_to_next(std::string_view path, const http::Query& query, std::string_view cursor);

/// 200 with one page: `next_cursor` in `body`, and Link, lead on from `last`. Nothing: no page
/// follows, as fewer came than were asked for.
http::Response answer_page(
    std::string_view path,
    const http::Query& query,
    boost::json::object body,
    std::optional<std::int64_t> last
);

/// The same for a list whose cursor is no number; empty: no page follows.
http::Response answer_page_before(
    std::string_view path,
    const http::Query& query,
    boost::json::object body,
    const std::string& cursor
);

}  // namespace api
