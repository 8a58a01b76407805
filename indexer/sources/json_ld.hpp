#pragma once

#include "indexer/sources/raw_posting.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sources {

/// What the page around the data knows, for postings that do not say it themselves.
struct PageFacts {
    std::string url;
    std::string language;
};

/// Every schema.org JobPosting in the value, however deep: alone, in an array, under `@graph`, in
/// an ItemList or under a key of someone's own.
std::vector<const boost::json::value*> job_postings_in(const boost::json::value& value);

/// What a JobPosting says. Without an identifier its link stands for one, and without a link a
/// hash of title, employer, place and date does: `@id` is no key, as generators repeat it.
RawPosting posting_from_json_ld(const boost::json::value& posting, const PageFacts& page);

/// `en` or `fr` for `en-CA`, `English`, `français`...; else empty.
std::string_view official_language(std::string_view text);

}  // namespace sources
