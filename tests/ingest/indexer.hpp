#pragma once

#include "sql/store/posting_store.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// jobscout-indexer over a database, an index and files of a test's own.
class Indexer {
public:
    explicit Indexer(
        support::TestDatabase::Contents contents = support::TestDatabase::Contents::migrated
    );

    /// Runs `jobscout-indexer` with these arguments; the settings come from the environment.
    support::Outcome run(const std::vector<std::string>& arguments) const;

    /// The report of `ingest` with these arguments as of 2026-11-16; expects exit status 0.
    boost::json::object ingest(std::vector<std::string> arguments) const;

    /// A feed of partner records in the shape of partner_record(), one a line, as the argument
    /// that `ingest` takes.
    std::string feed(const std::vector<std::string>& lines) const;

    /// Ids of what a search for this text finds as of 2026-11-16.
    std::vector<domain::PostingId> found(const std::string& text) const;

    const support::TemporaryFolder& folder() const { return folder_; }
    std::string database() const { return database_.conninfo(); }
    std::string index() const { return folder_.path() / "index"; }
    store::PostingStore& postings() { return postings_; }

private:
    support::TestDatabase database_;
    support::TemporaryFolder folder_;
    store::Database connections_{
        {.conninfo = database_.conninfo(),
         .connections_max = 2,
         .statement_timeout = std::chrono::milliseconds{0}}};
    store::PostingStore postings_{connections_};
};

/// A record of which a verified posting can be made, changed by `changes`: `{"noc": "99999"}`.
std::string partner_record(const std::string& id, const boost::json::object& changes = {});
