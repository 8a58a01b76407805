#include "services/api/lists.hpp"

#include "matcher/document/json.hpp"
#include "services/api/document.hpp"
#include "services/http/accept.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace api {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> forms{"application/json", ndjson_type, csv_type};

/// One for each element of the list within an item, which stands in the place of that list.
std::vector<json::object> rows_of(const List& list, const json::array& items) {
    std::vector<json::object> rows;
    for (const json::value& item : items) {
        if (list.rows.empty()) {
            rows.push_back(item.as_object());
            continue;
        }
        for (const json::value& element : item.at(list.rows).as_array()) {
            json::object row = item.as_object();
            row[list.rows] = element;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace

http::Response in_preferred_form(
    const List& list, const http::Request& request, http::Response response
) {
    response.headers.emplace_back("Vary", "Accept");
    const std::string_view form = forms[http::preferred(request.header("Accept"), forms)];
    if (response.status != 200 || form == forms.front()) {
        return response;
    }
    const json::value answer = document::parse(response.body).value();
    const json::array& items = answer.at(list.items).as_array();
    if (form == ndjson_type) {
        response.content_type = std::string{ndjson_type} + "; charset=utf-8";
        response.body = wire::ndjson(items);
    } else {
        response.content_type = std::string{csv_type} + "; charset=utf-8; header=present";
        response.body = wire::csv(list.columns, rows_of(list, items));
    }
    return response;
}

std::string link_to_next(
    const std::string_view path, const http::Query& query, const std::string_view cursor
) {
    std::vector<std::pair<std::string, std::string>> parameters = query.all();
    std::erase_if(parameters, [](const auto& parameter) { return parameter.first == "cursor"; });
    parameters.emplace_back("cursor", cursor);
    return "<" + http::format_target(path, parameters) + R"(>; rel="next")";
}

http::Response answer_page(
    const std::string_view path,
    const http::Query& query,
    json::object body,
    const std::optional<std::int64_t> last
) {
    return answer_page_before(
        path, query, std::move(body), last ? std::to_string(*last) : std::string{}
    );
}

http::Response answer_page_before(
    const std::string_view path,
    const http::Query& query,
    json::object body,
    const std::string& cursor
) {
    body["next_cursor"] = cursor.empty() ? json::value(nullptr) : json::value(cursor);
    http::Response response = answer_json(200, body);
    if (!cursor.empty()) {
        response.headers.emplace_back("Link", link_to_next(path, query, cursor));
    }
    return response;
}

}  // namespace api
