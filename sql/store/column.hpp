#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/instant.hpp"

#include <pqxx/pqxx>

#include <cstdint>
#include <optional>

/// Days and moments in the columns of a row; for the stores only.
namespace store {

/// A date; nothing where it is NULL.
inline std::optional<domain::Date> date_in(const pqxx::field& field) {
    return field.is_null() ? std::nullopt
                           : std::optional{domain::parse_date(field.c_str()).value()};
}

/// A moment that the query gives in seconds since 1970.
inline Instant instant_in(const pqxx::field& field) {
    return instant_from(field.as<std::int64_t>());
}

}  // namespace store
