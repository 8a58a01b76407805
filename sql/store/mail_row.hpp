#pragma once

#include "sql/store/lease.hpp"
#include "sql/store/mail.hpp"

namespace store {

/// In the transaction of what causes it: it is sent if that happened, and only then.
void queue(pqxx::transaction_base& transaction, const Mail& mail);

}  // namespace store
