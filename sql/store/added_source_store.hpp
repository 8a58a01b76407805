#pragma once

#include "sql/store/claim_store.hpp"
#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"

#include <string>
#include <vector>

namespace store {

/// A source that an operator added, as one of the list on the machine.
struct AddedSource {
    std::string name;
    std::string entry;     ///< JSON, in the form of deploy/sources.schema.json without the name.
    std::string added_by;  ///< Who wrote it last,
    std::string added_at;  ///< and when; RFC 3339, UTC.

    friend bool operator==(const AddedSource&, const AddedSource&) = default;
};

/// Sources beside those in the list on the machine. A database that cannot be reached throws.
class AddedSourceStore {
public:
    explicit AddedSourceStore(Database& database) : database_{database} {}

    enum class Put {
        added,
        replaced,
        listed_on_machine,  ///< Nothing is changed: the name is one of the machine's own list.
    };
    Put put(const Reviewer& op, const std::string& name, const std::string& entry, Instant now);

    /// False: there is none.
    bool remove(const Reviewer& op, const std::string& name);

    /// By name; for the indexer, which owns the table.
    std::vector<AddedSource> list();

private:
    Database& database_;
};

}  // namespace store
