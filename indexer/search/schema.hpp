#pragma once

#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// The schema of the search index, written down once. One document is one verified posting, and
/// its document id is the posting's id. An index of n shards keeps posting id in shard (id-1)%n as
/// document (id-1)/n+1, which is how Xapian numbers the documents of databases that it searches as
/// one, so that there, too, the document id is the posting's id.
///
///     term         holds                                                        kind
///     XEN<stem>    words of what is English, stems of english_stem()            free text
///     XFR<stem>    words of what is French, stems of french_stem()              free text
///     XTE<stem>    words of the title, as English                               `title:`
///     XTF<stem>    words of the title, as French                                `title:`
///     XOE<stem>    words that the employer calls the job by, as English         likeness
///     XOF<stem>    words that the employer calls the job by, as French          likeness
///     XOC<stem>    concepts that the employer calls the job by (concepts.hpp)   likeness
///     XTC<stem>    concepts of the title                                        likeness
///     XE<word>     words of the employer's name, not stemmed                    `employer:`
///     XP:<code>    province of each place of work, `XP:QC`                      filter
///     XG<digits>   gazetteer's id of each place of work, `XG6324729`            filter
///     XN<digits>   NOC 2021 unit group, `XN21231`                               filter
///     XT<digit>    TEER category, `XT1`                                         filter
///     XL:<word>    `en`, `fr`: the work can be done in this language, as stated or, where nothing
///                  is stated, as the posting is written; `bilingual`: it needs both filter
///     XR           the work can be done from home                               filter
///     XZ           a stated term of the offer leaves it without points          filter
///
///     slot         holds
///     newest       day posted and id: descending order is newest first, then smallest id
///     last_live    last day on which the posting counts as open
///     hourly_pay   highest hourly pay stated, in cents; absent where no pay is stated
///     revision     revision of the store that the document shows
///     yearly_pay   highest yearly pay stated, in cents; absent where no pay is stated
///     facets       all that hits are counted by, in one value (facets.hpp)
///     title        what the posting is called, in hashes of its terms (title_sketch.hpp)
///
///     metadata     holds
///     schema       the version below; an index of another version is built anew
///     revision     revision of the store that the documents show
///     seen:<word>  how a folded word was written where it was last seen with an accent
///
/// The spelling dictionary holds the folded words of titles, employers, places, duties, skills and
/// descriptions, each as often as it was written to the index.
///
/// Filters: OR between the terms of one prefix, AND between prefixes and value ranges. Free text:
/// AND between words; a word may match in either language, its two stems being one synonym. The
/// title of the NOC unit group is indexed in both languages, so that a query in one language finds
/// postings of that occupation in the other; it has no positions, being no text of the posting, and
/// so is no part of a phrase.
namespace search::schema {

/// Increased with every change of this table, of the words or of their weights.
inline constexpr std::string_view version = "6";

inline constexpr std::string_view english = "XEN";
inline constexpr std::string_view french = "XFR";
inline constexpr std::string_view title_english = "XTE";
inline constexpr std::string_view title_french = "XTF";
inline constexpr std::string_view called_english = "XOE";
inline constexpr std::string_view called_french = "XOF";
inline constexpr std::string_view called_concept = "XOC";
inline constexpr std::string_view title_concept = "XTC";
inline constexpr std::string_view employer = "XE";
inline constexpr std::string_view province = "XP:";
inline constexpr std::string_view place = "XG";
inline constexpr std::string_view noc = "XN";
inline constexpr std::string_view teer = "XT";
inline constexpr std::string_view language = "XL:";
inline constexpr std::string_view remote = "XR";
inline constexpr std::string_view no_points = "XZ";

enum Slot : std::uint32_t {
    newest = 0,
    last_live = 1,
    hourly_pay = 2,
    revision = 3,
    yearly_pay = 4,
    facets = 5,
    title = 6,
};

inline constexpr std::string_view schema_key = "schema";
inline constexpr std::string_view revision_key = "revision";
inline constexpr std::string_view seen_prefix = "seen:";

/// Positions between two texts of a posting, so that no phrase goes from one into the next.
inline constexpr std::uint32_t position_gap = 100;

/// How often a word counts for standing where it does, against once in a duty or the description.
inline constexpr std::uint32_t title_weight = 6;
inline constexpr std::uint32_t employer_weight = 2;
inline constexpr std::uint32_t occupation_weight = 2;
inline constexpr std::uint32_t body_weight = 1;

/// The value of slot `newest` as a number; its eight bytes are written big-endian, so that
/// the order of the text is the order of the numbers.
std::uint64_t newest_key(domain::Date posted, domain::PostingId id);
domain::Date day_posted(std::uint64_t newest_key);
domain::PostingId id(std::uint64_t newest_key);
std::string to_value(std::uint64_t newest_key);
std::uint64_t from_value(std::string_view value);

}  // namespace search::schema
