#include "indexer/reference.hpp"

#include "indexer/trust/trust.hpp"
#include "indexer/trust_lists.hpp"
#include "sql/store/trust_list_store.hpp"
#include "sql/store/trust_store.hpp"

#include <utility>

namespace ingest {
namespace {

occupation::Occupations occupations(
    const std::vector<store::NocUnitGroup>& unit_groups,
    const std::vector<store::ConcordanceRow>& concordance
) {
    std::vector<domain::NocCode> nocs;
    nocs.reserve(unit_groups.size());
    for (const store::NocUnitGroup& group : unit_groups) {
        nocs.push_back(group.noc);
    }
    std::vector<occupation::Occupations::Concordance> rows;
    rows.reserve(concordance.size());
    for (const store::ConcordanceRow& row : concordance) {
        rows.push_back({.noc_2016 = row.noc_2016, .noc_2021 = row.noc_2021});
    }
    return occupation::Occupations{nocs, rows};
}

std::vector<coding::IndexTitle> index_titles(std::vector<store::NocTitle> rows) {
    std::vector<coding::IndexTitle> titles;
    titles.reserve(rows.size());
    for (store::NocTitle& row : rows) {
        titles.push_back({.title = std::move(row.title), .noc = row.noc});
    }
    return titles;
}

/// The cities of the list by which wages find their region: three times as many as the gazetteer
/// has.
std::vector<normalise::NamedCity> named_cities(store::Database& database) {
    // Where Job Bank prints no region, it did not know the place itself.
    constexpr std::string_view no_region = "Canada";
    std::vector<normalise::NamedCity> cities;
    store::TrustListStore lists{database};
    for (const store::TrustList& list : lists.lists()) {
        if (list.kind != "city_regions") {
            continue;
        }
        const store::TrustListStore::Take<store::CityRegionRow> take = [&](const auto& row) {
            if (row.region != no_region) {
                cities.push_back({.name = std::string{row.city}, .province = row.province});
            }
        };
        lists.read(list.import_id, take);
    }
    return cities;
}

}  // namespace

Reference load_reference(store::Database& database) {
    store::ReferenceStore reference{database};
    std::vector<store::NocUnitGroup> unit_groups = reference.noc_unit_groups();
    occupation::Occupations known = occupations(unit_groups, reference.concordance());
    const auto lists = std::make_shared<const verification::Lists>(load_trust_lists(database));
    return {
        .gazetteer = normalise::Gazetteer{reference.places(), named_cities(database)},
        .occupations = std::move(known),
        .coder = coding::Coder{coding::Model::shipped(), index_titles(reference.noc_titles())},
        .unit_groups = std::move(unit_groups),
        .lists = lists,
        .basis = store::TrustStore{database}.basis(trust::basis_content(lists.get()))};
}

}  // namespace ingest
