#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/review_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

/// Why a posting can be trusted, in words.
namespace wire {

struct EvidenceAnswer {
    const domain::Posting& posting;
    const store::TrustCard& card;
    domain::Date as_of;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// The evidence card: every check with its verdict, what it says, what was found, by which source
/// and until when that counts; the state of the posting on the day; whence its record came.
boost::json::object evidence_json(const EvidenceAnswer& answer);

/// The same in a line, for lists, as the text of an object: state, how many checks have each
/// verdict, and which ones warn.
std::string evidence_summary_text(
    const domain::Posting& posting, const store::TrustSummary& summary, domain::Date as_of
);

/// One entry of the reviewers' queue.
boost::json::object waiting_json(
    const store::ReviewStore::Waiting& waiting, domain::OfficialLanguage language
);

boost::json::array reports_json(const std::vector<store::ReviewStore::Report>& reports);
boost::json::array decisions_json(const std::vector<store::ReviewStore::Decision>& decisions);

}  // namespace wire
