#pragma once

#include "matcher/domain/language.hpp"

#include <array>

namespace languages {

inline constexpr std::array both{
    domain::OfficialLanguage::english, domain::OfficialLanguage::french};

}  // namespace languages
