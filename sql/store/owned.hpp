#pragma once

#include "sql/store/candidate_store.hpp"
#include "sql/store/claim_store.hpp"
#include "sql/store/consent_store.hpp"
#include "sql/store/lease.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the stores of people's own things have in common; for the stores only.
namespace store {

/// Until the end of the transaction, only what `owner` may see exists.
void set_owner(pqxx::transaction_base& transaction, const Owner& owner);

/// Until the end of the transaction, only whom the employer may be shown for the posting exists; an
/// employer has no candidates of their own.
void set_owner(pqxx::transaction_base& transaction, const Viewer& viewer);

/// Until the end of the transaction, only what a reviewer decides about exists, and every posting.
void set_owner(pqxx::transaction_base& transaction, const Reviewer& reviewer);

/// `body(transaction)` in a transaction in which only what `owner`, an Owner, a Viewer or a
/// Reviewer, may see exists.
template <class Who, class Body>
auto in_transaction_of(Database& database, const Who& owner, const Body& body) {
    return in_transaction(database, [&](pqxx::work& transaction) {
        set_owner(transaction, owner);
        return body(transaction);
    });
}

/// There is none for who asks: of `what`, in words, by the parameter `id`.
domain::Error not_found(const std::string& what, const std::string& id);
domain::Error no_candidate(const std::string& id);

/// That the owner has something of this candidate of theirs in use, from which it counts how long
/// it is kept.
void note_use(
    pqxx::transaction_base& transaction, const Owner& owner, const std::string& candidate_id
);

/// PostgreSQL throws at text that is no UUID; to the caller it is one that does not exist.
bool is_uuid(std::string_view text);

/// As a parameter of a statement: NULL where there is nothing.
inline const char* or_null(const std::optional<std::string>& text) {
    return text ? text->c_str() : nullptr;
}

/// A number as or_null() takes it.
inline std::optional<std::string> number_text(const std::optional<std::int64_t>& number) {
    return number ? std::optional{std::to_string(*number)} : std::nullopt;
}

/// The text of a column; nothing where it is NULL.
inline std::optional<std::string> text_or_nothing(const pqxx::field& field) {
    return field.is_null() ? std::nullopt : std::optional{field.as<std::string>()};
}

}  // namespace store
