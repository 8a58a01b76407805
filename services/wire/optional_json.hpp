#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>

/// Values that may be absent, as JSON with null for what is not there.
namespace wire {

inline boost::json::value or_null(const std::optional<int> number) {
    return number ? boost::json::value(*number) : boost::json::value(nullptr);
}

inline boost::json::value or_null(const std::optional<domain::Cents> cents) {
    return cents ? boost::json::value(*cents) : boost::json::value(nullptr);
}

inline boost::json::value or_null(const std::optional<domain::Date> date) {
    return date ? boost::json::value(domain::to_string(*date)) : boost::json::value(nullptr);
}

inline boost::json::value or_null(const std::optional<domain::NocCode> noc) {
    return noc ? boost::json::value(noc->to_string()) : boost::json::value(nullptr);
}

/// Empty text is text that was not stated.
inline boost::json::value or_null(const std::string& text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

}  // namespace wire
