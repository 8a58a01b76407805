#pragma once

#include "matcher/rules/rule_book.hpp"

#include <string>

/// What the commands of this folder run on, and what comes of it.
namespace command {

struct Outcome {
    int status = 0;
    std::string out;
    std::string errors;
};

inline const rules::RuleBook& rule_book() {
    static const rules::RuleBook book = rules::built_in().value();
    return book;
}

}  // namespace command
