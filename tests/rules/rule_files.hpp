#pragma once

#include "tests/support/content.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

/// The texts of rule files.
namespace rule_files {

/// One that ships, by its path in matcher/rules.
inline std::string read(const std::string_view file) {
    return support::content_of(std::filesystem::path{REPOSITORY_ROOT} / "matcher/rules" / file);
}

/// A text with one piece of it replaced, which has to be there.
inline std::string with(
    std::string text, const std::string_view old, const std::string_view changed
) {
    const std::size_t found = text.find(old);
    EXPECT_NE(found, std::string::npos) << old;
    return text.replace(found, old.size(), changed);
}

}  // namespace rule_files
