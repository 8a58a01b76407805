// Saved searches, their digests and feeds, and who sees them, asked of PostgreSQL itself as well.

#include "sql/store/saved_search_store.hpp"

#include "sql/store/alert_store.hpp"
#include "sql/store/sha256.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using domain::ErrorKind;
using domain::OfficialLanguage;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

store::SavedSearchTerms welding() {
    return {
        .name = "Welding",
        .candidate_id = std::nullopt,
        .match_order = std::nullopt,
        .query = R"({"q": "welder"})",
        .notify = true,
    };
}

class SavedSearches : public testing::Test {
protected:
    std::int64_t add_postings(const std::vector<std::string>& keys) {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        std::vector<store::PostingRecord> records;
        for (const std::string& key : keys) {
            records.push_back(record_of(small_posting(key)));
        }
        return postings.write(records).revision;
    }

    void announce(const std::string& search, const std::vector<store::Announced>& postings) {
        jobs_.add("alerts", "{}");
        const auto job = jobs_.take({"alerts"}, std::chrono::seconds{60}).value();
        alerts_.write(
            job,
            {.progress = "{}",
             .searches = {search},
             .revision = 1,
             .digests =
                 {{search,
                   {.revision_after = 0,
                    .revision = 1,
                    .day = domain::parse_date("2026-11-16").value(),
                    .rules = "2022-11-16",
                    .matching = 7,
                    .postings = postings}}}}
        );
        jobs_.finish(job);
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::Database worker_{{.conninfo = test_database_.conninfo("jobscout_worker")}};
    store::SavedSearchStore searches_{database_};
    store::CandidateStore candidates_{database_};
    store::JobStore jobs_{worker_};
    store::AlertStore alerts_{worker_};
};

TEST_F(SavedSearches, come_back_are_replaced_and_go) {
    const auto saved = searches_.create(ana, welding()).value();
    EXPECT_EQ(saved.terms.name, "Welding");
    EXPECT_EQ(saved.terms.query, R"({"q": "welder"})");
    EXPECT_FALSE(saved.has_feed);
    EXPECT_THAT(searches_.list(ana), SizeIs(1));

    auto terms = welding();
    terms.notify = false;
    const auto replaced = searches_.replace(ana, saved.id, terms, saved.etag).value();
    EXPECT_FALSE(replaced.terms.notify);
    EXPECT_EQ(
        searches_.replace(ana, saved.id, terms, saved.etag).error().kind, ErrorKind::conflict
    );
    EXPECT_TRUE(searches_.remove(ana, saved.id));
    EXPECT_EQ(searches_.find(ana, saved.id).error().kind, ErrorKind::not_found);
    EXPECT_EQ(searches_.remove(ana, saved.id).error().kind, ErrorKind::not_found);
}

TEST_F(SavedSearches, do_not_exist_for_others) {
    const auto saved = searches_.create(ana, welding()).value();
    EXPECT_FALSE(searches_.find(ben, saved.id));
    EXPECT_FALSE(searches_.replace(ben, saved.id, welding(), std::nullopt));
    EXPECT_FALSE(searches_.remove(ben, saved.id));
    EXPECT_FALSE(searches_.open_feed(ben, saved.id, OfficialLanguage::english));
    EXPECT_FALSE(searches_.close_feed(ben, saved.id));
    EXPECT_THAT(searches_.list(ben), IsEmpty());
}

TEST_F(SavedSearches, are_for_a_candidate_of_the_same_owner_only) {
    const auto candidate = candidates_.create(ana, "{}");
    auto terms = welding();
    terms.candidate_id = candidate.id;
    terms.match_order = "fit";
    EXPECT_TRUE(searches_.create(ana, terms));
    // Whatever the program has checked before, the database refuses it.
    EXPECT_THROW(
        [[maybe_unused]] const auto saved = searches_.create(ben, terms),
        pqxx::foreign_key_violation
    );
}

TEST_F(SavedSearches, are_not_more_than_somebody_may_have) {
    for (std::size_t count = 0; count < store::SavedSearchStore::searches_max; ++count) {
        ASSERT_TRUE(searches_.create(ana, welding()));
    }
    EXPECT_EQ(searches_.create(ana, welding()).error().kind, ErrorKind::invalid);
    EXPECT_TRUE(searches_.create(ben, welding()));
}

TEST_F(SavedSearches, begin_with_what_comes_after_them) {
    const std::int64_t revision = add_postings({"before"});
    EXPECT_EQ(searches_.create(ana, welding())->revision_seen, revision);
}

TEST_F(SavedSearches, show_digests_to_their_owner) {
    add_postings({"one", "two"});
    const auto saved = searches_.create(ana, welding()).value();
    announce(saved.id, {{.posting_id = 2, .fit = 90, .basis_points = 50}, {.posting_id = 1}});
    const auto digests = searches_.digests(ana, saved.id, std::nullopt, 10);
    ASSERT_THAT(digests, SizeIs(1));
    EXPECT_EQ(digests[0].matching, 7);
    EXPECT_THAT(
        digests[0].postings,
        ElementsAre(
            store::Announced{.posting_id = 2, .fit = 90, .basis_points = 50},
            store::Announced{.posting_id = 1}
        )
    );
    EXPECT_THAT(searches_.digests(ana, saved.id, digests[0].id, 10), IsEmpty());
    EXPECT_THAT(searches_.digests(ben, saved.id, std::nullopt, 10), IsEmpty());
    // A posting is announced once, and a step that says otherwise leaves nothing behind.
    EXPECT_THROW(announce(saved.id, {{.posting_id = 1}}), pqxx::unique_violation);
    EXPECT_THAT(searches_.digests(ana, saved.id, std::nullopt, 10), SizeIs(1));
}

TEST_F(SavedSearches, have_a_feed_for_whoever_has_its_token) {
    add_postings({"one"});
    const auto saved = searches_.create(ana, welding()).value();
    const auto other = searches_.create(ana, welding()).value();
    announce(saved.id, {{.posting_id = 1}});
    const std::string first = searches_.open_feed(ana, saved.id, OfficialLanguage::english).value();
    const std::string token = searches_.open_feed(ana, saved.id, OfficialLanguage::french).value();
    EXPECT_THAT(token, testing::MatchesRegex("[0-9a-f]{64}"));
    EXPECT_NE(first, token);
    EXPECT_FALSE(searches_.feed(first, 10)) << "a new address ends the old one";
    const auto feed = searches_.feed(token, 10);
    ASSERT_TRUE(feed);
    EXPECT_EQ(feed->search_id, saved.id);
    EXPECT_EQ(feed->language, OfficialLanguage::french);
    EXPECT_THAT(feed->digests, SizeIs(1));

    // The token itself stands nowhere; it opens its own search and nothing else.
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    {
        pqxx::work transaction{connection};
        transaction.exec("SELECT set_config('jobscout.principal', 'ana', true)");
        EXPECT_EQ(
            transaction.exec1("SELECT string_agg(saved_search::text, '') FROM saved_search")[0]
                .as<std::string>()
                .find(token),
            std::string::npos
        );
    }
    pqxx::work transaction{connection};
    transaction.exec("SELECT set_config('jobscout.feed', '" + store::sha256(token) + "', true)");
    EXPECT_EQ(transaction.exec1("SELECT count(*) FROM saved_search")[0].as<int>(), 1);
    EXPECT_EQ(transaction.exec1("SELECT count(*) FROM candidate")[0].as<int>(), 0);
    EXPECT_EQ(transaction.exec("DELETE FROM saved_search").affected_rows(), 0U);
    EXPECT_TRUE(searches_.close_feed(ana, saved.id));
    EXPECT_FALSE(searches_.feed(token, 10));
}

TEST_F(SavedSearches, exist_for_no_transaction_that_does_not_say_who_asks) {
    add_postings({"one"});
    const auto saved = searches_.create(ana, welding()).value();
    announce(saved.id, {{.posting_id = 1}});
    for (const auto* const role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        for (const std::string table : {"saved_search", "alert_digest", "alerted_posting"}) {
            EXPECT_EQ(transaction.exec1("SELECT count(*) FROM " + table)[0].as<int>(), 0)
                << table << " as " << role;
        }
    }
}

TEST_F(SavedSearches, let_each_role_do_what_it_needs_and_nothing_else) {
    const auto refused = [&](const std::string& role, const std::string& statement) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        EXPECT_THROW(transaction.exec(statement), pqxx::insufficient_privilege)
            << role << ": " << statement;
    };
    for (const std::string statement :
         {"INSERT INTO alert_digest (saved_search_id) VALUES (gen_random_uuid())",
          "DELETE FROM alert_digest",
          "UPDATE alerted_posting SET fit = 100",
          "SELECT FROM job",
          "INSERT INTO job (kind, arguments) VALUES ('alerts', '{}')"}) {
        refused("jobscout_api", statement);
    }
    for (const std::string statement :
         {"UPDATE candidate SET document = '{}'",
          "UPDATE candidate_access SET fit = 1",
          "UPDATE saved_search SET owner_id = 'eve'",
          "DELETE FROM saved_search",
          "DELETE FROM job",
          "UPDATE posting SET verified = true",
          "SELECT raw FROM posting_record"}) {
        refused("jobscout_worker", statement);
    }
}

}  // namespace
