#include "sql/store/program_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

namespace store {

namespace queries = embedded_queries;

void ProgramStore::see(const std::string_view program) {
    ask(database_, queries::see_program.name, std::string{program});
}

std::vector<ProgramStore::Seen> ProgramStore::seen() {
    std::vector<Seen> all;
    for (const auto& row : ask(database_, queries::list_programs.name)) {
        all.push_back({.program = row[0].as<std::string>(), .at = row[1].as<std::string>()});
    }
    return all;
}

int ProgramStore::migration() {
    return ask(database_, queries::find_migration.name).front()[0].as<int>();
}

}  // namespace store
