#include "indexer/seen_ids.hpp"

namespace ingest {
namespace {

/// 64-bit FNV-1a, its bits mixed once more: ids are often numbers in a row.
std::uint64_t hash(const std::string_view id) {
    std::uint64_t value = 0xcbf2'9ce4'8422'2325U;
    for (const char byte : id) {
        value = (value ^ static_cast<unsigned char>(byte)) * 0x100'0000'01b3U;
    }
    value = (value ^ (value >> 33U)) * 0xff51'afd7'ed55'8ccdU;
    return value ^ (value >> 33U);
}

}  // namespace

bool SeenIds::insert(const std::string_view id) { return hashes_.insert(hash(id)).second; }

bool SeenIds::contains(const std::string_view id) const { return hashes_.contains(hash(id)); }

}  // namespace ingest
