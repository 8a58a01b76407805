#include "sql/store/application_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

#include <set>

namespace store {
namespace {

namespace queries = embedded_queries;
using Application = ApplicationStore::Application;
using Due = ApplicationStore::Due;
using Event = ApplicationStore::Event;

domain::ApplicationState state_from(const pqxx::field& field) {
    return domain::application_state_from(field.as<std::string>()).value();
}

std::optional<Due> due_from(const pqxx::field& on, const pqxx::field& what) {
    if (on.is_null()) {
        return std::nullopt;
    }
    return Due{
        .on = domain::parse_date(on.as<std::string>()).value(), .what = what.as<std::string>()};
}

Application application_from(const pqxx::row& row, const Reach reach) {
    return {
        .id = row[0].as<std::string>(),
        .number = row[1].as<std::int64_t>(),
        .candidate_id = row[2].as<std::string>(),
        .owner_id = row[3].as<std::string>(),
        .posting_id = row[4].as<domain::PostingId>(),
        .title = row[5].as<std::string>(),
        .employer = row[6].as<std::string>(),
        .state = state_from(row[7]),
        .due = due_from(row[8], row[9]),
        .created_at = row[10].as<std::string>(),
        .changed_at = row[11].as<std::string>(),
        .etag = row[12].as<std::string>(),
        .name = text_or_nothing(row[13]),
        .reach = reach,
    };
}

Event event_from(const pqxx::row& row, const Owner& owner) {
    return {
        .id = row[0].as<std::int64_t>(),
        .state = row[2].is_null() ? std::nullopt : std::optional{state_from(row[2])},
        .due = due_from(row[3], row[4]),
        .words = row[5].as<std::string>(),
        .role = row[6].as<std::string>(),
        .own = row[7].as<std::string>() == owner.id,
        .firm = text_or_nothing(row[8]),
        .made_at = row[9].as<std::string>(),
    };
}

domain::Error no_application(const std::string& id) {
    return {
        .kind = domain::ErrorKind::not_found,
        .message = "there is no application '" + id + "'",
        .field = "id"};
}

/// A day and what is due then, as parameters of a statement.
struct DueText {
    explicit DueText(const std::optional<Due>& due) {
        if (due) {
            on = domain::to_string(due->on);
            what = due->what;
        }
    }
    std::optional<std::string> on;
    std::optional<std::string> what;
};

std::optional<std::string> text_of(const std::optional<std::int64_t>& number) {
    return number ? std::optional{std::to_string(*number)} : std::nullopt;
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

std::string array_of(const std::string& id) {
    return boost::json::serialize(boost::json::array{boost::json::value(id)});
}

/// Notes that an advisor reads the applications of this candidate; whether that is allowed.
bool note(pqxx::transaction_base& transaction, const Owner& owner, const std::string& candidate) {
    return !owner.firm.empty() &&
           run(transaction, queries::note_applications.name, array_of(candidate), owner.id)
                   .affected_rows() > 0;
}

/// The application, the owner's own or that of a client, which is noted.
domain::Result<Application> find_in(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const Permits& permits
) {
    Reach reach = Reach::own;
    auto found = run(transaction, queries::find_application.name, id);
    if (found.empty()) {
        const auto client = run(transaction, queries::find_client_application.name, id);
        if (client.empty() || !note(transaction, owner, client[0][0].as<std::string>())) {
            return no_application(id);
        }
        reach = Reach::read_consented;
        found = run(transaction, queries::find_application.name, id);
    }
    Application application = application_from(found.front(), reach);
    if (!permits(application.owner_id, reach)) {
        return no_application(id);
    }
    note_use(transaction, owner, application.candidate_id);
    return application;
}

std::int64_t add_event(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const std::string& kind,
    const std::string& words,
    const Instant now
) {
    const bool advises = !owner.firm.empty();
    return run(transaction,
               queries::add_application_event.name,
               id,
               kind,
               words,
               advises ? "advisor" : "candidate",
               owner.id,
               advises ? owner.firm.c_str() : nullptr,
               epoch(now))
        .front()[0]
        .as<std::int64_t>();
}

}  // namespace

domain::Result<ApplicationStore::Created> ApplicationStore::create(
    const Owner& owner, const Draft& draft, const Instant now, const Permits& permits
) {
    using Result = domain::Result<Created>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const std::string& candidate = draft.candidate_id;
        Reach reach = Reach::own;
        auto found = run(transaction, queries::find_candidate.name, candidate);
        if (found.empty()) {
            if (!note(transaction, owner, candidate)) {
                return no_candidate(candidate);
            }
            reach = Reach::read_consented;
            found = run(transaction, queries::find_candidate.name, candidate);
        }
        if (!permits(found.front()[1].as<std::string>(), reach)) {
            return no_candidate(candidate);
        }
        note_use(transaction, owner, candidate);
        const DueText due{draft.due};
        const auto added =
            run(transaction,
                queries::add_application.name,
                candidate,
                draft.posting_id,
                draft.title,
                draft.employer,
                or_null(due.on),
                or_null(due.what),
                epoch(now));
        if (!added.empty()) {
            const auto id = added.front()[0].as<std::string>();
            add_event(transaction, owner, id, "change", draft.note, now);
        }
        const auto row =
            run(transaction, queries::find_application_of.name, candidate, draft.posting_id);
        return Created{.application = application_from(row.front(), reach), .now = !added.empty()};
    });
}

domain::Result<Application> ApplicationStore::find(
    const Owner& owner, const std::string& id, const Permits& permits
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return find_in(transaction, owner, id, permits);
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
        const auto current = find_in(transaction, owner, id, permits);
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
        add_event(transaction, owner, id, "change", (*change)->note, now);
        const auto row = run(transaction, queries::find_application.name, id);
        return application_from(row.front(), current->reach);
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
        const auto current = find_in(transaction, owner, id, permits);
        if (!current) {
            return current.error();
        }
        const std::int64_t added = add_event(transaction, owner, id, "comment", words, now);
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
    const auto from = text_of(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto current = find_in(transaction, owner, id, permits);
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
    const auto posting = text_of(filter.posting_id);
    const auto from = text_of(before);
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
            result.push_back(application_from(row, Reach::own));
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
        boost::json::array candidates;
        for (const auto& row :
             run(transaction,
                 queries::list_client_applications.name,
                 or_null(states),
                 or_null(filter.candidate_id),
                 or_null(day),
                 or_null(number),
                 count)) {
            ids.emplace_back(row[0].as<std::string>());
            candidates.emplace_back(row[1].as<std::string>());
        }
        run(transaction,
            queries::note_applications.name,
            boost::json::serialize(candidates),
            advisor.id);
        std::vector<Application> result;
        for (const auto& row :
             run(transaction, queries::list_noted_applications.name, boost::json::serialize(ids))) {
            const bool own = row[3].as<std::string>() == advisor.id;
            result.push_back(application_from(row, own ? Reach::own : Reach::read_consented));
        }
        return result;
    });
}

}  // namespace store
