#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/invitation_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <vector>

/// Employers who invite candidates to say who they are.
namespace wire {

/// The body of POST .../invitation, `{message?}`: at most 1000 characters; empty where not said.
domain::Result<std::string> invitation_from(const boost::json::value& document);

/// The body of PUT /v1/invitations/{invitation}/answer, `{accepted, wording?, reason?}`: the words
/// agreed to with a yes, and perhaps why with a no.
domain::Result<store::InvitationStore::Answer> invitation_answer_from(
    const boost::json::value& document
);

/// What the employer sees of it: `{id, alias, posting_id, title, message, state, invited_at,
/// expires_at, answered_at, reason}`.
boost::json::object sent_invitation_json(const store::InvitationStore::Invitation& invitation);

/// What the candidate sees of it: the same with `candidate`, `employer` and `agreement` in the
/// place of `alias`.
boost::json::object invitation_json(const store::InvitationStore::Invitation& invitation);
boost::json::array invitations_json(
    const std::vector<store::InvitationStore::Invitation>& invitations
);

}  // namespace wire
