#pragma once

#include "services/packages/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace packages {

/// How a document is set.
enum class Layout : std::uint8_t { resume, letter, sheet };

/// As a page that names nothing outside itself. Every text in it is escaped; a template that did
/// otherwise would not pass the tests.
std::string html_of(const Document& document, Layout layout);

/// The same for pandoc, with the styles of services/packages/templates/word_styles.xml.
std::string word_html_of(const Document& document);

/// The text of such a page, its body alone.
std::string text_in_html(std::string_view html);

}  // namespace packages
