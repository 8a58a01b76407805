#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/package_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string_view>
#include <vector>

/// What candidates send for their applications.
namespace wire {

/// The body of POST /v1/applications/{application}/packages, `{sent?, kept?, rules?}`: languages
/// and a rule set.
domain::Result<store::PackageStore::Wish> package_wish_from(const boost::json::value& document);

/// The body of POST /v1/packages/bulk.
struct PackagesRequest {
    struct Pair {
        std::string candidate_id;  ///< A UUID.
        domain::PostingId posting_id = 0;
    };
    std::vector<Pair> pairs;
    store::PackageStore::Wish wish;
};
inline constexpr std::size_t pairs_max = 500;

/// `{pairs[{candidate, posting_id}], sent?, kept?, rules?}`
domain::Result<PackagesRequest> packages_request_from(const boost::json::value& document);

/// `{application, own_words{}, by, made_at}`; `by` and `made_at` are null where nobody has written.
boost::json::object letter_json(
    std::string_view application, const store::LetterStore::Letter& letter
);

/// `{id, application, candidate, posting_id, title, employer, version, state, as_of,
/// languages{sent, kept}, rules, own_words{}, batch, by, asked_at, ended_at, refusal{reason, text,
/// field, detail}}`
boost::json::object package_json(
    const store::PackageStore::Package& package, domain::OfficialLanguage language
);
boost::json::array packages_json(
    const std::vector<store::PackageStore::Package>& packages, domain::OfficialLanguage language
);

/// `{id, asked_at, total, queued, built, refused, failed}`
boost::json::object batch_json(const store::PackageStore::Batch& batch);

/// Why a pair of a bulk request has no package, `{reason, text}`: the message
/// `package.refusal.<reason>`.
boost::json::object pair_refusal_json(std::string_view reason, domain::OfficialLanguage language);

/// `[{id, due_on, words, package, application, candidate, name, posting_id, title, employer,
/// state}]`
boost::json::array days_json(const std::vector<store::PackageStore::Day>& days);

}  // namespace wire
