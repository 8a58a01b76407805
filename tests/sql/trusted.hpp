#pragma once

#include "sql/store/review_store.hpp"
#include "sql/store/trust_store.hpp"
#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <string>
#include <vector>

/// What lists say counts to the one day, what its source says to the other.
inline store::PostingRecord counting(
    store::PostingRecord record,
    const std::optional<std::string>& expires_on,
    const std::optional<std::string>& live_until
) {
    if (expires_on) {
        record.verdicts.expires_on = support::day(*expires_on);
    }
    if (live_until) {
        record.liveness = store::StoredLiveness{
            .state = "live",
            .day = support::day(*live_until) - std::chrono::days{1},
            .evidence = "its source offered it",
            .until = support::day(*live_until)};
    }
    return record;
}

/// Postings with verdicts in a database of the test's own.
class Trust : public testing::Test {
protected:
    domain::PostingId put(const store::PostingRecord& record) {
        postings_.write({record});
        return postings_.history(record.posting.source_id).at(0).posting.id;
    }

    /// Source ids of what is due on a day for whoever verifies against this.
    std::vector<std::string> due(const std::string& on, const std::int64_t basis = 0) {
        std::vector<std::string> found;
        for (const auto& each :
             trust_.to_verify({.due_only = true, .day = support::day(on), .basis = basis})) {
            found.push_back(each.posting.source_id);
        }
        return found;
    }

    /// `state: reason` of each line of its history.
    std::vector<std::string> history(const domain::PostingId id) {
        std::vector<std::string> lines;
        const auto told = postings_.history(std::to_string(id));
        for (const auto& change : told.at(0).changes) {
            lines.push_back(change.state + ": " + change.reason);
        }
        return lines;
    }

    /// The posting as it is stored, with another state.
    store::Verification with_state(const domain::PostingId id, store::Verification::State state) {
        return {.id = id, .verdicts = trust_.to_verify(id)->verdicts, .state = std::move(state)};
    }

    void refuse(const std::string& statement, const std::string& why) {
        SCOPED_TRACE(statement);
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        try {
            transaction.exec(statement);
            ADD_FAILURE() << "it was accepted";
        } catch (const pqxx::sql_error& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(why));
        }
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
    store::TrustStore trust_{database_};
    store::ReviewStore reviews_{database_};
};
