#pragma once

#include "services/api/service.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

/// What is kept with a candidate from day to day, for the archive of all that is held about them.
namespace api {

/// Every application with its events, the newest first.
boost::json::array exported_applications(
    const Service& service, const auth::Principal& principal, const std::string& candidate
);

/// Every thread with its messages, the newest first.
boost::json::array exported_messages(
    const Service& service, const auth::Principal& principal, const std::string& candidate
);

/// Every invitation of an employer, the newest first.
boost::json::array exported_invitations(
    const Service& service, const auth::Principal& principal, const std::string& candidate
);

}  // namespace api
