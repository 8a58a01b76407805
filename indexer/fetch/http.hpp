#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fetch {

/// Which addresses one connection may lead to.
enum class Reach { public_only, anywhere };

/// One GET, without redirects and without another try.
struct Request {
    std::string url;  ///< As parse_url() gives it.
    std::string user_agent;
    std::vector<std::string> headers;  ///< Further ones, `Name: value`.
    Reach reach = Reach::public_only;
    std::optional<std::filesystem::path> ca_file;  ///< Instead of the system's.
    std::int64_t bytes_max = 0;                    ///< Of the body, decoded.
    std::chrono::milliseconds time_max{0};         ///< From connecting to the last byte.
    std::chrono::milliseconds connect_max{10000};
    std::chrono::seconds stall_max{30};  ///< Without a single byte.
};

/// How a request ended.
enum class End {
    answered,  ///< The answer is whole, or the sink had enough of it.
    failed,    ///< By what may pass: no connection, too slow, cut short.
    refused,   ///< By what will not pass by itself: size, address, certificate, encoding.
    stopped,   ///< By us.
};

struct Reply {
    End end = End::failed;
    std::string error;  ///< Unless it was answered: why, without the URL.
    int status = 0;
    std::string etag;
    std::string last_modified;
    std::string link;
    std::string redirect;  ///< Absolute; empty unless the status is a redirect's.
    std::optional<std::chrono::seconds> retry_after;  ///< From now.
};

/// Takes a piece of a body; false: no more is wanted.
using BodySink = std::function<bool(std::string_view)>;

/// The sink gets the decoded body of an answer 200, and of no other. Certificates are always
/// verified; proxies of the environment are not used. The address is looked at when a connection
/// is about to be made to it, so that no name can mean another one by then. What the sink throws
/// comes out here.
Reply get(const Request& request, const BodySink& sink, const std::stop_token& stop);

}  // namespace fetch
