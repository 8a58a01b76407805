#pragma once

#include "services/browsing/browse.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace wire {

/// One page of GET /v1/postings.
std::string page_text(
    const browsing::Results& results,
    const rules::RuleBook& rule_book,
    domain::OfficialLanguage language
);

/// `exact`: from all hits.
boost::json::object page_facets_json(
    const search::FacetCounts& counts, bool exact, domain::OfficialLanguage language
);

/// What is wrong with a query, where, and what to write instead.
struct QueryFaultText {
    std::string detail;  ///< `character 8: there is no field provnce`
    std::string hint;    ///< `did you mean province:?`
};
QueryFaultText fault_text(const search::QueryFault& fault, domain::OfficialLanguage language);

/// Occupations that are counted by name; the rest are only in the total.
inline constexpr std::size_t nocs_counted_max = 20;

}  // namespace wire
