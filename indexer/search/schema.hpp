#pragma once

#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// The schema of the search index, written down once. One document is one verified posting, and
/// its document id is the posting's id.
///
///     term         holds                                                        kind
///     XEN<stem>    words of what is English, stems of english_stem()            free text
///     XFR<stem>    words of what is French, stems of french_stem()              free text
///     XP:<code>    province of each place of work, `XP:QC`                      filter
///     XN<digits>   NOC 2021 unit group, `XN21231`                               filter
///     XT<digit>    TEER category, `XT1`                                         filter
///
///     slot         holds
///     newest       day posted and id: descending order is newest first, then smallest id
///     last_live    last day on which the posting counts as open
///     hourly_pay   highest hourly pay stated, in cents; absent where no pay is stated
///     revision     revision of the store that the document shows
///
///     metadata     holds
///     schema       the version below; an index of another version is built anew
///     revision     revision of the store that the documents show
///
/// Filters: OR between the terms of one prefix, AND between prefixes and value ranges. Free text:
/// AND between words; a word may match in either language, its two stems being one synonym. The
/// title of the NOC unit group is indexed in both languages, so that a query in one language finds
/// postings of that occupation in the other.
namespace search::schema {

/// Increased with every change of this table, of the words or of their weights.
inline constexpr std::string_view version = "2";

inline constexpr std::string_view english = "XEN";
inline constexpr std::string_view french = "XFR";
inline constexpr std::string_view province = "XP:";
inline constexpr std::string_view noc = "XN";
inline constexpr std::string_view teer = "XT";

enum Slot : std::uint32_t { newest = 0, last_live = 1, hourly_pay = 2, revision = 3 };

inline constexpr std::string_view schema_key = "schema";
inline constexpr std::string_view revision_key = "revision";

/// How often a word counts for standing where it does, against once in a duty or the description.
inline constexpr std::uint32_t title_weight = 6;
inline constexpr std::uint32_t employer_weight = 2;
inline constexpr std::uint32_t occupation_weight = 2;
inline constexpr std::uint32_t body_weight = 1;

/// The value of slot `newest` as a number; its eight bytes are written big-endian, so that
/// the order of the text is the order of the numbers.
std::uint64_t newest_key(domain::Date posted, domain::PostingId id);
std::string to_value(std::uint64_t newest_key);
std::uint64_t from_value(std::string_view value);

}  // namespace search::schema
