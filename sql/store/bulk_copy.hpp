#pragma once

#include <boost/json.hpp>
#include <pqxx/pqxx>

#include <string>
#include <vector>

namespace store {

/// Adds rows to a table by COPY, which costs PostgreSQL a fraction of what unpacking JSON does. A
/// row's keys are columns; one that some other row has and this one has not is NULL. Text must be
/// free of NUL (text() of posting_json sees to that), and a list is one of texts.
/// What the table refuses throws, and the transaction is lost.
void copy_rows(
    pqxx::work& transaction, const std::string& table, const std::vector<boost::json::object>& rows
);

}  // namespace store
