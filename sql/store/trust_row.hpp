#pragma once

#include "sql/store/lease.hpp"
#include "sql/store/trust_store.hpp"

#include <boost/json.hpp>

/// Rows about trust, for the stores only.
namespace store {

/// A row of posting_trust.
boost::json::object trust_row(
    domain::PostingId id,
    const PackedVerdicts& verdicts,
    const std::optional<StoredLiveness>& liveness,
    const EmployerPage& employer_page,
    std::int64_t review_known
);

/// A row of list_to_verify, list_due or find_to_verify.
ToVerify to_verify_from(const pqxx::row& row);

/// What the transaction may see of a posting.
std::optional<ToVerify> find_to_verify(pqxx::work& transaction, domain::PostingId id);
std::optional<TrustCard> find_card(pqxx::work& transaction, domain::PostingId id);

}  // namespace store
