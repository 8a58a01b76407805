#include "sql/store/trust_list_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/column.hpp"
#include "sql/store/lease.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

// What stands in these tables satisfies their constraints, so a value that does not parse is a
// broken invariant and value() throws.

std::string_view view_of(const pqxx::field& field) {
    return field.is_null() ? std::string_view{} : std::string_view{field.c_str(), field.size()};
}

std::optional<domain::Province> province_if_any(const pqxx::field& field) {
    return field.is_null() ? std::nullopt : domain::province_from_code(view_of(field));
}

domain::Province province(const pqxx::field& field) {
    return domain::province_from_code(view_of(field)).value();
}

domain::Date day(const pqxx::field& field) { return domain::parse_date(view_of(field)).value(); }

/// Every row of a list, each turned into values by `row_of`.
template <class Take, class RowOf>
void each_row(
    Database& database,
    const std::string_view statement,
    const std::int64_t import_id,
    const Take& take,
    const RowOf row_of
) {
    in_transaction(database, [&](pqxx::work& transaction) {
        const pqxx::result rows = run(transaction, statement, import_id);
        for (const auto& row : rows) {
            take(row_of(row));
        }
        return rows.size();
    });
}

}  // namespace

std::vector<TrustList> TrustListStore::lists() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        std::vector<TrustList> lists;
        for (const auto& row : run(transaction, queries::list_trust_lists.name)) {
            lists.push_back(
                {.import_id = row[0].as<std::int64_t>(),
                 .kind = row[1].as<std::string>(),
                 .name = row[2].as<std::string>(),
                 .publisher = row[3].as<std::string>(),
                 .published_on = day(row[4])}
            );
        }
        return lists;
    });
}

void TrustListStore::read(const std::int64_t import_id, const Take<LmiaEmployerRow>& take) {
    each_row(
        database_,
        queries::list_lmia_employers.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return LmiaEmployerRow{
                .positive = view_of(row[0]) == "positive",
                .period = view_of(row[1]),
                .province = province_if_any(row[2]),
                .employer = view_of(row[3]),
                .address = view_of(row[4]),
                .postal_code = view_of(row[5]),
                .occupation = view_of(row[6]),
                .positions = row[7].as<std::int32_t>()};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<NonCompliantEmployerRow>& take) {
    each_row(
        database_,
        queries::list_non_compliant_employers.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return NonCompliantEmployerRow{
                .operating_name = view_of(row[0]),
                .legal_name = view_of(row[1]),
                .address = view_of(row[2]),
                .penalty = view_of(row[3]),
                .decided = view_of(row[4]),
                .decided_on = date_in(row[5]),
                .status_as_published = view_of(row[6]),
                .status = view_of(row[7]),
                .banned_until = date_in(row[8])};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<DesignatedEmployerRow>& take) {
    each_row(
        database_,
        queries::list_designated_employers.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return DesignatedEmployerRow{
                .province = province(row[0]),
                .employer = view_of(row[1]),
                .location = view_of(row[2])};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<PilotCommunityRow>& take) {
    each_row(
        database_,
        queries::list_pilot_communities.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return PilotCommunityRow{
                .pilot = view_of(row[0]),
                .community = view_of(row[1]),
                .province = province(row[2])};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<OccupationWageRow>& take) {
    each_row(
        database_,
        queries::list_occupation_wages.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return OccupationWageRow{
                .noc_edition = view_of(row[0]),
                .noc = view_of(row[1]),
                .province = province_if_any(row[2]),
                .region = view_of(row[3]),
                .median = row[4].as<domain::Cents>(),
                .yearly = row[5].as<bool>()};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<CityRegionRow>& take) {
    each_row(database_, queries::list_city_regions.name, import_id, take, [](const pqxx::row& row) {
        return CityRegionRow{
            .city = view_of(row[0]),
            .province = province(row[1]),
            .region = view_of(row[2]),
            .share = row[3].is_null() ? std::nullopt : std::optional{row[3].as<double>()}};
    });
}

void TrustListStore::read(
    const std::int64_t import_id, const Take<EmploymentRequirementRow>& take
) {
    each_row(
        database_,
        queries::list_employment_requirements.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return EmploymentRequirementRow{.profile = view_of(row[0]), .text = view_of(row[1])};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<MinimumWageRow>& take) {
    each_row(
        database_,
        queries::list_minimum_wages.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return MinimumWageRow{
                .province = province(row[0]),
                .from = day(row[1]),
                .to = date_in(row[2]),
                .hourly = row[3].as<domain::Cents>(),
                .url = view_of(row[4])};
        }
    );
}

void TrustListStore::read(const std::int64_t import_id, const Take<LicensedOccupationRow>& take) {
    each_row(
        database_,
        queries::list_licensed_occupations.name,
        import_id,
        take,
        [](const pqxx::row& row) {
            return LicensedOccupationRow{
                .noc = domain::NocCode::parse(view_of(row[0])).value(),
                .province = province(row[1]),
                .regulator = view_of(row[2]),
                .url = view_of(row[3]),
                .compulsory = row[4].as<bool>()};
        }
    );
}

}  // namespace store
