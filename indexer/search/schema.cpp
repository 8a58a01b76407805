#include "indexer/search/schema.hpp"

#include <cassert>
#include <limits>

namespace search::schema {
namespace {

constexpr std::uint32_t id_max = std::numeric_limits<std::uint32_t>::max();
constexpr int byte_count = 8;

}  // namespace

std::uint64_t newest_key(const domain::Date posted, const domain::PostingId id) {
    assert(id >= 0 && id <= id_max);
    // The sign bit is turned so that days before 1970 come before those after.
    const std::uint32_t day =
        static_cast<std::uint32_t>(domain::days_since_epoch(posted)) ^ 0x8000'0000U;
    return std::uint64_t{day} << 32U | (id_max - static_cast<std::uint32_t>(id));
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
