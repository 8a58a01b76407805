#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace search {

/// Filters: OR within one, AND between them; an empty one does not filter.
struct Query {
    std::string text;  ///< Words in English or French, stemmed, accents folded; may be empty.
    std::vector<domain::Province> provinces;
    std::vector<domain::NocCode> nocs;
    std::vector<int> teers;
    std::optional<domain::Cents> hourly_pay_min;  ///< Postings without pay do not pass.
    domain::Date as_of;                           ///< Only postings open on this day.
    std::size_t limit = 20;                       ///< 1 to 100.
    std::string cursor;                           ///< From the last page; empty for the first.
};

struct Hit {
    domain::PostingId id = 0;
    double text_score = 0;  ///< 0 without text.
};

struct Page {
    std::vector<Hit> hits;      ///< Best text first, then newest, then id; newest without text.
    std::int64_t total = 0;     ///< Estimated by the engine where it is large.
    std::string next_cursor;    ///< Empty on the last page.
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
};

/// Refuses a malformed cursor, or one for another query. An index that cannot be opened throws.
/// Opens its own reader: nothing is shared between calls, a concurrent writer is never noticed.
domain::Result<Page> search(const std::string& index_folder, const Query& query);

/// The revision of the truth that the index shows; 0 where there is no index yet.
std::int64_t revision(const std::string& index_folder);

}  // namespace search
