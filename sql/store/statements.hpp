#pragma once

#include <string_view>
#include <vector>

namespace store {

/// One file of sql/queries: its name without the ending, and the statement.
struct Statement {
    std::string_view name;
    std::string_view sql;
};

/// Every statement that the stores run. A connection knows each by its name, and PostgreSQL
/// prepares one when it is first used.
const std::vector<Statement>& statements();

}  // namespace store
