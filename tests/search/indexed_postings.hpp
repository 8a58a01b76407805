#pragma once

#include "indexer/search/search.hpp"
#include "indexer/search/writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search_test {

/// A day written as text; what is no day is a mistake of the test.
domain::Date day(std::string_view text);

/// A verified English posting for a welder in Alberta, posted on 2026-11-02; each test changes
/// what it is about. The key becomes its source id.
store::PostingRecord record(const std::string& key, const std::string& title);

/// The same in French, in Québec.
store::PostingRecord french_record(const std::string& key, const std::string& title);

/// A store and an index of a test's own.
class IndexedPostings {
public:
    /// Writes to the store and updates the index.
    void add(const std::vector<store::PostingRecord>& records);

    store::PostingStore& postings() { return postings_; }
    std::string index() const { return folder_.path() / "index"; }
    const std::vector<store::NocUnitGroup>& unit_groups() const { return unit_groups_; }

    search::IndexReport update();
    search::IndexReport rebuild();

    /// All pages of a query.
    std::vector<search::Hit> all_hits(search::Query query) const;

    /// The source ids of the hits of one page, in their order; the query asks as of 2026-11-16
    /// unless it says.
    std::vector<std::string> find(search::Query query);
    std::vector<std::string> find_text(const std::string& text);

private:
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
