// Letters and packages as the stores keep them: who reaches them, what a worker may do, and that a
// package and its job end together or not at all.

#include "sql/store/firm_consent_store.hpp"
#include "sql/store/package_work_store.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <thread>

namespace {

using namespace std::chrono_literals;
using domain::ErrorKind;
using store::PackageState;
using store::PackageStore;
using testing::HasSubstr;

store::PackageWorkStore::Built built_of(const std::string& content) {
    return {
        .files =
            {{.name = "resume.pdf", .content = content}, {.name = "letter.txt", .content = ""}},
        .days = {{.due_on = today + std::chrono::days{9}, .words = "apply for " + content}}};
}

class PackagesKept : public testing::Test {
protected:
    PackagesKept() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        firms_.give(ana, anas_, "harbour", {.wording = "1"}).value();
        application_ = applications_.create(ana, draft(anas_, 1), noon, always)->application.id;
    }

    static store::ApplicationStore::Draft draft(
        const std::string& candidate, const domain::PostingId posting
    ) {
        return {
            .candidate_id = candidate,
            .posting_id = posting,
            .title = "Welder",
            .employer = "Exemple inc.",
            .due = std::nullopt,
            .note = ""};
    }

    PackageStore::Package ask(const store::Owner& who) {
        return packages_.ask(who, application_, {}, noon, always)->value();
    }

    std::optional<store::Job> take(const std::chrono::milliseconds lease = 60s) {
        return jobs_.take({"package"}, lease);
    }

    static std::string package_of(const store::Job& job) {
        return std::string{boost::json::parse(job.arguments).at("package").as_string()};
    }

    PackageState state_of(const std::string& id) { return packages_.find(ana, id, always)->state; }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::Database workers_{{.conninfo = test_database_.conninfo("jobscout_worker")}};
    store::CandidateStore candidates_{database_};
    store::FirmConsentStore firms_{database_};
    store::ApplicationStore applications_{database_};
    store::LetterStore letters_{database_};
    PackageStore packages_{database_};
    store::JobStore jobs_{workers_};
    store::PackageWorkStore work_{workers_};
    std::string anas_ = candidates_.create(ana, R"({"resume": {}})").id;
    std::string application_;
};

TEST_F(PackagesKept, wait_for_a_worker_with_what_was_asked_for) {
    letters_.write(ana, application_, R"({"employer": "Hello."})", std::nullopt, noon, always)
        .value();
    const auto first = packages_
                           .ask(
                               ana,
                               application_,
                               {.sent_in = "fr", .kept_in = "en", .rules = "2025-03-25"},
                               noon,
                               always
                           )
                           ->value();
    EXPECT_EQ(first.version, 1);
    EXPECT_EQ(first.state, PackageState::queued);
    EXPECT_EQ(ask(advisor).version, 2);
    letters_.write(ana, application_, "{}", std::nullopt, noon, always).value();

    const auto job = take();
    ASSERT_TRUE(job);
    EXPECT_EQ(package_of(*job), first.id);
    const auto order = work_.order(first.id);
    ASSERT_TRUE(order);
    EXPECT_EQ(order->posting_id, 1);
    EXPECT_EQ(order->candidate, R"({"resume": {}})");
    EXPECT_EQ(order->own_words, R"({"employer": "Hello."})") << "as they were then";
    EXPECT_EQ(order->wish.sent_in, "fr");
    EXPECT_EQ(order->wish.rules, "2025-03-25");
}

TEST_F(PackagesKept, end_together_with_their_job) {
    const std::string id = ask(ana).id;
    const std::string pdf{"%PDF\0\x80\xFF'\\", 9};
    const auto job = take();
    work_.end(*job, id, today, built_of(pdf));
    EXPECT_EQ(state_of(id), PackageState::built);
    EXPECT_EQ(jobs_.find(job->id)->state, "done");
    EXPECT_FALSE(work_.order(id));
    const auto files = packages_.files(advisor, id, std::nullopt, always).value();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].name, "resume.pdf");
    EXPECT_EQ(files[0].content, pdf);
    EXPECT_EQ(packages_.files(ana, id, "letter.txt", always)->size(), 1U);
    EXPECT_TRUE(packages_.files(ana, id, "other.txt", always)->empty());

    // Whoever has lost the lease writes nothing.
    const std::string next = ask(ana).id;
    const auto dead = take(0ms);
    const auto heir = take();
    EXPECT_THROW(work_.end(*dead, next, today, built_of("dead")), store::LeaseLost);
    EXPECT_EQ(state_of(next), PackageState::queued);
    work_.end(*heir, next, today, built_of("heir"));
    EXPECT_EQ(packages_.files(ana, next, "resume.pdf", always)->front().content, "heir");
}

TEST_F(PackagesKept, are_kept_with_the_reason_where_they_are_refused_or_fail) {
    const std::string refused = ask(ana).id;
    work_.end(
        *take(),
        refused,
        today,
        store::PackageWorkStore::Refused{
            .reason = "posting_not_served", .field = "posting", .why = "no posting 1"}
    );
    const auto found = packages_.find(ana, refused, always).value();
    EXPECT_EQ(found.state, PackageState::refused);
    EXPECT_EQ(found.refusal, "posting_not_served");
    EXPECT_EQ(found.refused_field, "posting");
    EXPECT_EQ(found.refused_why, "no posting 1");
    EXPECT_EQ(found.as_of, today);

    const std::string failed = ask(ana).id;
    jobs_.give_up(*take(), "no printer");
    EXPECT_EQ(state_of(failed), PackageState::failed);
    EXPECT_TRUE(packages_.find(ana, failed, always)->ended_at);
}

TEST_F(PackagesKept, are_reached_by_the_owner_and_the_firm_that_is_let) {
    const std::string id = ask(ana).id;
    work_.end(*take(), id, today, built_of("x"));
    EXPECT_TRUE(packages_.find(advisor, id, always));
    for (const store::Owner& nobody : {ben, stranger}) {
        EXPECT_EQ(packages_.find(nobody, id, always).error().kind, ErrorKind::not_found);
        EXPECT_FALSE(packages_.list(nobody, application_, std::nullopt, 9, always));
        EXPECT_FALSE(packages_.files(nobody, id, std::nullopt, always));
        EXPECT_FALSE(packages_.ask(nobody, application_, {}, noon, always));
        EXPECT_FALSE(letters_.find(nobody, application_, always));
        EXPECT_FALSE(letters_.write(nobody, application_, "{}", std::nullopt, noon, always));
        EXPECT_TRUE(packages_.days(nobody, today, std::nullopt, 9).empty());
    }
    EXPECT_FALSE(packages_.find(ana, id, never));
    EXPECT_FALSE(packages_.list(ana, application_, std::nullopt, 9, never));
    EXPECT_FALSE(packages_.files(ana, id, std::nullopt, never));
    EXPECT_FALSE(packages_.ask(ana, application_, {}, noon, never));
    EXPECT_FALSE(letters_.find(ana, application_, never));
    EXPECT_FALSE(letters_.write(ana, application_, "{}", std::nullopt, noon, never));
    EXPECT_EQ(packages_.days(advisor, today, std::nullopt, 9).size(), 1U);
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_FALSE(packages_.find(advisor, id, always));
    EXPECT_FALSE(packages_.files(advisor, id, std::nullopt, always));
    EXPECT_TRUE(packages_.days(advisor, today, std::nullopt, 9).empty());
}

TEST_F(PackagesKept, come_many_at_once_behind_those_asked_for_one_by_one) {
    const std::string bens = candidates_.create(ben, "{}").id;
    const auto asked = packages_.ask_many(
        advisor, {draft(anas_, 1), draft(bens, 1), draft(anas_, 2)}, {}, noon, always
    );
    ASSERT_EQ(asked.items.size(), 3U);
    EXPECT_EQ(asked.items[0].package->application_id, application_);
    EXPECT_EQ(asked.items[1].error->kind, ErrorKind::not_found) << "not a client";
    EXPECT_EQ(asked.items[2].package->posting_id, 2);
    ASSERT_TRUE(asked.batch);
    EXPECT_EQ(asked.batch->total, 2);
    EXPECT_EQ(asked.batch->queued, 2);

    const std::string alone = ask(ana).id;
    const auto first = take();
    EXPECT_EQ(package_of(*first), alone);
    work_.end(*take(), asked.items[0].package->id, today, built_of("x"));
    const std::string batch = asked.batch->id;
    EXPECT_EQ(packages_.find_batch(advisor, batch)->built, 1);
    EXPECT_EQ(packages_.list_batch(advisor, batch, std::nullopt, 9).size(), 2U);
    const auto number = asked.items[0].package->number;
    EXPECT_EQ(packages_.list_batch(advisor, batch, number, 9).size(), 1U);
    EXPECT_FALSE(packages_.find_batch(ana, batch)) << "asked for by somebody else";
    EXPECT_TRUE(packages_.list_batch(ana, batch, std::nullopt, 9).empty());
    EXPECT_TRUE(packages_.list_batch(stranger, batch, std::nullopt, 9).empty());
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_TRUE(packages_.list_batch(advisor, batch, std::nullopt, 9).empty());
}

TEST_F(PackagesKept, tell_the_days_of_the_version_that_was_asked_for_last) {
    const std::string first = ask(ana).id;
    const std::string second = ask(ana).id;
    const auto one = take();
    const auto two = take();
    work_.end(*two, second, today, built_of("second"));
    work_.end(*one, first, today, built_of("first"));
    const auto days = packages_.days(advisor, today, std::nullopt, 9);
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days[0].words, "apply for second");
    EXPECT_EQ(days[0].package_id, second);
    EXPECT_EQ(days[0].application_id, application_);
    EXPECT_TRUE(packages_.days(advisor, today + std::chrono::days{10}, std::nullopt, 9).empty());
    const PackageStore::DayPlace last{.due_on = days[0].due_on, .id = days[0].id};
    EXPECT_TRUE(packages_.days(advisor, today, last, 9).empty());
}

TEST_F(PackagesKept, are_counted_one_after_the_other_up_to_as_many_as_may_be) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int count = 0; count < PackageStore::versions_max / 4; ++count) {
                EXPECT_TRUE(packages_.ask(ana, application_, {}, noon, always).value());
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_FALSE(packages_.ask(ana, application_, {}, noon, always).value());
    const auto newest = packages_.list(ana, application_, std::nullopt, 1, always).value();
    EXPECT_EQ(newest.front().version, PackageStore::versions_max);
}

TEST_F(PackagesKept, that_wait_are_counted_for_who_asked_for_them) {
    const std::string first = ask(ana).id;
    ask(ana);
    ask(advisor);
    EXPECT_EQ(packages_.waiting(ana), 2);
    EXPECT_EQ(packages_.waiting(advisor), 1);
    EXPECT_EQ(packages_.waiting(stranger), 0);
    work_.end(*take(), first, today, built_of("x"));
    EXPECT_EQ(packages_.waiting(ana), 1);
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_EQ(packages_.waiting(advisor), 1) << "it waits all the same";
}

TEST_F(PackagesKept, have_letters_that_nobody_overwrites_unseen) {
    EXPECT_EQ(letters_.find(ana, application_, always)->version, 0);
    const auto first =
        letters_.write(advisor, application_, R"({"opening": "a"})", 0, noon, always).value();
    EXPECT_EQ(first.version, 1);
    EXPECT_EQ(first.by->role, "advisor");
    const auto late = letters_.write(ana, application_, R"({"opening": "b"})", 0, noon, always);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::conflict);
    EXPECT_EQ(letters_.find(ana, application_, always)->own_words, R"({"opening": "a"})");
    EXPECT_FALSE(letters_.find(ana, application_, always)->by->own);
}

TEST_F(PackagesKept, go_with_the_candidate_and_their_jobs_find_nothing) {
    const std::string first = ask(ana).id;
    work_.end(*take(), first, today, built_of("x"));
    const std::string second = ask(ana).id;
    letters_.write(ana, application_, "{}", std::nullopt, noon, always).value();
    candidates_.remove(ana, anas_, today, store::CandidateStore::LoneSearches::kept).value();
    const auto job = take();
    ASSERT_TRUE(job);
    EXPECT_FALSE(work_.order(second));
    work_.end(*job, second, today, built_of("x"));
    EXPECT_EQ(jobs_.find(job->id)->state, "done");
    pqxx::connection superuser{test_database_.conninfo("postgres")};
    pqxx::work transaction{superuser};
    for (const std::string table :
         {"application_letter",
          "application_package",
          "application_package_file",
          "application_day"}) {
        EXPECT_EQ(transaction.exec1("SELECT count(*) FROM " + table)[0].as<int>(), 0) << table;
    }
}

/// What the roles may not do, asked of PostgreSQL itself.
TEST_F(PackagesKept, are_held_by_the_database_whatever_a_query_asks) {
    const std::string id = ask(ana).id;
    work_.end(*take(), id, today, built_of("x"));
    const auto refused = [&](const std::string& role, const std::string& statement) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        transaction.exec("SELECT set_config('jobscout.principal', 'ben', true)");
        try {
            transaction.exec(statement);
            ADD_FAILURE() << role << " may " << statement;
        } catch (const pqxx::sql_error& error) {
            EXPECT_THAT(
                error.what(),
                testing::AnyOf(
                    HasSubstr("permission denied"),
                    HasSubstr("row-level security"),
                    HasSubstr("never changed")
                )
            ) << statement;
        }
    };
    refused("jobscout_api", "UPDATE application_package SET state = 'built'");
    refused("jobscout_api", "DELETE FROM application_package");
    refused("jobscout_api", "INSERT INTO job (kind, arguments) VALUES ('package', '{}')");
    refused("jobscout_api", "SELECT queue_package()");
    refused("jobscout_api", "UPDATE application_letter SET own_words = '{}'");
    refused("jobscout_worker", "SELECT content FROM application_package_file");
    refused("jobscout_worker", "SELECT own_words FROM application_letter");
    refused("jobscout_worker", "UPDATE application_package SET own_words = '{}'");
    refused("jobscout_worker", "DELETE FROM application_package");
    refused(
        "jobscout_api",
        "INSERT INTO application_package (application_id, candidate_id, owner_id, version, "
        "own_words, kept_in, rules, actor_role, actor_id, asked_at) SELECT '" +
            application_ + "', '" + anas_ + "', 'ana', 9, '{}', 'en', '', 'candidate', 'ben', now()"
    );
    refused(
        "jobscout_api",
        "INSERT INTO application_letter (application_id, candidate_id, owner_id, version, "
        "own_words, actor_role, actor_id, made_at) SELECT '" +
            application_ + "', '" + anas_ + "', 'ana', 9, '{}', 'candidate', 'ben', now()"
    );
    pqxx::connection connection{test_database_.conninfo("jobscout_worker")};
    pqxx::work transaction{connection};
    const auto again = transaction.exec("UPDATE application_package SET state = 'failed'");
    EXPECT_EQ(again.affected_rows(), 0U) << "it has ended";
}

}  // namespace
