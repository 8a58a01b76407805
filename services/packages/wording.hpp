#pragma once

#include "matcher/domain/language.hpp"
#include "services/packages/document.hpp"

#include <optional>
#include <string>

/// How Canada writes what a fact says, in English and in French.
namespace packages {

/// The words of a fact in a form that is one of words alone; nothing where they have not that form.
std::optional<std::string> written(
    const std::string& words, Form form, domain::OfficialLanguage language
);

/// `I`, `my`, `je`: nobody speaks so in a résumé.
bool is_in_first_person(const std::string& text);

}  // namespace packages
