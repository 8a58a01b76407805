#include "sql/store/application_row.hpp"

#include "embedded_queries.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;
using Application = ApplicationStore::Application;
using Due = ApplicationStore::Due;

domain::Error no_application(const std::string& id) { return not_found("application", id); }

/// Whoever is not the owner reaches it by the consent to the firm.
Reach reach_of(const std::string& owner_id, const Owner& owner) {
    return owner_id == owner.id ? Reach::own : Reach::read_consented;
}

}  // namespace

DueText::DueText(const std::optional<Due>& due) {
    if (due) {
        on = domain::to_string(due->on);
        what = due->what;
    }
}

domain::ApplicationState application_state_in(const pqxx::field& field) {
    return domain::application_state_from(field.as<std::string>()).value();
}

std::optional<Due> due_in(const pqxx::field& on, const pqxx::field& what) {
    if (on.is_null()) {
        return std::nullopt;
    }
    return Due{
        .on = domain::parse_date(on.as<std::string>()).value(), .what = what.as<std::string>()};
}

Application application_in(const pqxx::row& row, const Owner& owner) {
    return {
        .id = row[0].as<std::string>(),
        .number = row[1].as<std::int64_t>(),
        .candidate_id = row[2].as<std::string>(),
        .owner_id = row[3].as<std::string>(),
        .posting_id = row[4].as<domain::PostingId>(),
        .title = row[5].as<std::string>(),
        .employer = row[6].as<std::string>(),
        .state = application_state_in(row[7]),
        .due = due_in(row[8], row[9]),
        .created_at = row[10].as<std::string>(),
        .changed_at = row[11].as<std::string>(),
        .etag = row[12].as<std::string>(),
        .name = text_or_nothing(row[13]),
        .reach = reach_of(row[3].as<std::string>(), owner),
    };
}

bool note_applications(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::vector<std::string>& candidates
) {
    return !owner.firm.empty() && run(transaction,
                                      queries::note_applications.name,
                                      boost::json::serialize(boost::json::value_from(candidates)),
                                      owner.id)
                                          .affected_rows() > 0;
}

std::int64_t add_application_event(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const std::string& kind,
    const std::string& words,
    const Instant now
) {
    return run(transaction,
               queries::add_application_event.name,
               id,
               kind,
               words,
               role_of(owner),
               owner.id,
               firm_of(owner),
               epoch(now))
        .front()[0]
        .as<std::int64_t>();
}

domain::Result<Application> find_application(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const Permits& permits
) {
    auto found = run(transaction, queries::find_application.name, id);
    if (found.empty()) {
        const auto client = run(transaction, queries::find_client_application.name, id);
        if (client.empty() ||
            !note_applications(transaction, owner, {client[0][0].as<std::string>()})) {
            return no_application(id);
        }
        found = run(transaction, queries::find_application.name, id);
    }
    Application application = application_in(found.front(), owner);
    if (!permits(application.owner_id, application.reach)) {
        return no_application(id);
    }
    note_use(transaction, owner, application.candidate_id);
    return application;
}

domain::Result<ApplicationStore::Created> create_application(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const ApplicationStore::Draft& draft,
    const Instant now,
    const Permits& permits
) {
    const std::string& candidate = draft.candidate_id;
    auto found = run(transaction, queries::find_candidate.name, candidate);
    if (found.empty()) {
        if (!note_applications(transaction, owner, {candidate})) {
            return no_candidate(candidate);
        }
        found = run(transaction, queries::find_candidate.name, candidate);
    }
    const auto owner_id = found.front()[1].as<std::string>();
    if (!permits(owner_id, reach_of(owner_id, owner))) {
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
        add_application_event(transaction, owner, id, "change", draft.note, now);
    }
    const auto row =
        run(transaction, queries::find_application_of.name, candidate, draft.posting_id);
    return ApplicationStore::Created{
        .application = application_in(row.front(), owner), .now = !added.empty()};
}

}  // namespace store
