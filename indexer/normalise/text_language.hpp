#pragma once

#include "matcher/domain/language.hpp"

#include <optional>
#include <string_view>

namespace normalise {

/// A language that the source states: `en`, `fr-CA`, `French`, `anglais`.
std::optional<domain::OfficialLanguage> stated_language(std::string_view text);

/// The language that a text is written in, by its commonest words and, in titles too short to have
/// any, by words for occupations. Nothing where neither language leads: names of firms and places,
/// a word that both languages share (`agent`, `chef`), other languages. It tells English from
/// French and nothing else.
std::optional<domain::OfficialLanguage> detect_language(std::string_view text);

}  // namespace normalise
