#pragma once

#include "matcher/rules/rule_book.hpp"

#include <filesystem>
#include <string>
#include <string_view>

/// An operator's rule sets, beside those that ship.
namespace matching {

/// The files of the folder in the order of their names: `*.json` are rule sets, `grids/*.json` the
/// grids that they name. Anything else is passed over. Throws std::runtime_error where the folder
/// or a file of it cannot be read.
rules::DroppedRules read_rule_folder(const std::filesystem::path& folder);

/// What a program knows of rules: the sets that ship, and those of `folder` unless it is empty.
/// The error is what rules::load() refuses; throws as read_rule_folder() does.
domain::Result<rules::RuleBook> rule_book(const std::string& folder, std::string_view basis);

/// `rules/2099-01-01.json: additional.sibling: missing`: the refusal of rule_book() on one line.
std::string refusal_line(const domain::Error& error);

}  // namespace matching
