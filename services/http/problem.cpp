#include "services/http/problem.hpp"

#include "matcher/document/pointer.hpp"

#include <boost/core/demangle.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <cassert>
#include <cctype>
#include <stdexcept>
#include <typeinfo>

namespace http {
namespace {

constexpr std::string_view problem_type = "application/problem+json; charset=utf-8";
constexpr std::string_view retry_after_seconds = "1";

unsigned status_of(const domain::ErrorKind kind, const Input input) {
    switch (kind) {
        case domain::ErrorKind::invalid:
            return input == Input::syntax ? 400 : 422;
        case domain::ErrorKind::not_found:
            return 404;
        case domain::ErrorKind::unauthenticated:
            return 401;
        case domain::ErrorKind::forbidden:
            return 403;
        case domain::ErrorKind::conflict:
            return 412;
    }
    assert(false);
    return 500;
}

std::string described(const std::type_info& type, const std::string_view message) {
    const std::string_view first_line = message.substr(0, message.find('\n'));
    std::string text = boost::core::demangle(type.name());
    return first_line.empty() ? text : text.append(": ").append(first_line);
}

}  // namespace

std::string_view title_of(const unsigned status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 302:
            return "Found";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Internal Server Error";
    }
}

std::string problem_name(const unsigned status) {
    std::string name{title_of(status)};
    for (char& letter : name) {
        letter = letter == ' ' ? '_' : static_cast<char>(std::tolower(letter));
    }
    return name;
}

Response problem(
    const unsigned status,
    const std::string_view detail,
    const Place place,
    const std::string_view name
) {
    boost::json::object document{
        {"type", "/docs#problem-" + (name.empty() ? problem_name(status) : std::string{name})},
        {"title", title_of(status)},
        {"status", status},
        {"detail", detail},
    };
    switch (place.kind) {
        case Place::Kind::nowhere:
            break;
        case Place::Kind::parameter:
            document["parameter"] = place.name;
            break;
        case Place::Kind::header:
            document["header"] = place.name;
            break;
        case Place::Kind::body:
            document["pointer"] = document::pointer_of(place.name);
            break;
    }
    return {
        .status = status,
        .content_type = std::string{problem_type},
        .headers = {},
        .body = boost::json::serialize(document),
    };
}

Response problem(const domain::Error& error, const Input input) {
    Place place;
    if (input == Input::document && error.kind == domain::ErrorKind::invalid) {
        place = in_body(error.field);
    } else if (!error.field.empty()) {
        place = in_parameter(error.field);
    }
    Response response = problem(status_of(error.kind, input), error.message, place);
    if (response.status == 401) {
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return response;
}

void tell_trace(Response& response, const std::string_view trace_id) {
    if (response.content_type == problem_type) {
        // Written by problem(), and hexadecimal digits: nothing has to be read or escaped.
        response.body.back() = ',';
        response.body.append(R"("trace_id":")").append(trace_id).append(R"("})");
    }
}

Response unavailable(const std::string_view detail) {
    Response response = problem(503, detail);
    response.headers.emplace_back("Retry-After", retry_after_seconds);
    return response;
}

Response problem(const std::exception_ptr& exception) {
    const auto busy = [] { return unavailable("a part of the service does not answer"); };
    Response response;
    try {
        std::rethrow_exception(exception);
    } catch (const std::runtime_error& error) {
        response = busy();
        response.failure = described(typeid(error), error.what());
    } catch (const std::exception& error) {
        response = problem(500, "an error of the service, not of the request");
        response.failure = described(typeid(error), error.what());
    } catch (...) {
        response = busy();
        response.failure = described(*exception.__cxa_exception_type(), "");
    }
    return response;
}

}  // namespace http
