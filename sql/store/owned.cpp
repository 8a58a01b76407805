#include "sql/store/owned.hpp"

#include "embedded_queries.hpp"

#include <algorithm>
#include <string>

namespace store {

void set_owner(pqxx::transaction_base& transaction, const Owner& owner) {
    run(transaction, embedded_queries::set_principal.name, owner.id, owner.firm, "", "");
}

void set_owner(pqxx::transaction_base& transaction, const Viewer& viewer) {
    run(transaction,
        embedded_queries::set_principal.name,
        viewer.id,
        "",
        std::to_string(viewer.posting),
        "");
}

void set_owner(pqxx::transaction_base& transaction, const Reviewer& reviewer) {
    run(transaction, embedded_queries::set_principal.name, reviewer.id, "", "", reviewer.role);
    run(transaction, embedded_queries::see_unverified.name);
}

void note_use(
    pqxx::transaction_base& transaction, const Owner& owner, const std::string& candidate_id
) {
    run(transaction, embedded_queries::use_candidate.name, candidate_id, owner.id);
}

domain::Error not_found(const std::string& what, const std::string& id) {
    return {
        .kind = domain::ErrorKind::not_found,
        .message = "there is no " + what + " '" + id + "'",
        .field = "id",
    };
}

domain::Error no_candidate(const std::string& id) { return not_found("candidate", id); }

bool is_uuid(const std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return std::equal(
        text.begin(),
        text.end(),
        form.begin(),
        form.end(),
        [&](const char character, const char expected) {
            return expected == '-' ? character == '-' : digits.find(character) != digits.npos;
        }
    );
}

}  // namespace store
