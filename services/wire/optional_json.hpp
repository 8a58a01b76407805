#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

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

/// Empty text that is there stays empty text.
inline boost::json::value or_null(const std::optional<std::string>& text) {
    return text ? boost::json::value(*text) : boost::json::value(nullptr);
}

/// The member of this name.
inline boost::json::value member_or_null(
    const boost::json::object& object, const std::string_view name
) {
    const boost::json::value* const found = object.if_contains(name);
    return found != nullptr ? *found : boost::json::value(nullptr);
}

}  // namespace wire
