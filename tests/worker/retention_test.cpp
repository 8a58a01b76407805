// What has been kept for long enough goes: candidates that nobody uses, and who has read whom.

#include "services/worker/retention.hpp"

#include "sql/store/sha256.hpp"
#include "tests/support/table_dump.hpp"
#include "tests/worker/newsroom.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using testing::HasSubstr;
using testing::Not;
using worker_test::Newsroom;

domain::Date day(const std::string& text) { return domain::parse_date(text).value(); }

TEST(Retention, counts_months_to_the_day) {
    const auto used_before = [](const std::string& as_of, const int months) {
        return worker::limits_of({.as_of = day(as_of), .candidate_months = months}).used_before;
    };
    EXPECT_EQ(used_before("2026-11-16", 24), day("2024-11-16"));
    EXPECT_EQ(used_before("2026-03-31", 1), day("2026-02-28"));
    EXPECT_EQ(used_before("2028-03-31", 1), day("2028-02-29"));
    EXPECT_EQ(used_before("2026-11-16", 0), std::nullopt);
    EXPECT_EQ(
        worker::limits_of({.as_of = day("2026-11-16"), .view_months = 12}).seen_before,
        day("2025-11-16")
    );
}

TEST(Retention, arguments_come_back_as_they_were_written) {
    const worker::RetentionArguments arguments{
        .as_of = day("2026-11-16"),
        .candidate_months = 24,
        .view_months = 12,
        .unconfirmed_days = 30,
        .mail_months = 6};
    const std::string text = worker::to_json(arguments);
    EXPECT_EQ(worker::to_json(worker::retention_arguments_from(text).value()), text);
    EXPECT_FALSE(worker::retention_arguments_from("{}"));
    EXPECT_FALSE(worker::retention_arguments_from(
        R"({"as_of": "2026-11-16", "candidate_months": -1, "view_months": 1})"
    ));
}

class Keeping : public testing::Test {
protected:
    void execute(const std::string& sql) {
        pqxx::connection connection{newsroom_.stand.database().conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(sql);
        transaction.commit();
    }

    void last_used(const std::string& id, const std::string& on) {
        execute("UPDATE candidate SET used_on = '" + on + "' WHERE id = '" + id + "'");
    }

    void read_by_an_advisor(const std::string& id, const std::string& at) {
        execute(
            "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, "
            "viewer_name, seen_at) SELECT id, owner_id, 'document', 'advisor', 'ava', 'firm', '" +
            at + "' FROM candidate WHERE id = '" + id + "'"
        );
    }

    std::string table(const std::string& name) {
        return support::table_dump(newsroom_.stand.database().conninfo()).at(name);
    }

    void work(const std::string& candidate_months, const std::string& view_months) {
        const auto outcome =
            newsroom_.work({"--candidate-months", candidate_months, "--view-months", view_months});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
    }

    Newsroom newsroom_;
};

TEST_F(Keeping, ends_for_candidates_that_nobody_uses) {
    newsroom_.add({worker_test::posting("first", "21231")});
    const std::string unused = newsroom_.candidate("candidate-1");
    const std::string used = newsroom_.candidate("candidate-2");
    const std::string advised = newsroom_.candidate("candidate-2");
    newsroom_.save("candidate-1", R"({"name": "distinctive", "candidate": ")" + unused + R"("})");
    last_used(unused, "2024-11-15");
    last_used(used, "2024-11-16");
    last_used(advised, "2020-01-01");
    read_by_an_advisor(advised, "2026-01-01");

    work("0", "0");
    EXPECT_THAT(table("candidate"), HasSubstr(unused)) << "for good";
    work("24", "0");
    for (const auto& [name, rows] : support::table_dump(newsroom_.stand.database().conninfo())) {
        EXPECT_THAT(rows, Not(HasSubstr(unused))) << name;
        EXPECT_THAT(rows, Not(HasSubstr("distinctive"))) << name;
    }
    EXPECT_THAT(table("candidate"), HasSubstr(used));
    EXPECT_THAT(table("candidate"), HasSubstr(advised));
    EXPECT_EQ(table("candidate_deletion"), "(" + store::sha256(unused) + ",2026-11-16)");
}

TEST_F(Keeping, ends_for_who_has_read_whom) {
    newsroom_.add({worker_test::posting("first", "21231")});
    const std::string id = newsroom_.candidate("candidate-1");
    read_by_an_advisor(id, "2025-11-15T23:59:59Z");
    read_by_an_advisor(id, "2025-11-16T00:00:00Z");
    work("0", "12");
    EXPECT_THAT(table("candidate_access"), Not(HasSubstr("2025-11-15")));
    EXPECT_THAT(table("candidate_access"), HasSubstr("2025-11-16"));
    EXPECT_THAT(table("candidate"), HasSubstr(id));
}

/// Reading or replacing one's own is use, and so is what is kept with it; it is noted no more than
/// once a day.
TEST_F(Keeping, begins_anew_with_each_use) {
    newsroom_.add({worker_test::posting("first", "21231")});
    const std::string id = newsroom_.candidate("candidate-1");
    const std::string path = "/v1/candidates/" + id;
    const std::string body = newsroom_.stand.ask_as("candidate-1", "GET", path).body;
    for (const std::string method : {"GET", "PUT"}) {
        last_used(id, "2020-01-01");
        newsroom_.stand.ask_as("candidate-2", method, path, method == "PUT" ? body : "");
        EXPECT_THAT(table("candidate"), HasSubstr("2020-01-01")) << "not by somebody else";
        EXPECT_EQ(
            newsroom_.stand.ask_as("candidate-1", method, path, method == "PUT" ? body : "").status,
            200U
        );
        EXPECT_THAT(table("candidate"), Not(HasSubstr("2020-01-01"))) << method;
    }
    const std::string applied = R"({"candidate": ")" + id + R"(", "posting_id": ")" +
                                newsroom_.stand.posting_id("first") + R"("})";
    const std::string thread = "/v1/messages/" + id + "/" + std::string{api_test::first_firm};
    const auto uses = [&](const std::string& method, const std::string& at) {
        last_used(id, "2020-01-01");
        newsroom_.stand.ask_as("candidate-1", method, at, method == "POST" ? applied : "");
        EXPECT_THAT(table("candidate"), Not(HasSubstr("2020-01-01"))) << method << at;
    };
    uses("POST", "/v1/applications");
    uses("GET", "/v1/applications");
    uses("GET", thread);
}

TEST_F(Keeping, ends_for_accounts_that_nobody_confirms) {
    newsroom_.add({worker_test::posting("first", "21231")});
    execute(
        "INSERT INTO account (email, role, language, created_at, email_verified_at) VALUES "
        "('old@mail.example', 'candidate', 'en', '2026-10-16', NULL), "
        "('new@mail.example', 'candidate', 'en', '2026-10-17', NULL), "
        "('real@mail.example', 'candidate', 'en', '2020-01-01', '2020-01-01')"
    );
    EXPECT_EQ(newsroom_.work({"--unconfirmed-days", "0"}).status, 0);
    EXPECT_THAT(table("account"), HasSubstr("old@mail.example")) << "for good";
    EXPECT_EQ(newsroom_.work({"--unconfirmed-days", "30"}).status, 0);
    EXPECT_THAT(table("account"), Not(HasSubstr("old@mail.example")));
    EXPECT_THAT(table("account"), HasSubstr("new@mail.example"));
    EXPECT_THAT(table("account"), HasSubstr("real@mail.example"));
}

TEST_F(Keeping, ends_for_sessions_and_mailed_secrets_after_their_end_and_for_notes_of_mail) {
    newsroom_.add({worker_test::posting("first", "21231")});
    execute(
        "INSERT INTO account (id, email, role, language, created_at, email_verified_at) VALUES "
        "('aaaaaaaa-0000-4000-8000-000000000001', 'real@mail.example', 'candidate', 'en', "
        "'2020-01-01', '2020-01-01')"
    );
    const auto add = [&](const std::string& digit, const std::string& ends, const std::string& state
                     ) {
        const std::string key =
            "repeat('" + digit + "', 64), 'aaaaaaaa-0000-4000-8000-000000000001', ";
        const std::string at = "timestamptz '" + ends + "'";
        execute(
            "INSERT INTO account_session (sha256, account_id, created_at, used_at, "
            "idle_expires_at, expires_at, user_agent) SELECT " +
            key + at + ", " + at + ", " + at + ", '2027-01-01', 'x'"
        );
        execute(
            "INSERT INTO answered_request (owner_id, key_digest, request_digest, began_at) SELECT "
            "'x', repeat('" +
            digit + "', 64), repeat('0', 64), " + at + " - interval '1 day'"
        );
        execute(
            "INSERT INTO job (kind, arguments, state, finished_at) SELECT 'work_" + digit +
            "', '{}', 'done', " + at + " - interval '30 days'"
        );
        execute("INSERT INTO account_device (sha256, account_id, expires_at) SELECT " + key + at);
        execute(
            "INSERT INTO account_token (sha256, account_id, purpose, expires_at) SELECT " + key +
            "'unsubscribe', " + at
        );
        execute(
            "INSERT INTO mail_digest (account_id, day, queued_at, handed_at, state) SELECT "
            "'aaaaaaaa-0000-4000-8000-000000000001', (" +
            at + " - interval '1 year')::date, " + at + " - interval '1 year', " + at + ", '" +
            state + "'"
        );
    };
    add("a", "2026-11-15 23:59:59Z", "sent");
    add("b", "2026-11-16 00:00:00Z", "unknown");
    EXPECT_EQ(newsroom_.work({"--mail-months", "12"}).status, 0);
    const std::string ended(64, 'a');
    const std::string lasting(64, 'b');
    for (const char* const name :
         {"account_session", "account_device", "account_token", "answered_request"}) {
        EXPECT_THAT(table(name), Not(HasSubstr(ended))) << name;
        EXPECT_THAT(table(name), HasSubstr(lasting)) << name;
    }
    EXPECT_THAT(table("job"), Not(HasSubstr("work_a")));
    EXPECT_THAT(table("job"), HasSubstr("work_b"));
    EXPECT_THAT(table("mail_digest"), Not(HasSubstr("sent")));
    EXPECT_THAT(table("mail_digest"), HasSubstr("unknown"));
}

/// Whatever the worker asks, it removes nothing that is in use.
TEST_F(Keeping, is_held_by_the_database) {
    newsroom_.add({worker_test::posting("first", "21231")});
    const std::string id = newsroom_.candidate("candidate-1");
    read_by_an_advisor(id, "2025-11-15");
    pqxx::connection connection{newsroom_.stand.database().conninfo("jobscout_worker")};
    pqxx::work transaction{connection};
    EXPECT_EQ(transaction.exec("DELETE FROM candidate").affected_rows(), 0U);
    EXPECT_EQ(transaction.exec("DELETE FROM candidate_access").affected_rows(), 0U);
    execute(
        "INSERT INTO account (email, role, language, created_at) VALUES "
        "('new@mail.example', 'candidate', 'en', '2020-01-01')"
    );
    EXPECT_EQ(transaction.exec("DELETE FROM account").affected_rows(), 0U);
    EXPECT_THROW(transaction.exec("SELECT password_hash FROM account"), pqxx::sql_error);
}

}  // namespace
