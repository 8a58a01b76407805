#include "indexer/search/schema.hpp"

#include <cassert>
#include <limits>

namespace search::schema {
namespace {

constexpr std::uint32_t id_max = std::numeric_limits<std::uint32_t>::max();
constexpr int byte_count = 8;

/// Turned so that days before 1970 come before those after.
constexpr std::uint32_t sign_bit = 0x8000'0000U;

}  // namespace

std::uint64_t newest_key(const domain::Date posted, const domain::PostingId id) {
    assert(id >= 0 && id <= id_max);
    const std::uint32_t day =
        static_cast<std::uint32_t>(domain::days_since_epoch(posted)) ^ sign_bit;
    return std::uint64_t{day} << 32U | (id_max - static_cast<std::uint32_t>(id));
}

domain::Date day_posted(const std::uint64_t newest_key) {
    const auto day = static_cast<std::uint32_t>(newest_key >> 32U) ^ sign_bit;
    return domain::date_from_days(static_cast<std::int32_t>(day));
}

domain::PostingId id(const std::uint64_t newest_key) {
    return id_max - static_cast<std::uint32_t>(newest_key);
}

std::string to_value(std::uint64_t newest_key) {
    std::string value(byte_count, '\0');
    for (auto byte = value.rbegin(); byte != value.rend(); ++byte) {
        *byte = static_cast<char>(newest_key & 0xFFU);
        newest_key >>= 8U;
    }
    return value;
}

std::uint64_t from_value(const std::string_view value) {
    assert(value.size() == byte_count);
    std::uint64_t key = 0;
    for (const char byte : value) {
        key = key << 8U | static_cast<unsigned char>(byte);
    }
    return key;
}

}  // namespace search::schema
