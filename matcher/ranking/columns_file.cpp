#include "matcher/ranking/columns_file.hpp"

#include <boost/crc.hpp>

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <limits>
#include <type_traits>

namespace ranking {
namespace {

static_assert(std::is_trivially_copyable_v<Row> && std::is_trivially_copyable_v<fit::Spot>);

/// Where each column stands in a row, in their order.
constexpr auto layout = std::to_array<std::size_t>(
    {offsetof(Row, id),
     offsetof(Row, posted_day),
     offsetof(Row, last_live_day),
     offsetof(Row, noc),
     offsetof(Row, employer),
     offsetof(Row, hourly_pay),
     offsetof(Row, starts_day),
     offsetof(Row, spot),
     offsetof(Row, place),
     offsetof(Row, provinces),
     offsetof(Row, province),
     offsetof(Row, title_support),
     offsetof(Row, experience_months_asked),
     offsetof(Row, working_language),
     offsetof(Row, licence_asked),
     offsetof(Row, education_asked),
     offsetof(Row, offer_zero),
     offsetof(Row, flags)}
);

/// A row as far as its last column.
constexpr std::size_t row_bytes = offsetof(Row, flags) + sizeof(Row::flags);
static_assert(row_bytes == 48, "a column more or less is another form: name it in `layout`");

/// FNV-1a of all that gives the bytes of a row their meaning.
constexpr std::uint64_t form() {
    std::uint64_t hash = 14695981039346656037U;
    const auto add = [&hash](const std::uint64_t value) { hash = (hash ^ value) * 1099511628211U; };
    for (const std::size_t place : layout) {
        add(place);
    }
    add(sizeof(Row));
    add(row_version);
    add(std::endian::native == std::endian::little ? 1 : 2);
    return hash;
}

/// Every byte of it is a column's.
struct Header {
    std::array<char, 8> magic{'J', 'S', 'C', 'O', 'L', 'U', 'M', 'N'};
    std::uint64_t form = ranking::form();
    std::array<char, database_name_max> database{};
    std::int64_t revision = 0;
    std::uint64_t rows = 0;
    std::uint32_t rows_checksum = 0;
    std::uint32_t checksum = 0;  ///< Of the header before it.
};
static_assert(std::has_unique_object_representations_v<Header>);

std::uint32_t checksum_of(const char* bytes, const std::size_t count) {
    boost::crc_32_type checksum;
    checksum.process_bytes(bytes, count);
    return checksum.checksum();
}

std::array<char, sizeof(Header)> bytes_of(const Header& header) {
    return std::bit_cast<std::array<char, sizeof(Header)>>(header);
}

std::uint32_t checksum_of(const Header& header) {
    return checksum_of(bytes_of(header).data(), offsetof(Header, checksum));
}

/// Within ten thousand years, so that no sum of days overflows.
bool is_day(const std::int32_t day) { return -4'000'000 <= day && day <= 4'000'000; }

bool is_noc(const std::int32_t number) {
    return number >= 0 && number <= 99'999 && number / 1'000 % 10 <= 5;
}

bool is_spot(const fit::Spot spot) {
    if (!spot.is_known()) {
        return spot.longitude == fit::Spot::unknown;
    }
    return -9'000 <= spot.latitude && spot.latitude <= 9'000 && -18'000 <= spot.longitude &&
           spot.longitude <= 18'000;
}

/// Whether ranking, which looks values up in tables, can go by the row.
bool is_sound(const Row& row) {
    constexpr int flags_all = flag::experience_stated | flag::french_likely |
                              flag::refuses_outside_canada | flag::remote |
                              flag::equivalent_experience_accepted | flag::short_terms |
                              flag::asks_other_language;
    return row.id > 0 && is_day(row.posted_day) && is_day(row.last_live_day) && is_noc(row.noc) &&
           row.hourly_pay >= 0 && is_day(row.starts_day) && is_spot(row.spot) &&
           row.province < domain::province_codes.size() &&
           row.provinces >> domain::province_codes.size() == 0 &&
           (row.provinces >> row.province & 1) != 0 &&
           row.working_language <= static_cast<int>(domain::WorkingLanguage::bilingual) &&
           row.licence_asked < domain::licences &&
           row.education_asked <= domain::education_levels &&
           row.offer_zero <= 1 + static_cast<int>(express_entry::LiftReason::points_not_known) &&
           (row.flags & ~flags_all) == 0;
}

domain::Error refused(const std::string& reason) { return domain::invalid("", reason); }

domain::Result<Header> header_of(const std::string_view file, const std::string_view database) {
    if (file.size() < sizeof(Header)) {
        return refused("is cut short");
    }
    Header header;
    std::memcpy(static_cast<void*>(&header), file.data(), sizeof(Header));
    if (header.magic != Header{}.magic) {
        return refused("is no file of columns");
    }
    if (header.form != form()) {
        return refused("was written by another version");
    }
    if (header.checksum != checksum_of(header)) {
        return refused("is damaged: the checksum of its header is another");
    }
    std::array<char, database_name_max> asked{};
    database.copy(asked.data(), asked.size());
    if (database.size() > asked.size() || header.database != asked) {
        return refused("belongs to another database");
    }
    const std::size_t rest = file.size() - sizeof(Header);
    if (header.revision < 0 || rest % row_bytes != 0 || rest / row_bytes != header.rows) {
        return refused(
            "is to have " + std::to_string(header.rows) + " rows and has " + std::to_string(rest) +
            " bytes of them"
        );
    }
    if (header.rows_checksum != checksum_of(file.data() + sizeof(Header), rest)) {
        return refused("is damaged: the checksum of its rows is another");
    }
    return header;
}

}  // namespace

std::string columns_file(
    const std::span<const Row> rows, const std::int64_t revision, const std::string_view database
) {
    assert(database.size() <= database_name_max);
    std::string file(sizeof(Header) + rows.size() * row_bytes, '\0');
    char* next = file.data() + sizeof(Header);
    for (const Row& row : rows) {
        std::memcpy(next, &row, row_bytes);
        next += row_bytes;
    }
    Header header{.revision = revision, .rows = rows.size()};
    database.copy(header.database.data(), header.database.size());
    header.rows_checksum = checksum_of(file.data() + sizeof(Header), file.size() - sizeof(Header));
    header.checksum = checksum_of(header);
    const auto bytes = bytes_of(header);
    std::memcpy(file.data(), bytes.data(), bytes.size());
    return file;
}

domain::Result<Snapshot> snapshot_from(
    const std::string_view file, const std::string_view database
) {
    const auto header = header_of(file, database);
    if (!header) {
        return header.error();
    }
    std::vector<Row> rows(header->rows);
    const char* next = file.data() + sizeof(Header);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        std::memcpy(static_cast<void*>(&rows[index]), next, row_bytes);
        next += row_bytes;
        // Sorted as a snapshot's rows are, so that no id stands twice in a group.
        const bool in_order =
            index == 0 || rows[index - 1].noc < rows[index].noc ||
            (rows[index - 1].noc == rows[index].noc && rows[index - 1].id < rows[index].id);
        if (!in_order || !is_sound(rows[index])) {
            return refused("holds a row that cannot be: row " + std::to_string(index + 1));
        }
    }
    return Snapshot{std::move(rows), header->revision};
}

}  // namespace ranking
