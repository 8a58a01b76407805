#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/ranking/columns.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// A snapshot as the bytes of a file, so that a program need not make every row anew when it
/// starts. The form is this machine's and this version's own: what another wrote is refused, and
/// the rows are made from the postings again.
namespace ranking {

/// Longest name of a database that the header has room for.
inline constexpr std::size_t database_name_max = 64;

/// Of a sealed file: a header with the form, the database and the revision, a checksum of header
/// and of rows, and the rows, 45 bytes each. `database` is at most database_name_max bytes long.
std::string columns_file(
    std::span<const Row> rows, std::int64_t revision, std::string_view database
);

/// The snapshot of columns_file(). Refuses, with the reason, what is cut short or too long, was
/// changed, comes from another version or another database, or holds a row that row() never makes;
/// of such bytes nothing is used.
domain::Result<Snapshot> snapshot_from(std::string_view file, std::string_view database);

}  // namespace ranking
