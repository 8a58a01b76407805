#pragma once

#include "sql/store/lease.hpp"
#include "sql/store/saved_search_store.hpp"

#include <utility>

namespace store {

/// `[[posting id, fit, points]...]`, as the queries give it.
std::vector<Announced> announced_from(const std::string& text);

/// The digests of a search that exist for this transaction.
std::vector<Digest> list_digests(
    pqxx::transaction_base& transaction,
    const std::string& search_id,
    const std::optional<std::int64_t>& before,
    std::size_t count
);

/// Writes at most one for each saved search; `id` and `made_at` are given by the database.
void add_digests(
    pqxx::transaction_base& transaction,
    const std::vector<std::pair<std::string, Digest>>& by_search
);

}  // namespace store
