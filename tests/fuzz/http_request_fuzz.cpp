// Anything may come over a socket: reading it fails in no other way than by a refusal, what is read
// is one thing only, and how the bytes were cut on their way makes no difference.

#include "services/http/request_reader.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using Stage = http::RequestReader::Stage;

constexpr std::size_t body_bytes_max = 1'000;

struct Outcome {
    Stage stage = Stage::head;
    std::size_t consumed = 0;
    http::Request request = {};
    unsigned status = 0;
    bool keep_alive = false;
};

/// `step`: how many bytes come at a time.
Outcome read(const std::string_view bytes, const std::size_t step) {
    static const http::RequestReader::BodyLimit limit = [](const http::Request&) {
        return body_bytes_max;
    };
    http::RequestReader reader{{}, limit};
    std::size_t consumed = 0;
    const auto goes_on = [&reader] {
        return reader.stage() == Stage::head || reader.stage() == Stage::body;
    };
    for (std::size_t there = 0; there < bytes.size() && goes_on();) {
        there = std::min(there + step, bytes.size());
        for (std::size_t read = 1; read > 0 && consumed < there && goes_on();) {
            read = reader.read(bytes.substr(consumed, there - consumed));
            consumed += read;
        }
    }
    Outcome outcome{.stage = reader.stage(), .consumed = consumed};
    if (outcome.stage == Stage::whole) {
        outcome.request = reader.request();
        outcome.keep_alive = reader.keep_alive();
    } else if (outcome.stage == Stage::refused) {
        outcome.status = reader.refusal().status;
    }
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const Outcome at_once = read(bytes, size + 1);
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) {
        const Outcome cut = read(bytes, step);
        assert(cut.stage == at_once.stage);
        assert(cut.status == at_once.status);
        assert(cut.keep_alive == at_once.keep_alive);
        assert(cut.request.target == at_once.request.target);
        assert(cut.request.headers == at_once.request.headers);
        assert(cut.request.body == at_once.request.body);
        assert(cut.stage != Stage::whole || cut.consumed == at_once.consumed);
    }
    if (at_once.stage == Stage::refused) {
        assert(at_once.status >= 400 && at_once.status < 600);
    }
    if (at_once.stage == Stage::whole) {
        const http::Request& request = at_once.request;
        assert(request.body.size() <= body_bytes_max);
        const auto named = [&request](const std::string_view name) {
            return std::count_if(
                request.headers.begin(),
                request.headers.end(),
                [name](const auto& header) { return http::equal_ignoring_case(header.first, name); }
            );
        };
        assert(named("Host") <= 1 && named("Content-Length") <= 1);
        assert(named("Content-Length") == 0 || named("Transfer-Encoding") == 0);
        // Of what stands in a head, nothing ends a line or hides one.
        for (const auto& [name, value] : request.headers) {
            const auto is_control = [](const char letter) {
                return (static_cast<unsigned char>(letter) < 0x20 && letter != '\t') ||
                       letter == 0x7F;
            };
            assert(std::none_of(value.begin(), value.end(), is_control));
            assert(!name.empty());
        }
    }
    return 0;
}
