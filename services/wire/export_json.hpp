#pragma once

#include <boost/json/object.hpp>

#include <string_view>

/// A candidate document for other programs.
namespace wire {

/// As a JSON Resume 1.0.0 (jsonresume.org): the résumé of the document where it has one, with jobs,
/// education and skills of the document where the résumé leaves those sections out. What JSON
/// Resume has no place for stands under `meta.x-jobscout`.
boost::json::object json_resume(const boost::json::object& candidate);

}  // namespace wire
