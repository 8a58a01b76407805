#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"

#include <string>

/// What a posting says, in words.
namespace wire {

/// `$40.00/h`, `$40.00 to $50.00/h`.
std::string pay_text(const domain::Pay& pay, domain::OfficialLanguage language);

/// Of the first place, `Halifax, NS`; empty where none is stated.
std::string place_text(const domain::Posting& posting);

}  // namespace wire
