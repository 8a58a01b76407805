#include "sql/store/application_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/application_row.hpp"

#include <boost/json.hpp>

#include <set>

namespace store {
namespace {

namespace queries = embedded_queries;
using Application = ApplicationStore::Application;
using Due = ApplicationStore::Due;
using Event = ApplicationStore::Event;

Event event_from(const pqxx::row& row, const Owner& owner) {
    return {
        .id = row[0].as<std::int64_t>(),
        .state = row[2].is_null() ? std::nullopt : std::optional{application_state_in(row[2])},
        .due = due_in(row[3], row[4]),
        .words = row[5].as<std::string>(),
        .role = row[6].as<std::string>(),
        .own = row[7].as<std::string>() == owner.id,
        .firm = text_or_nothing(row[8]),
        .made_at = row[9].as<std::string>(),
    };
}

std::optional<std::string> array_of(const std::vector<domain::ApplicationState>& states) {
    if (states.empty()) {
        return std::nullopt;
    }
    boost::json::array names;
    for (const domain::ApplicationState state : states) {
        names.emplace_back(domain::name_of(state));
    }
    return boost::json::serialize(names);
}

}  // namespace

domain::Result<ApplicationStore::Created> ApplicationStore::create(
    const Owner& owner, const Draft& draft, const Instant now, const Permits& permits
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return create_application(transaction, owner, draft, now, permits);
    });
}

domain::Result<Application> ApplicationStore::find(
    const Owner& owner, const std::string& id, const Permits& permits
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return find_application(transaction, owner, id, permits);
    });
}

domain::Result<Application> ApplicationStore::change(
    const Owner& owner,
    const std::string& id,
    const Instant now,
    const Permits& permits,
    const Decide& decide
) {
    using Result = domain::Result<Application>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_application(transaction, owner, id, permits);
        if (!current) {
            return current.error();
        }
        const auto change = decide(*current);
        if (!change) {
            return change.error();
        }
        if (!*change) {
            return *current;
        }
        const DueText due{(*change)->due};
        const auto changed =
            run(transaction,
                queries::change_application.name,
                id,
                current->etag,
                std::string{domain::name_of((*change)->state)},
                or_null(due.on),
                or_null(due.what),
                epoch(now));
        if (changed.empty()) {
            return domain::Error{
                .kind = domain::ErrorKind::conflict,
                .message =
                    "application '" + id + "' has changed since version '" + current->etag + "'",
                .field = ""};
        }
        add_application_event(transaction, owner, id, "change", (*change)->note, now);
        const auto row = run(transaction, queries::find_application.name, id);
        return application_in(row.front(), owner);
    });
}

domain::Result<Event> ApplicationStore::comment(
    const Owner& owner,
    const std::string& id,
    const std::string& words,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<Event>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_application(transaction, owner, id, permits);
        if (!current) {
            return current.error();
        }
        const std::int64_t added =
            add_application_event(transaction, owner, id, "comment", words, now);
        const auto rows = run(transaction, queries::list_application_events.name, id, added + 1, 1);
        return event_from(rows.front(), owner);
    });
}

domain::Result<std::vector<Event>> ApplicationStore::events(
    const Owner& owner,
    const std::string& id,
    const std::optional<std::int64_t>& before,
    const std::size_t count,
    const Permits& permits
) {
    using Result = domain::Result<std::vector<Event>>;
    const auto from = number_text(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_application(transaction, owner, id, permits);
        if (!current) {
            return current.error();
        }
        std::vector<Event> result;
        for (const auto& row :
             run(transaction, queries::list_application_events.name, id, or_null(from), count)) {
            result.push_back(event_from(row, owner));
        }
        return result;
    });
}

std::vector<Application> ApplicationStore::list(
    const Owner& owner,
    const Filter& filter,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    const auto states = array_of(filter.states);
    const auto posting = number_text(filter.posting_id);
    const auto from = number_text(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        std::vector<Application> result;
        std::set<std::string> used;
        for (const auto& row :
             run(transaction,
                 queries::list_applications.name,
                 owner.id,
                 or_null(states),
                 or_null(filter.candidate_id),
                 or_null(posting),
                 or_null(from),
                 count)) {
            result.push_back(application_in(row, owner));
            if (used.insert(result.back().candidate_id).second) {
                note_use(transaction, owner, result.back().candidate_id);
            }
        }
        return result;
    });
}

std::vector<Application> ApplicationStore::caseload(
    const Owner& advisor,
    const Filter& filter,
    const std::optional<Place>& after,
    const std::size_t count
) {
    const auto states = array_of(filter.states);
    std::optional<std::string> day;
    std::optional<std::string> number;
    if (after) {
        day = after->due_on ? domain::to_string(*after->due_on) : "infinity";
        number = std::to_string(after->number);
    }
    return in_transaction_of(database_, advisor, [&](pqxx::work& transaction) {
        boost::json::array ids;
        std::vector<std::string> candidates;
        for (const auto& row :
             run(transaction,
                 queries::list_client_applications.name,
                 or_null(states),
                 or_null(filter.candidate_id),
                 or_null(day),
                 or_null(number),
                 count)) {
            ids.emplace_back(row[0].as<std::string>());
            candidates.push_back(row[1].as<std::string>());
        }
        note_applications(transaction, advisor, candidates);
        std::vector<Application> result;
        for (const auto& row :
             run(transaction, queries::list_noted_applications.name, boost::json::serialize(ids))) {
            result.push_back(application_in(row, advisor));
        }
        return result;
    });
}

}  // namespace store
