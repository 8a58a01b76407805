#pragma once

#include "sql/store/job_store.hpp"
#include "sql/store/lease.hpp"

namespace store {

/// In the transaction of a step of the job: how far it has come with it. Throws LeaseLost; the
/// step is then undone with the transaction.
void advance(pqxx::transaction_base& transaction, const Job& job, const std::string& progress);

/// In the transaction of the last step of the job: its end. Throws LeaseLost, as above.
void finish(pqxx::transaction_base& transaction, const Job& job);

}  // namespace store
