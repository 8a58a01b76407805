// Who is shown to employers: those who agree, and PostgreSQL itself keeps everybody else away.

#include "sql/store/consent_store.hpp"

#include "sql/store/migrations.hpp"
#include "tests/sql/employers.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using domain::ErrorKind;
using testing::IsEmpty;
using testing::SizeIs;

class Consent : public testing::Test {
protected:
    Consent() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        give_posting(test_database_, hr_, 1);
        give_posting(test_database_, hr_, 2);
    }

    /// The employer of both postings, asking about one of them.
    store::Viewer harbour(const domain::PostingId posting) const {
        return {.id = hr_, .posting = posting};
    }

    int count(pqxx::work& transaction, const std::string& from) {
        return transaction.exec1("SELECT count(*) FROM " + from)[0].as<int>();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::ConsentStore consents_{database_};
    std::string hr_ = add_employer(test_database_, "hr");
    std::string stranger_ = add_employer(test_database_, "stranger");
    std::string anas_ = candidates_.create(ana, R"({"of": "ana"})").id;
    std::string bens_ = candidates_.create(ben, R"({"of": "ben"})").id;
};

TEST_F(Consent, is_none_until_it_is_given_and_none_once_it_is_taken_back) {
    EXPECT_EQ(consents_.find(ana, anas_).value(), std::nullopt);
    EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), IsEmpty());

    const auto given = consents_.give(ana, anas_, "1").value();
    EXPECT_EQ(given.wording, "1");
    EXPECT_EQ(consents_.give(ana, anas_, "1")->since, given.since);
    const auto shown = consents_.shown(harbour(1), std::nullopt, 10);
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_EQ(shown[0].id, anas_);
    EXPECT_THAT(consents_.shown(harbour(1), anas_, 10), IsEmpty());

    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_EQ(consents_.find(ana, anas_).value(), std::nullopt);
    EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), IsEmpty());
}

TEST_F(Consent, is_the_owners_to_give) {
    EXPECT_EQ(consents_.give(ben, anas_, "1").error().kind, ErrorKind::not_found);
    EXPECT_EQ(consents_.find(ben, anas_).error().kind, ErrorKind::not_found);
    EXPECT_EQ(consents_.withdraw(ben, anas_).error().kind, ErrorKind::not_found);
    EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), IsEmpty());
}

/// The same as the API would ask, and anything else it might: with the conditions of its queries
/// left out, nobody else can be seen.
TEST_F(Consent, is_held_by_the_database_whatever_a_query_asks) {
    consents_.give(ana, anas_, "1").value();
    pqxx::connection api{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{api};
    const auto ask = [&](const std::string& posting, const std::string& who) {
        transaction.exec(
            "SELECT set_config('jobscout.principal', '" + who +
            "', true), set_config('jobscout.posting', '" + posting + "', true)"
        );
    };
    ask("1", hr_);
    EXPECT_EQ(count(transaction, "shown_candidate"), 1);
    EXPECT_EQ(count(transaction, "shown_candidate WHERE owner_id = 'ben'"), 0);
    EXPECT_EQ(count(transaction, "candidate"), 0) << "no document as it is";
    EXPECT_EQ(
        transaction.exec("UPDATE candidate SET shown_to_employers_at = now()").affected_rows(), 0U
    ) << "an employer gives nobody's consent";
    EXPECT_EQ(count(transaction, "candidate_access"), 0);
    const auto note = [&](const std::string& candidate, const std::string& owner) {
        return "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, "
               "viewer_id, posting_id, fit) VALUES ('" +
               candidate + "', '" + owner + "', 'shown', 'employer', '" + hr_ + "', 1, 50)";
    };
    {
        pqxx::subtransaction attempt{transaction};
        EXPECT_THROW(attempt.exec(note(bens_, "ben")), pqxx::insufficient_privilege);
    }
    for (const auto& [posting, who] : std::vector<std::pair<std::string, std::string>>{
             {"1", stranger_}, {"3", hr_}, {"", hr_}, {"1", ""}}) {
        ask(posting, who);
        EXPECT_EQ(count(transaction, "shown_candidate"), 0) << posting << who;
        pqxx::subtransaction attempt{transaction};
        EXPECT_THROW(attempt.exec(note(anas_, "ana")), pqxx::insufficient_privilege);
    }
}

/// Neither a claim that nobody has decided, nor one that was refused or taken back, shows anybody.
TEST_F(Consent, shows_nobody_for_a_posting_whose_claim_does_not_stand) {
    consents_.give(ana, anas_, "1").value();
    pqxx::connection super{test_database_.conninfo()};
    EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), SizeIs(1));
    {
        pqxx::work transaction{super};
        transaction.exec(
            "UPDATE posting_claim SET state = 'revoked', decided_at = now(), decided_by = 'r', "
            "words = 'x' WHERE posting_id = 1"
        );
        transaction.commit();
    }
    EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), IsEmpty());
    for (const std::string state : {"waiting", "refused", "withdrawn", "ended"}) {
        pqxx::work transaction{super};
        transaction.exec("DELETE FROM posting_claim WHERE posting_id = 1");
        transaction.exec(
            "INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link, "
            "state, decided_at, decided_by, words) SELECT 1, '" +
            hr_ + "', 'x', 'exemple.example', 'x', '" + state + "', CASE WHEN '" + state +
            "' <> 'waiting' THEN now() END, CASE WHEN '" + state +
            "' <> 'waiting' THEN 'r' END, 'x'"
        );
        transaction.commit();
        EXPECT_THAT(consents_.shown(harbour(1), std::nullopt, 10), IsEmpty()) << state;
    }
    EXPECT_THAT(consents_.shown(harbour(2), std::nullopt, 10), SizeIs(1)) << "the other stands";
    pqxx::work transaction{super};
    transaction.exec("UPDATE account SET disabled_at = now() WHERE id = '" + hr_ + "'");
    transaction.commit();
    EXPECT_THAT(consents_.shown(harbour(2), std::nullopt, 10), IsEmpty());
}

TEST_F(Consent, shows_of_a_resume_only_what_is_compared) {
    const std::string id =
        candidates_
            .create(
                ana,
                R"({"resume": {"basics": {"name": "Zelda Quux", "email": "z@quux.example",
                    "phone": "555", "image": "https://quux.example/z.jpg", "label": "Welder",
                    "summary": "welds", "location": {"city": "Quuxville"}},
                    "references": [{"name": "Otto Quux"}], "x-age": 30,
                    "work": [{"position": "Welder"}]}})"
            )
            .id;
    consents_.give(ana, id, "1").value();
    const auto shown = consents_.shown(harbour(1), std::nullopt, 10);
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_EQ(
        boost::json::parse(shown[0].document),
        boost::json::parse(
            R"({"resume": {"basics": {"label": "Welder", "summary": "welds"},
                "work": [{"position": "Welder"}]}})"
        )
    );
}

TEST_F(Consent, shows_under_names_that_say_nothing) {
    consents_.give(ana, anas_, "1").value();
    consents_.give(ben, bens_, "1").value();
    const std::vector<store::ConsentStore::Seen> seen{{bens_, 90}, {anas_, 80}};
    const auto names = consents_.record(harbour(1), seen).value();
    ASSERT_THAT(names, SizeIs(2));
    EXPECT_NE(names[0], names[1]);
    EXPECT_EQ(consents_.record(harbour(1), seen).value(), names) << "the same for a posting";
    EXPECT_NE(consents_.record(harbour(2), seen).value(), names) << "and another for another";
    for (const std::string& name : names) {
        EXPECT_NE(name, anas_);
        EXPECT_NE(name, bens_);
    }
    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_FALSE(consents_.record(harbour(1), seen)) << "nobody is shown against their will";
    consents_.give(ana, anas_, "1").value();
    const auto later = consents_.record(harbour(1), seen).value();
    EXPECT_EQ(later[0], names[0]);
    EXPECT_NE(later[1], names[1]) << "no later name is one of before";
}

TEST_F(Consent, lets_the_candidate_see_who_saw_them) {
    consents_.give(ana, anas_, "1").value();
    consents_.record(harbour(1), {{anas_, 80}}).value();
    consents_.record(harbour(2), {{anas_, 70}}).value();
    const auto views = consents_.views(ana, anas_, std::nullopt, 10);
    ASSERT_THAT(views, SizeIs(2));
    EXPECT_EQ(views[0].posting_id, 2);
    EXPECT_EQ(views[1].what, "shown");
    EXPECT_EQ(views[1].viewer_role, "employer");
    EXPECT_EQ(views[1].viewer_name, small_posting("one").hiring_organization);
    EXPECT_EQ(views[1].fit, 80);
    EXPECT_TRUE(views[1].hiring_organization);
    EXPECT_THAT(consents_.views(ana, anas_, views[0].id, 10), SizeIs(1));
    EXPECT_THAT(consents_.views(ben, anas_, std::nullopt, 10), IsEmpty());
    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_THAT(consents_.views(ana, anas_, std::nullopt, 10), SizeIs(2)) << "what was, was";
}

TEST_F(Consent, leaves_a_trace_that_nobody_can_change) {
    consents_.give(ana, anas_, "1").value();
    consents_.record(harbour(1), {{anas_, 80}}).value();
    for (const auto* const role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        for (const std::string statement :
             {"UPDATE candidate_access SET fit = 1", "TRUNCATE candidate_access"}) {
            pqxx::work transaction{connection};
            EXPECT_THROW(transaction.exec(statement), pqxx::sql_error) << role << statement;
        }
    }
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{connection};
    EXPECT_THROW(transaction.exec("DELETE FROM candidate_access"), pqxx::insufficient_privilege);
}

/// A database from before there were firms and agreements.
TEST(ConsentBefore, keeps_who_was_shown_to_whom) {
    const support::TestDatabase test_database{support::TestDatabase::Contents::empty};
    std::vector<store::Migration> before = store::migrations();
    std::erase_if(before, [](const store::Migration& one) { return one.number >= 19; });
    ASSERT_TRUE(store::migrate(test_database.conninfo(), before));
    const std::string id = "0a1b2c3d-0000-4000-8000-0123456789ab";
    store::Database owned{{.conninfo = test_database.conninfo("jobscout_owner")}};
    const auto alter_posting = [&](const std::string& how) {
        pqxx::connection connection{test_database.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec("ALTER TABLE posting " + how);
        transaction.commit();
    };
    // What today's statements write and 0040 adds.
    alter_posting("ADD COLUMN asks_other_language boolean NOT NULL DEFAULT false");
    store::PostingStore{owned}.write({record_of(small_posting("one"))});
    alter_posting("DROP COLUMN asks_other_language");
    {
        pqxx::connection connection{test_database.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(
            "INSERT INTO candidate (id, owner_id, document, replaced_at) VALUES ('" + id +
            "', 'ana', '{}', '2025-02-03T10:00:00Z')"
        );
        transaction.exec(
            "INSERT INTO candidate_view (candidate_id, posting_id, viewer_role, viewer_id, fit, "
            "seen_at) VALUES ('" +
            id + "', 1, 'operator', 'otto', 70, '2026-01-02T03:04:05Z')"
        );
        transaction.commit();
    }
    ASSERT_TRUE(store::migrate(test_database.conninfo()));
    store::Database database{{.conninfo = test_database.conninfo("jobscout_api")}};
    const auto views = store::ConsentStore{database}.views(ana, id, std::nullopt, 10);
    ASSERT_THAT(views, SizeIs(1));
    EXPECT_EQ(views[0].what, "shown");
    EXPECT_EQ(views[0].viewer_role, "operator");
    EXPECT_EQ(views[0].viewer_name, std::nullopt);
    EXPECT_EQ(views[0].fit, 70);
    EXPECT_EQ(views[0].seen_at, "2026-01-02T03:04:05Z");
    pqxx::connection connection{test_database.conninfo()};
    EXPECT_EQ(
        pqxx::work{connection}.exec1("SELECT used_on FROM candidate")[0].as<std::string>(),
        "2025-02-03"
    );
}

}  // namespace
