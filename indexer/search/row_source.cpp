#include "indexer/search/row_source.hpp"

#include "indexer/search/schema.hpp"

#include <algorithm>
#include <iterator>

namespace search {
namespace {

/// Of so many rows one is looked at, to estimate how many pass.
constexpr std::size_t sampled = 64;

std::size_t estimate(const std::vector<IndexRow>& rows, const RowFilter& filter) {
    std::size_t passing = 0;
    for (std::size_t id = 1; id < rows.size(); id += sampled) {
        passing += filter.passes(rows[id]) ? sampled : 0;
    }
    return std::min(passing, rows.size());
}

/// The documents of one shard, or of an index that is not divided.
class RowSource : public Xapian::PostingSource {
public:
    /// `estimated` of each shard pass.
    /// Of each shard, `estimated` pass.
    RowSource(
        const std::vector<IndexRow>& rows,
        const RowFilter& filter,
        const std::vector<std::string>& shard_uuids,
        const std::size_t estimated
    )
        : rows_{rows}, filter_{filter}, shard_uuids_{shard_uuids}, estimated_{estimated} {}

    Xapian::PostingSource* clone() const override {
        return new RowSource{rows_, filter_, shard_uuids_, estimated_};
    }

    void init(const Xapian::Database& shard) override {
        const auto found = std::ranges::find(shard_uuids_, shard.get_uuid());
        shard_ = static_cast<std::size_t>(std::distance(shard_uuids_.begin(), found));
        documents_ = shard.get_doccount();
        last_ = shard.get_lastdocid();
        document_ = 0;
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override {
        return std::min(static_cast<Xapian::doccount>(estimated_), documents_);
    }
    Xapian::doccount get_termfreq_max() const override { return documents_; }

    void next(double) override { go_to(document_ + 1); }
    void skip_to(const Xapian::docid document, double) override {
        go_to(std::max(document, document_));
    }
    bool check(const Xapian::docid document, double) override {
        document_ = document;
        return passes();
    }
    bool at_end() const override { return document_ > last_; }
    Xapian::docid get_docid() const override { return document_; }

private:
    void go_to(const Xapian::docid document) {
        for (document_ = document; document_ <= last_ && !passes(); ++document_) {
        }
    }

    bool passes() const {
        const std::size_t id = (std::size_t{document_} - 1) * shard_uuids_.size() + shard_ + 1;
        return filter_.passes(rows_[id]);
    }

    const std::vector<IndexRow>& rows_;
    const RowFilter& filter_;
    const std::vector<std::string>& shard_uuids_;
    std::size_t estimated_;
    std::size_t shard_ = 0;
    Xapian::doccount documents_ = 0;
    Xapian::docid last_ = 0;
    Xapian::docid document_ = 0;
};

}  // namespace

Xapian::Query rows_query(
    const IndexColumns& columns, const RowFilter& filter, const OpenIndex& index
) {
    const std::vector<std::string>& shards = index.shard_uuids;
    const std::size_t estimated = estimate(columns.rows(), filter) / shards.size();
    return Xapian::Query{(new RowSource{columns.rows(), filter, shards, estimated})->release()};
}

std::string NewestKey::operator()(const Xapian::Document& document) const {
    const Xapian::docid id = document.get_docid();
    const domain::Date posted = domain::date_from_days(columns_.rows()[id].posted_day);
    return schema::to_value(schema::newest_key(posted, id));
}

void FacetSpy::operator()(const Xapian::Document& document, double) {
    counts_.add(
        columns_ == nullptr ? facets_from(document.get_value(schema::facets))
                            : columns_->rows()[document.get_docid()].facets
    );
}

}  // namespace search
