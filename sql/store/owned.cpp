#include "sql/store/owned.hpp"

#include "embedded_queries.hpp"

#include <algorithm>

namespace store {

void set_owner(pqxx::transaction_base& transaction, const Owner& owner) {
    run(transaction, embedded_queries::set_principal.name, owner.id, owner.sees_all ? "on" : "off");
}

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
