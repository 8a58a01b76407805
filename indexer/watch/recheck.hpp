#pragma once

#include "indexer/verify.hpp"
#include "indexer/watch/page_asker.hpp"
#include "indexer/watch/turn.hpp"

namespace watch {

/// What a watch looks at again between its sources, and how often.
inline constexpr std::chrono::minutes recheck_every{60};
inline constexpr std::chrono::minutes first_recheck_after{10};

/// Employers' pages that one look asks at most: nothing lapses without them, the database cannot be
/// written by others meanwhile, and a host that does not answer takes half a minute.
inline constexpr std::size_t employer_pages_max = 200;

/// Verifies as of today what is due: evidence that has run out, older lists, decisions of
/// reviewers. Pages of fetched postings are asked whether they are still open, each host within its
/// budget, and so are the pages of employers; what could not be asked is asked the next time. Then
/// the index follows. Nothing where another process writes and it is not to be waited for, or it
/// was told to stop.
std::optional<ingest::VerifyCounts> recheck(
    Tools& tools, PageAsker& pages, domain::Date today, const std::stop_token& stop
);

}  // namespace watch
