// How PostingStore keeps employers: one under all spellings of a name.

#include "embedded_queries.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/refusals.hpp"

namespace store {

namespace json = boost::json;
namespace queries = embedded_queries;

void PostingStore::key_employers(
    const std::vector<EmployerSpelling>& spellings, const int version
) {
    json::array rows;
    for (const EmployerSpelling& spelling : spellings) {
        if (spelling.key.empty()) {
            continue;  // A name without a letter is nobody's.
        }
        json::object row{
            {"name", text(spelling.name)},
            {"key", text(spelling.key)},
            {"legal_name", text(spelling.legal_name)}};
        if (!spelling.operating_name.empty()) {
            row.emplace("operating_name", text(spelling.operating_name));
            row.emplace("operating_key", text(spelling.operating_key));
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) {
        return;
    }
    write_records_of_sources(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::key_employers.name, json::serialize(rows), version);
    });
}

std::vector<std::string> PostingStore::spellings_called(const std::vector<std::string>& keys) {
    json::array asked;
    for (const std::string& key : keys) {
        if (!key.empty()) {
            asked.emplace_back(text(key));
        }
    }
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<std::string> names;
        for (const auto& row :
             run(transaction, queries::find_called.name, json::serialize(asked))) {
            names.push_back(row[0].as<std::string>());
        }
        return names;
    });
}

std::vector<std::string> PostingStore::spellings_not_keyed_by(
    const int version, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<std::string> names;
        for (const auto& row : run(transaction, queries::list_aliases.name, version, count)) {
            names.push_back(row[0].as<std::string>());
        }
        return names;
    });
}

void PostingStore::follow_spellings() {
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::follow_aliases.name);
        return run(transaction, queries::drop_unused_employers.name);
    });
}

}  // namespace store
