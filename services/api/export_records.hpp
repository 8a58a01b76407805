#pragma once

#include "indexer/zip/zip_writer.hpp"
#include "matcher/domain/language.hpp"
#include "services/api/service.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

/// What is kept with a candidate from day to day, for the archive of all that is held about them.
namespace api {

/// Every application with its events, letter, packages and offer, the newest first.
boost::json::array exported_applications(
    const Service& service,
    const auth::Principal& principal,
    const std::string& candidate,
    domain::OfficialLanguage spoken
);

/// The files of the package that was built last for each application, `package_POSTING_NAME`.
std::vector<zip::Entry> exported_package_files(
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
