#pragma once

#include "matcher/domain/posting.hpp"

#include <string_view>

namespace normalise {

/// The kind of licence that a credential, English or French, stands for: `Red Seal`,
/// `Registration as a Professional Engineer (P. Eng.)`, `Permis de l'OIIQ`, `Class 1/1F/A Licence`.
/// `none` for what any school or course can give in days and a licence from abroad does not lack:
/// first aid, WHMIS, food safety, forklift, a car driver's licence (class 5 or G). Works on a
/// posting's wording and on a candidate's own.
domain::Licence licence_from(std::string_view credential);

}  // namespace normalise
