#include "indexer/search/columns.hpp"

#include "indexer/search/reader.hpp"
#include "indexer/search/schema.hpp"

#include <cmath>
#include <utility>

namespace search {
namespace {

/// `take(row, value)` for every posting with a value in the slot.
template <class Take>
void read_slot(
    const Xapian::Database& database,
    const schema::Slot slot,
    std::vector<IndexRow>& rows,
    const Take& take
) {
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value) {
        take(rows.at(value.get_docid()), *value);
    }
}

std::int32_t number_in(const std::string& value) {
    return static_cast<std::int32_t>(std::lround(Xapian::sortable_unserialise(value)));
}

}  // namespace

IndexColumns::IndexColumns(const OpenIndex& index)
    : state_{index.state},
      rows_(std::size_t{index.database.get_lastdocid()} + 1),
      titles_{index.database.get_lastdocid()} {
    const Xapian::Database& database = index.database;
    read_slot(database, schema::newest, rows_, [](IndexRow& row, const std::string& value) {
        row.posted_day = domain::days_since_epoch(schema::day_posted(schema::from_value(value)));
    });
    read_slot(database, schema::last_live, rows_, [](IndexRow& row, const std::string& value) {
        row.last_live_day = number_in(value);
    });
    read_slot(database, schema::hourly_pay, rows_, [](IndexRow& row, const std::string& value) {
        row.hourly_pay = number_in(value);
    });
    read_slot(database, schema::facets, rows_, [](IndexRow& row, const std::string& value) {
        row.facets = facets_from(value);
    });
    const auto end = database.valuestream_end(schema::title);
    for (auto title = database.valuestream_begin(schema::title); title != end; ++title) {
        titles_.add(title.get_docid(), *title);
    }
}

SearchedIndex::SearchedIndex(IndexLocation location, const Columns columns)
    : location_{std::move(location)},
      kept_{
          columns == Columns::kept && !location_.is_remote() ? std::make_shared<Kept>() : nullptr} {
}

std::shared_ptr<const IndexColumns> SearchedIndex::columns(const std::string& state) const {
    if (!kept_) {
        return nullptr;
    }
    const std::lock_guard for_a_moment{kept_->swapping};
    return kept_->columns && kept_->columns->state() == state ? kept_->columns : nullptr;
}

void SearchedIndex::refresh() const {
    if (!kept_ || !has_index(location_.folder)) {
        return;
    }
    with_index(location_, [this](const OpenIndex& index) {
        if (columns(index.state)) {
            return;
        }
        auto columns = std::make_shared<const IndexColumns>(index);
        const std::lock_guard for_a_moment{kept_->swapping};
        kept_->columns = std::move(columns);
    });
}

}  // namespace search
