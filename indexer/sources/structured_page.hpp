#pragma once

#include "indexer/sources/html.hpp"

#include <boost/json/value.hpp>

#include <vector>

namespace sources {

/// The schema.org JobPostings that a page marks up with microdata (`itemscope`, `itemprop`) or RDFa
/// (`typeof`, `property`), each as the object that JSON-LD would have been.
std::vector<boost::json::value> microdata_postings(const Page& page);
std::vector<boost::json::value> rdfa_postings(const Page& page);

}  // namespace sources
