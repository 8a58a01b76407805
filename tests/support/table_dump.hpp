#pragma once

#include <map>
#include <string>

namespace support {

/// Every row of every table of a database, as text, by table: equal where the databases are.
std::map<std::string, std::string> table_dump(const std::string& conninfo);

}  // namespace support
