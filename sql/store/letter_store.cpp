#include "sql/store/letter_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/application_row.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;
using Letter = LetterStore::Letter;

Letter letter_in(
    pqxx::transaction_base& transaction, const Owner& owner, const std::string& application
) {
    const auto found = run(transaction, queries::find_letter.name, application);
    if (found.empty()) {
        return {};
    }
    const auto row = found.front();
    return {
        .version = row[0].as<std::int64_t>(),
        .own_words = row[1].as<std::string>(),
        .by =
            Author{
                .role = row[2].as<std::string>(),
                .own = row[3].as<std::string>() == owner.id,
                .firm = text_or_nothing(row[4])},
        .made_at = row[5].as<std::string>()};
}

}  // namespace

domain::Result<Letter> LetterStore::find(
    const Owner& owner, const std::string& application, const Permits& permits
) {
    using Result = domain::Result<Letter>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_application(transaction, owner, application, permits);
        if (!current) {
            return current.error();
        }
        return letter_in(transaction, owner, application);
    });
}

domain::Result<Letter> LetterStore::write(
    const Owner& owner,
    const std::string& application,
    const std::string& own_words,
    const std::optional<std::int64_t>& known,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<Letter>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_application(transaction, owner, application, permits);
        if (!current) {
            return current.error();
        }
        const std::int64_t last = letter_in(transaction, owner, application).version;
        if (known.value_or(last) != last || run(transaction,
                                                queries::add_letter.name,
                                                application,
                                                last + 1,
                                                own_words,
                                                role_of(owner),
                                                owner.id,
                                                firm_of(owner),
                                                epoch(now))
                                                .empty()) {
            return domain::Error{
                .kind = domain::ErrorKind::conflict,
                .message = "the letter has changed since",
                .field = ""};
        }
        return letter_in(transaction, owner, application);
    });
}

}  // namespace store
