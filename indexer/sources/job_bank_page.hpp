#pragma once

#include "indexer/sources/html.hpp"
#include "indexer/sources/raw_posting.hpp"

namespace sources {

/// What a posting page of Job Bank / Guichet-Emplois says through its RDFa attributes and headings,
/// in English or French. Refuses a page that holds no posting.
domain::Result<RawPosting> posting_from_job_bank(const Page& page);

/// Whether the page is one of Job Bank's, open or closed.
bool is_job_bank(const Page& page);

/// The words of a heading that say that the posting is no longer advertised; empty where none does.
std::string closing_words(const Page& page);

/// `en` or `fr` by the page's own statement; else empty.
std::string_view language_of(const Page& page);

/// The address the page gives itself; else empty.
std::string_view canonical_link(const Page& page);

}  // namespace sources
