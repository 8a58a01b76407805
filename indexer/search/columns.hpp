#pragma once

#include "indexer/search/facets.hpp"
#include "indexer/search/location.hpp"
#include "indexer/search/title_sketch.hpp"
#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace search {

struct OpenIndex;

/// What a search looks at of every posting that it meets, beside words.
struct IndexRow {
    std::int32_t posted_day = 0;  ///< Days since 1970-01-01.
    /// Last day on which the posting counts as open; before every day where there is no posting.
    std::int32_t last_live_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t hourly_pay = 0;  ///< The most stated, in cents; 0 where none is.
    Facets facets{};
};
static_assert(sizeof(IndexRow) <= 20);

/// The rows of an index in one state of it, by posting id. Immutable.
class IndexColumns {
public:
    explicit IndexColumns(const OpenIndex& index);

    /// As OpenIndex::state.
    const std::string& state() const { return state_; }

    /// The number of a row is the id of its posting; that of number 0 is of none.
    const std::vector<IndexRow>& rows() const { return rows_; }

    const TitleSketches& titles() const { return titles_; }

private:
    std::string state_;
    std::vector<IndexRow> rows_;
    TitleSketches titles_;
};

/// An index that is searched, and its columns: to read them from the index in every search costs
/// most of it. Copies share what is kept.
class SearchedIndex {
public:
    enum class Columns { none, kept };

    // NOLINTNEXTLINE(google-explicit-constructor)
    SearchedIndex(IndexLocation location, Columns columns = Columns::none);
    // NOLINTNEXTLINE(google-explicit-constructor)
    SearchedIndex(const std::string& local_folder) : SearchedIndex{IndexLocation{local_folder}} {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    SearchedIndex(const char* local_folder) : SearchedIndex{IndexLocation{local_folder}} {}

    const IndexLocation& location() const { return location_; }

    /// Those of this very state; nothing where they are not kept, or of another state.
    std::shared_ptr<const IndexColumns> columns(const std::string& state) const;

    /// Reads the columns if the index has changed since. Columns of an index behind servers, or
    /// that is not there, are not kept. Throws IndexError. One caller at a time.
    void refresh() const;

private:
    struct Kept {
        std::mutex swapping;  ///< Held while the pointer is copied, and for nothing else.
        std::shared_ptr<const IndexColumns> columns;
    };

    IndexLocation location_;
    std::shared_ptr<Kept> kept_;  ///< Null where none are kept.
};

}  // namespace search
