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

/// The licence that an employer's own title demands: `AZ Driver`, `Red Seal Cook`, `Stick Welder
/// (Ticketed)`. Only words that stand for the licence itself: the name of an occupation demands
/// none, and neither does a title that is open to apprentices.
domain::Licence licence_in_title(std::string_view title);

}  // namespace normalise
