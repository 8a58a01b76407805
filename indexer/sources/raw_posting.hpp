#pragma once

#include "matcher/domain/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

/// What a source can say about a posting. Every reader and every mapping file uses these names
/// (to_string gives them), and `normalise` understands them.
enum class Field : std::uint8_t {
    source_id,
    url,
    title,
    original_title,
    employer,
    location,       ///< Free text, one value per place: `Aurora, ON`, `12 Main StTruro, NSB2N 1A1`.
    location_hint,  ///< Used where no location is given: `painter - White Rock (BC)`, a region.
    province_hint,  ///< Of all that the source publishes; counts where nothing else tells one.
    city,
    province,
    postal_code,
    country,
    remote,  ///< Any words or flag that say so: `TELECOMMUTE`, `Virtual job`.
    date_posted,
    valid_through,
    closed_on,
    noc_2021,
    noc_2016,
    pay_text,  ///< Free text with amount and period.
    pay_min,
    pay_max,
    pay_period,
    pay_currency,
    hours,          ///< `37.5 hours per week`.
    employment,     ///< Term and time together: `Permanent employment; Full time`, `FULL_TIME`.
    languages,      ///< Working languages as stated.
    text_language,  ///< `en` or `fr` where the source says so.
    education,
    experience,
    credentials,  ///< One value each.
    duties,       ///< One value each.
    skills,       ///< One value each.
    description,  ///< May be HTML.
    audience,     ///< Who may apply.
    lmia,
    vacancies,
    starts_on,  ///< First day of work: `Starts on 2021-04-01`, `Starts as soon as possible`.
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::starts_on) + 1;

std::string_view to_string(Field field);
domain::Result<Field> field_from(std::string_view name);

/// What a source said of one posting, before anyone has interpreted it.
class RawPosting {
public:
    /// Text is kept as it stands, but for white space at its ends and zero characters, which
    /// PostgreSQL cannot hold and which become spaces. Empty text is not a value.
    void add(Field field, std::string_view text);

    /// The first value, or empty.
    std::string_view get(Field field) const;
    const std::vector<std::string>& all(Field field) const;

private:
    std::array<std::vector<std::string>, field_count> values_;
};

/// Where a record stands, for messages and for the quarantine.
struct Origin {
    std::string file;       ///< As given by the operator, or found in the folder given.
    std::int64_t line = 0;  ///< 1-based line, or record number where the format has no lines.
};

/// One record of a source: what it said, and the bytes it said it with.
struct Record {
    Origin origin;
    RawPosting posting;
    std::string raw;  ///< The record as read, valid UTF-8; its SHA-256 is its fingerprint.
};

/// A record that could not be read. The feed goes on.
struct Unreadable {
    Origin origin;
    std::string raw;
    std::string field;   ///< May be empty.
    std::string reason;  ///< Lower case, names the value.
};

/// A posting that its source no longer advertises: its page is still there and says so.
struct Gone {
    Origin origin;
    std::string url;    ///< Of the posting; empty where the page does not tell it.
    std::string quote;  ///< The words that say so.
    std::string raw;
};

/// Receives what a reader finds, in the order of the file.
struct Sink {
    std::function<void(Record)> record;
    std::function<void(Unreadable)> unreadable;
    std::function<void(std::int64_t bytes_read, std::int64_t bytes_total)>
        progress;  ///< May be empty.
    /// Where it is empty, what is gone is handed on as unreadable: no record goes untold.
    std::function<void(Gone)> gone{};
};

void report_gone(const Sink& sink, Gone gone);

/// Whether a source's records are postings to serve, or figures for pay and demand only.
enum class RecordKind : std::uint8_t { postings, statistics };

}  // namespace sources
