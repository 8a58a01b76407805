#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace search {

/// The index cannot be opened, read or written.
struct IndexError : std::runtime_error {
    using runtime_error::runtime_error;
};

/// Filters: OR within one, AND between them; an empty one does not filter.
struct Query {
    /// Words in English or French, stemmed, accents and gendered endings folded; a hit has all of
    /// them. There is no syntax, and nothing here is refused. May be empty.
    std::string text{};
    std::vector<domain::Province> provinces{};
    std::vector<domain::NocCode> nocs{};
    std::vector<int> teers{};
    /// Passes a posting whose stated pay reaches it; one without pay does not pass.
    std::optional<domain::Cents> hourly_pay_min{};
    domain::Date as_of{};    ///< Only postings open on this day.
    std::size_t limit = 20;  ///< 1 to 100.
    std::string cursor{};    ///< From the last page; empty for the first.
};

struct Hit {
    domain::PostingId id = 0;
    double text_score = 0;  ///< 0 without text.
};

struct Page {
    std::vector<Hit> hits;      ///< Best text first, then newest, then id; newest without text.
    std::int64_t total = 0;     ///< When the first page was asked for; estimated where it is large.
    std::string next_cursor;    ///< Empty on the last page.
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
};

/// Refuses a limit out of range, a malformed cursor, or one for another query. An index that
/// cannot be opened throws IndexError. Opens its own reader: nothing is shared between calls, a
/// concurrent writer is never noticed. Paging without text shows each posting once, whatever is
/// written meanwhile; with text, ranks move when the index does, and a posting may move across the
/// border of two pages.
domain::Result<Page> search(const std::string& index_folder, const Query& query);

struct IndexStatus {
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
    std::int64_t documents = 0;
};

/// All 0 where there is no index yet.
IndexStatus status(const std::string& index_folder);

/// The revision of status().
std::int64_t revision(const std::string& index_folder);

}  // namespace search
