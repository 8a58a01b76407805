#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"

#include <string>

namespace cli {

/// Employer, place, whether remote, occupation and pay of a posting on one line.
std::string posting_facts(const domain::Posting& posting, domain::OfficialLanguage language);

}  // namespace cli
