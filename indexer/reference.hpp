#pragma once

#include "indexer/coding/coder.hpp"
#include "indexer/normalise/gazetteer.hpp"
#include "indexer/occupation/occupations.hpp"
#include "indexer/verification/verify.hpp"
#include "sql/store/reference_store.hpp"

#include <memory>
#include <vector>

namespace ingest {

/// The tables of facts that an ingest looks things up in.
struct Reference {
    normalise::Gazetteer gazetteer;
    occupation::Occupations occupations;
    coding::Coder coder;
    std::vector<store::NocUnitGroup> unit_groups;
    std::shared_ptr<const verification::Lists> lists =
        {};                  ///< Of the employers, wages and licences.
    std::int64_t basis = 0;  ///< What postings are verified against (TrustStore::basis()).
};

Reference load_reference(store::Database& database);

}  // namespace ingest
