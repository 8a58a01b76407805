#pragma once

#include "services/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

/// W3C Trace Context (https://www.w3.org/TR/trace-context/): one trace goes through many programs.
namespace http {

struct TraceParent {
    std::string trace_id;   ///< 32 hexadecimal digits in lower case.
    std::string parent_id;  ///< 16; the span of whoever asks.
    bool sampled = false;
};

/// Nothing for what is not exactly of the form: of version ff, with letters in upper case, an id of
/// zeros, or more after it than its version allows.
std::optional<TraceParent> parse_traceparent(std::string_view text);

/// Where a request stands in its trace.
struct Trace {
    std::string trace_id;
    std::string parent_id = {};  ///< Empty where the trace begins here.
    std::string span_id;         ///< Of the request here.
    bool sampled = false;

    /// As `traceparent` tells it.
    std::string to_string() const;
};

/// Continues the caller's trace; begins one where there is no traceparent, a malformed one, or more
/// than one. `trace_id` and `span_id` are new ones.
Trace continue_trace(const Headers& headers, std::string trace_id, std::string span_id);

}  // namespace http
