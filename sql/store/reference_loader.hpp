#pragma once

#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace store {

/// Fills the reference tables whose contents are not those of this program, in one transaction,
/// and names them.
std::vector<std::string> load_reference_tables(pqxx::connection& connection);

}  // namespace store
