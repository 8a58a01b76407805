#include "services/http/trace_context.hpp"

#include <algorithm>

namespace http {
namespace {

constexpr std::size_t length_of_version_0 = 55;  // 2 + 1 + 32 + 1 + 16 + 1 + 2

bool is_hex(const std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](const char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    });
}

bool is_id(const std::string_view text) {
    return is_hex(text) && text.find_first_not_of('0') != text.npos;
}

}  // namespace

std::optional<TraceParent> parse_traceparent(const std::string_view text) {
    if (text.size() < length_of_version_0 || text[2] != '-' || text[35] != '-' || text[52] != '-') {
        return std::nullopt;
    }
    const std::string_view version = text.substr(0, 2);
    const std::string_view trace_id = text.substr(3, 32);
    const std::string_view parent_id = text.substr(36, 16);
    const std::string_view flags = text.substr(53, 2);
    const std::string_view more = text.substr(length_of_version_0);
    const bool length_fits = more.empty() || (version != "00" && more.front() == '-');
    if (!is_hex(version) || version == "ff" || !is_id(trace_id) || !is_id(parent_id) ||
        !is_hex(flags) || !length_fits) {
        return std::nullopt;
    }
    constexpr std::string_view odd = "13579bdf";
    return TraceParent{
        .trace_id = std::string{trace_id},
        .parent_id = std::string{parent_id},
        .sampled = odd.find(flags[1]) != odd.npos};
}

std::string Trace::to_string() const {
    return "00-" + trace_id + "-" + span_id + (sampled ? "-01" : "-00");
}

Trace continue_trace(const Headers& headers, std::string trace_id, std::string span_id) {
    const auto is_traceparent = [](const auto& header) {
        return equal_ignoring_case(header.first, "traceparent");
    };
    Trace trace{.trace_id = std::move(trace_id), .span_id = std::move(span_id)};
    const auto found = std::find_if(headers.begin(), headers.end(), is_traceparent);
    if (found == headers.end() ||
        std::find_if(std::next(found), headers.end(), is_traceparent) != headers.end()) {
        return trace;
    }
    if (auto parent = parse_traceparent(found->second)) {
        trace.trace_id = std::move(parent->trace_id);
        trace.parent_id = std::move(parent->parent_id);
        trace.sampled = parent->sampled;
    }
    return trace;
}

}  // namespace http
