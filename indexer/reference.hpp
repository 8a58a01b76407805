#pragma once

#include "indexer/coding/coder.hpp"
#include "indexer/normalise/gazetteer.hpp"
#include "indexer/occupation/occupations.hpp"
#include "sql/store/reference_store.hpp"

#include <vector>

namespace ingest {

/// The tables of facts that an ingest looks things up in.
struct Reference {
    normalise::Gazetteer gazetteer;
    occupation::Occupations occupations;
    coding::Coder coder;
    std::vector<store::NocUnitGroup> unit_groups;
};

Reference load_reference(store::ReferenceStore& reference);

}  // namespace ingest
