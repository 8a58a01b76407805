#pragma once

#include "matcher/domain/posting.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace normalise {

/// The licence that a posting asks for: the first that a credential stands for, else the one that
/// its title demands; of what, where neither says, by the occupation that the title names. A
/// trade's certificate is not asked of whom an employer also takes as an apprentice: Job Bank lists
/// `Red Seal` beside `1st Period Apprentice`.
domain::Licence licence_asked(const std::vector<std::string>& credentials, std::string_view title);

/// The licence that a credential, English or French, stands for: `Plumber Red Seal`,
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
