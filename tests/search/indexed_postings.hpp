#pragma once

#include "indexer/search/search.hpp"
#include "indexer/search/writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search_test {

/// A verified English posting for a welder in Alberta, posted on 2026-11-02; each test changes
/// what it is about. The key becomes its source id.
store::PostingRecord record(const std::string& key, const std::string& title);

/// The same in French, in Québec.
store::PostingRecord french_record(const std::string& key, const std::string& title);

/// An occupation whose names hold none of the words that a test asks for.
store::PostingRecord with_noc(store::PostingRecord record, int noc);

/// Paid so much an hour.
store::PostingRecord paid(store::PostingRecord record, domain::Cents hourly);

/// A store and an index of a test's own.
class IndexedPostings {
public:
    /// Of so many shards, 0 for one that nobody has asked to divide.
    explicit IndexedPostings(std::size_t shards = 0) : shards_{shards} {}

    /// Writes to the store and updates the index.
    void add(const std::vector<store::PostingRecord>& records);

    store::PostingStore& postings() { return postings_; }
    search::IndexLocation index() const { return {folder_.path() / "index", shards_}; }
    std::string index_folder() const { return folder_.path() / "index"; }
    /// What queries ask beside the index; none until a test says.
    search::Knowledge& knowledge() { return knowledge_; }
    const std::vector<store::NocUnitGroup>& unit_groups() const { return unit_groups_; }

    search::IndexReport update();
    search::IndexReport rebuild();

    /// All pages of a query.
    std::vector<search::Hit> all_hits(search::Query query) const;

    /// The page of a query as of 2026-11-16 unless it says.
    search::Page page(search::Query query) const;

    /// The source ids of hits, in their order.
    std::vector<std::string> keys(const std::vector<search::Hit>& hits);

    /// The source ids of the hits of one page, in their order; the query asks as of 2026-11-16
    /// unless it says.
    std::vector<std::string> find(search::Query query);
    std::vector<std::string> find_text(const std::string& text);

private:
    std::size_t shards_;
    search::Knowledge knowledge_;
    support::TestDatabase test_database_;
    support::TemporaryFolder folder_;
    store::Database database_{
        {.conninfo = test_database_.conninfo(),
         .connections_max = 2,
         .statement_timeout = std::chrono::milliseconds{0}}};
    store::PostingStore postings_{database_};
    std::vector<store::NocUnitGroup> unit_groups_ =
        store::ReferenceStore{database_}.noc_unit_groups();
};

}  // namespace search_test
