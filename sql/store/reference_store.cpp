#include "sql/store/reference_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace store {
namespace {

// What stands in these tables satisfies their constraints, so a value that does not parse is a
// broken invariant and value() throws.
domain::NocCode noc(const pqxx::field& field) {
    return domain::NocCode::parse(field.c_str()).value();
}

domain::GazetteerEntry place(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int32_t>(),
        .name = row[1].as<std::string>(),
        .province = domain::province_from_code(row[2].c_str()).value(),
        .coordinates = {.latitude = row[3].as<double>(), .longitude = row[4].as<double>()},
        .population = row[5].as<std::int32_t>(),
        .other_names =
            boost::json::value_to<std::vector<std::string>>(boost::json::parse(row[6].c_str())),
    };
}

/// Every row of a statement, each turned into a value by `read`.
template <class Read>
auto all_rows(Database& database, const std::string_view statement, const Read read) {
    return in_transaction(database, [&](pqxx::work& transaction) {
        std::vector<std::invoke_result_t<Read, const pqxx::row&>> values;
        for (const auto& row : run(transaction, statement)) {
            values.push_back(read(row));
        }
        return values;
    });
}

std::string version(Database& database, const std::string_view statement) {
    const auto text = [](const pqxx::row& row) { return row[0].as<std::string>(); };
    return all_rows(database, statement, text).front();
}

}  // namespace

ReferenceStore::ReferenceStore(Database& database) : database_{database} {}

std::vector<NocUnitGroup> ReferenceStore::noc_unit_groups() {
    return all_rows(
        database_,
        embedded_queries::list_noc_unit_groups.name,
        [](const pqxx::row& row) {
            return NocUnitGroup{
                .noc = noc(row[0]),
                .title_en = row[1].as<std::string>(),
                .title_fr = row[2].as<std::string>(),
            };
        }
    );
}

std::vector<ConcordanceRow> ReferenceStore::concordance() {
    return all_rows(
        database_,
        embedded_queries::list_noc_concordance.name,
        [](const pqxx::row& row) {
            return ConcordanceRow{.noc_2016 = row[0].as<std::string>(), .noc_2021 = noc(row[1])};
        }
    );
}

std::vector<domain::GazetteerEntry> ReferenceStore::places() {
    return all_rows(database_, embedded_queries::list_places.name, place);
}

std::vector<NocTitle> ReferenceStore::noc_titles() {
    return all_rows(database_, embedded_queries::list_noc_titles.name, [](const pqxx::row& row) {
        return NocTitle{
            .title = row[0].as<std::string>(),
            .language = row[1].as<std::string>(),
            .noc = noc(row[2])};
    });
}

std::string ReferenceStore::noc_titles_version() {
    return version(database_, embedded_queries::find_noc_titles_version.name);
}

std::string ReferenceStore::fit_facts_version() {
    return version(database_, embedded_queries::find_fit_facts_version.name);
}

std::vector<fit::SkillProfile> ReferenceStore::skill_profiles() {
    auto profiles =
        all_rows(database_, embedded_queries::list_skill_profiles.name, [](const pqxx::row& row) {
            return fit::SkillProfile{
                .noc = noc(row[0]),
                .ratings =
                    boost::json::value_to<std::vector<double>>(boost::json::parse(row[1].c_str()))};
        });
    std::size_t most = 0;
    for (const fit::SkillProfile& profile : profiles) {
        most = std::max(most, profile.ratings.size());
    }
    std::erase_if(profiles, [&](const fit::SkillProfile& profile) {
        return profile.ratings.size() != most;
    });
    return profiles;
}

}  // namespace store
