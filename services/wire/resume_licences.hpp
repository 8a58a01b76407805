#pragma once

#include "matcher/domain/posting.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace wire {

/// The Canadian licences among the certificates of a JSON Resume. A certificate counts where its
/// name or issuer says that it is Canadian: a licence from elsewhere does not stand in for one. A
/// résumé is not ours to judge: what has another shape than expected says nothing.
std::vector<domain::Licence> resume_licences(const boost::json::object& resume);

/// Whether a JSON Resume lists a language beside English and French.
bool resume_names_other_language(const boost::json::object& resume);

}  // namespace wire
