#pragma once

#include "indexer/search/columns.hpp"
#include "indexer/search/facets.hpp"
#include "indexer/search/reader.hpp"
#include "indexer/search/row_filter.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

/// Xapian's matcher, served from columns in place of the slots of the index. The columns are of the
/// state of the index that is asked, and outlive the match, as filter and index do.
namespace search {

/// Which documents a filter lets pass, as a query that weighs nothing.
Xapian::Query rows_query(
    const IndexColumns& columns, const RowFilter& filter, const OpenIndex& index
);

/// Descending: newest first, then smallest id. Of an index that is not divided.
class NewestKey : public Xapian::KeyMaker {
public:
    explicit NewestKey(const IndexColumns& columns) : columns_{columns} {}
    std::string operator()(const Xapian::Document& document) const override;

private:
    const IndexColumns& columns_;
};

/// Counts hits by facets, from columns or, without them, from one value of each hit. With columns
/// of an index that is not divided.
class FacetSpy : public Xapian::MatchSpy {
public:
    explicit FacetSpy(const IndexColumns* columns) : columns_{columns} {}
    void operator()(const Xapian::Document& document, double) override;
    FacetCounts&& counts() && { return std::move(counts_); }

private:
    const IndexColumns* columns_;
    FacetCounts counts_;
};

}  // namespace search
