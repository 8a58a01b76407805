#include "sql/store/application_offer_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/application_row.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;
using Offer = ApplicationOfferStore::Offer;

/// Version 0 where there is none.
Offer offer_in(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const ApplicationStore::Application& application
) {
    const auto found = run(transaction, queries::find_application_offer.name, application.id);
    if (found.empty()) {
        return {};
    }
    const auto row = found.front();
    return {
        .version = row[0].as<std::int64_t>(),
        .received_on = domain::parse_date(row[1].as<std::string>()).value(),
        .document = row[2].as<std::string>(),
        .by =
            {.role = row[3].as<std::string>(),
             .own = row[4].as<std::string>() == owner.id,
             .firm = text_or_nothing(row[5])},
        .made_at = row[6].as<std::string>(),
        .candidate = run(transaction, queries::find_candidate.name, application.candidate_id)
                         .front()[2]
                         .as<std::string>()};
}

}  // namespace

domain::Result<Offer> ApplicationOfferStore::find(
    const Owner& owner, const std::string& application, const Permits& permits
) {
    using Result = domain::Result<Offer>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reached = find_application(transaction, owner, application, permits);
        if (!reached) {
            return reached.error();
        }
        Offer offer = offer_in(transaction, owner, *reached);
        if (offer.version == 0) {
            return domain::Error{
                .kind = domain::ErrorKind::not_found,
                .message = "application '" + application + "' has no offer",
                .field = "id"};
        }
        return offer;
    });
}

domain::Result<std::optional<Offer>> ApplicationOfferStore::write(
    const Owner& owner,
    const std::string& application,
    const Record& record,
    const std::optional<std::int64_t>& known,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<std::optional<Offer>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reached = find_application(transaction, owner, application, permits);
        if (!reached) {
            return reached.error();
        }
        if (reached->state != domain::ApplicationState::offer) {
            return std::optional<Offer>{};
        }
        const std::int64_t last = offer_in(transaction, owner, *reached).version;
        if (known.value_or(last) != last || run(transaction,
                                                queries::add_application_offer.name,
                                                application,
                                                last + 1,
                                                domain::to_string(record.received_on),
                                                record.document,
                                                role_of(owner),
                                                owner.id,
                                                firm_of(owner),
                                                epoch(now))
                                                .empty()) {
            return domain::Error{
                .kind = domain::ErrorKind::conflict,
                .message = "the offer has changed since",
                .field = ""};
        }
        return std::optional{offer_in(transaction, owner, *reached)};
    });
}

}  // namespace store
