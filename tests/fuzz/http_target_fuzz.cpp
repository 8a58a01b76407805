// Anything may stand in a request line: reading it neither fails nor depends on who reads, and what
// was understood can be written and understood again.

#include "services/http/router.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

const http::Router& router() {
    static const http::Router table{{
        {.method = "GET",
         .pattern = "/v1/postings",
         .parameters = {{"q"}, {"province", true}},
         .handle = [](const http::Call&) { return http::Response{}; }},
        {.method = "GET",
         .pattern = "/v1/postings/{id:integer}",
         .handle =
             [](const http::Call& call) {
                 assert(call.path_integer(0) > 0);
                 return http::Response{};
             }},
        {.method = "GET",
         .pattern = "/v1/candidates/{id:uuid}/matches",
         .handle =
             [](const http::Call& call) {
                 assert(call.path_uuid(0).size() == 36);
                 return http::Response{};
             }},
    }};
    return table;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    http::Request request;
    request.method = "GET";
    request.target.assign(data, data + size);
    const auto response = router().answer(request);
    assert(response.status == 200 || response.status == 400 || response.status == 404);

    if (const auto target = http::parse_target(request.target)) {
        const auto written = http::format_target("/", target->query.all());
        const auto again = http::parse_target(written);
        assert(again && again->query.all() == target->query.all());
    }
    return 0;
}
