#pragma once

#include <boost/json/object.hpp>

#include <string_view>

/// A candidate document for other programs.
namespace wire {

/// The member of `meta` in which a JSON Resume says what it has no place for.
inline constexpr std::string_view own_member = "x-jobscout";

/// As a JSON Resume (jsonresume.org) that is valid as 1.0.0 and as 1.3: the résumé of the document
/// where it has one, with jobs, education and skills of the document where the résumé leaves those
/// sections out. What JSON Resume has no place for stands under `meta.x-jobscout`: the members of
/// the document, and `resume: {absent: [], rest: {}}`, by which import_profile() makes of it the
/// very document again.
boost::json::object json_resume(const boost::json::object& candidate);

/// `{work?, education?, skills?}` as jobs, education and skills of a candidate document say them.
boost::json::object sections_from_facts(const boost::json::object& candidate);

}  // namespace wire
