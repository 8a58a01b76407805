#pragma once

#include "sql/store/application_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

/// What candidates have applied to, or mean to.
namespace wire {

/// The body of POST /v1/applications.
struct ApplicationRequest {
    std::string candidate_id;  ///< A UUID.
    domain::PostingId posting_id = 0;
    std::optional<store::ApplicationStore::Due> due;
    std::string note;
};

/// `{candidate, posting_id, due_on?, due_for?, note?}`
domain::Result<ApplicationRequest> application_from(const boost::json::value& document);

/// The body of PUT /v1/applications/{application}, `{state, due_on?, due_for?, note?}`: what is not
/// said is not due any more.
domain::Result<store::ApplicationStore::Change> application_change_from(
    const boost::json::value& document
);

/// The body of POST /v1/applications/{application}/comments, `{words}`.
domain::Result<std::string> comment_from(const boost::json::value& document);

/// `{id, candidate, name, posting_id, title, employer, state, next[], due_on, due_for, created_at,
/// changed_at}`: `next` is where who asks may take it.
boost::json::object application_json(const store::ApplicationStore::Application& application);
boost::json::array applications_json(
    const std::vector<store::ApplicationStore::Application>& applications
);

/// `{id, kind, by{role, you, firm}, state, due_on, due_for, words, made_at}`
boost::json::object application_event_json(const store::ApplicationStore::Event& event);
boost::json::array application_events_json(const std::vector<store::ApplicationStore::Event>& events
);

/// Who did something, as it is shown to somebody: `{role, you, firm}`.
boost::json::object party_json(
    const std::string& role, bool own, const std::optional<std::string>& firm
);

}  // namespace wire
