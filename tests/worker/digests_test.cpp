// Digests by mail, from what somebody agrees to over the API to what the real worker sends, and
// what it never sends.

#include "services/worker/digests.hpp"

#include "tests/api/browser.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/worker/newsroom.hpp"
#include "tests/worker/smtp_sink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <thread>

namespace {

namespace fs = std::filesystem;
using api_test::annas_email;
using api_test::good_password;
using support::content_of;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using worker_test::posting;

/// From eight in the morning in Toronto on.
constexpr const char* first_morning = "2026-11-16T13:00:00Z";
constexpr const char* next_morning = "2026-11-17T13:00:00Z";

const std::string matches = R"("matches": {"wording": "mail_matches_1"})";

/// The body read back from quoted-printable.
std::string decoded(const std::string& mail) {
    const std::size_t body = mail.find("\r\n\r\n");
    std::string result = mail.substr(0, body);
    for (std::size_t at = result.size(); at < mail.size(); ++at) {
        if (mail[at] != '=') {
            result += mail[at];
            continue;
        }
        if (mail[at + 1] != '\r') {
            result += static_cast<char>(std::stoi(mail.substr(at + 1, 2), nullptr, 16));
        }
        at += 2;
    }
    return result;
}

class Digests : public testing::Test {
protected:
    Digests() {
        api_test::register_candidate(room.stand, annas_email, good_password);
        EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U);
        const auto created = anna.ask("POST", "/v1/candidates", api_test::candidate_document());
        candidate = std::string{api_test::json_of(created).at("id").as_string()};
        save("Engineers");
    }

    void save(const std::string& name) {
        const std::string body =
            R"({"name": ")" + name + R"(", "candidate": ")" + candidate + "\"}";
        EXPECT_EQ(anna.ask("POST", "/v1/saved-searches", body).status, 201U);
    }

    void agree(const std::string& members) {
        const auto answer = anna.ask("PUT", "/v1/accounts/me/mail", "{" + members + "}");
        EXPECT_EQ(answer.status, 200U) << answer.body;
    }
    void agree_to_rounds(const std::string& of) {
        agree(
            R"("rounds": {"wording": "mail_rounds_1", "candidate": ")" + candidate +
            R"(", "of": ")" + of + "\"}"
        );
    }

    std::vector<std::string> arguments(const std::string& at, std::vector<std::string> more) {
        more.insert(
            more.end(),
            {"--mail-folder",
             folder.path() / "mail",
             "--mail-from",
             "job-scout@jobs.example",
             "--mail-postal-address",
             "1 Fictional Street, Halifax NS  B3H 0A1",
             "--public-url",
             "https://jobs.example",
             "--at",
             at}
        );
        return more;
    }
    support::Outcome work(const std::string& at, const std::vector<std::string>& more = {}) {
        const auto outcome = room.work(arguments(at, more));
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_THAT(outcome.err, Not(HasSubstr(annas_email))) << "no log has an address";
        return outcome;
    }

    /// The digests of the folder, oldest first, without mail about the account.
    std::vector<std::string> mails() const {
        std::map<int, std::string> by_id;
        for (const auto& entry : fs::directory_iterator{folder.path() / "mail"}) {
            const std::string mail = decoded(content_of(entry.path()));
            if (mail.find("List-Unsubscribe:") != std::string::npos) {
                by_id[std::stoi(entry.path().stem())] = mail;
            }
        }
        std::vector<std::string> result;
        for (const auto& [id, text] : by_id) {
            result.push_back(text);
        }
        return result;
    }

    std::string ask(const std::string& query) { return api_test::ask_database(room.stand, query); }

    /// A feed with these rounds.
    void import_round(const std::string& number, const std::string& kind, const std::string& rest) {
        ask("WITH imported AS (INSERT INTO reference_import (kind, list, publisher, published_on, "
            "file_name, sha256, rows, refused, left_out, passed_over, shipped, active) VALUES "
            "('rounds', 'express entry', 'IRCC', '2026-11-16', 'f', encode(sha256('" +
            number + "'), 'hex'), 1, 0, 0, '{}', false, false) RETURNING id) INSERT INTO " +
            "imported_round (import_id, line, number, held_on, kind, program, " +
            "name_as_published, invitations, cutoff_crs) SELECT id, 1, '" + number +
            "', '2026-11-16', '" + kind + "', " + rest + " FROM imported RETURNING 1");
    }

    worker_test::Newsroom room;
    support::TemporaryFolder folder;
    api_test::Browser anna{room.stand};
    std::string candidate;
};

TEST_F(Digests, tell_of_new_matches_with_all_that_the_law_asks_for) {
    agree(matches);
    room.add({posting("new-engineer", "21231", "Software engineer")});
    work(first_morning);
    ASSERT_THAT(mails(), SizeIs(1));
    const std::string mail = mails().front();
    for (const std::string words :
         {"To: anna@mail.example\r\n",
          "From: \"Job Scout\" <job-scout@jobs.example>\r\n",
          "Subject: Job Scout: 1 new posting\r\n",
          "List-Unsubscribe: <https://jobs.example/v1/unsubscribe/",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
          "Content-Language: en\r\n",
          "Engineers: 1 new posting",
          "1. Software engineer - Example new-engineer (fictional)",
          "Exampleville, ON · $60.00/h · open until 2026-12-15",
          "of 100 on 2026-11-16",
          "under the rules 2022-11-16 (",
          "): 50 - ",
          "under the rules 2025-03-25 (",
          "): 0 - ",
          "https://jobs.example/new-engineer",
          "because you agreed to it on 2026-11-16, and at most one a day",
          "1 Fictional Street, Halifax NS  B3H 0A1"}) {
        EXPECT_THAT(mail, HasSubstr(words));
    }
    const std::string link = mail.substr(mail.find("<https://jobs.example/v1/") + 1);
    EXPECT_THAT(mail.substr(mail.find("\r\n\r\n")), HasSubstr(link.substr(0, link.find('>'))))
        << "it stands where a person sees it, too";
    EXPECT_EQ(ask("SELECT state FROM mail_digest"), "sent");
    EXPECT_EQ(ask("SELECT count(*) FROM job WHERE job::text LIKE '%anna%'"), "0");
}

TEST_F(Digests, are_never_two_in_a_day_nor_on_a_day_and_never_repeat_anything) {
    agree(matches);
    room.add({posting("one", "21231", "First engineer")});
    work("2026-11-16T12:59:59Z");
    EXPECT_FALSE(fs::exists(folder.path() / "mail") && !mails().empty()) << "not yet eight";
    work("2026-11-16T20:00:00Z");
    room.add({posting("two", "21231", "Second engineer")});
    for (const char* const at : {"2026-11-16T21:00:00Z", next_morning, "2026-11-17T19:59:59Z"}) {
        work(at);
        EXPECT_THAT(mails(), SizeIs(1)) << at;
    }
    work("2026-11-17T20:00:00Z");
    ASSERT_THAT(mails(), SizeIs(2));
    EXPECT_THAT(mails().back(), HasSubstr("Second engineer"));
    EXPECT_THAT(mails().back(), Not(HasSubstr("First engineer")));
    work("2026-11-18T20:00:00Z");
    EXPECT_THAT(mails(), SizeIs(2)) << "no news, no mail";
}

TEST_F(Digests, go_to_nobody_who_has_not_agreed_or_may_not_be_written_to) {
    room.add({posting("one", "21231", "First engineer")});
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty()) << "never agreed";
    agree(matches);
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty()) << "what there was before is no news";
    room.add({posting("two", "21231", "Second engineer")});
    ask("UPDATE account SET email_verified_at = NULL RETURNING 1");
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty()) << "not confirmed";
    ask("UPDATE account SET email_verified_at = now(), disabled_at = now() RETURNING 1");
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty()) << "disabled";
    ask("UPDATE account SET disabled_at = NULL RETURNING 1");
    room.work({"--mail-folder", folder.path() / "mail", "--at", first_morning});
    EXPECT_THAT(mails(), IsEmpty()) << "no postal address is configured";
    work(first_morning);
    EXPECT_THAT(mails(), SizeIs(1));
}

TEST_F(Digests, end_by_one_click_without_signing_in_and_not_by_looking) {
    agree(matches);
    room.add({posting("one", "21231", "First engineer")});
    work(first_morning);
    ASSERT_THAT(mails(), SizeIs(1));
    const std::string mail = mails().front();
    const std::string path = mail.substr(mail.find("/v1/unsubscribe/"), 16 + 64);
    const http::Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto looked = room.stand.ask("GET", path);
    EXPECT_EQ(looked.status, 200U);
    const auto page = room.stand.ask("GET", path, "", {{"Accept", "text/html"}});
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_THAT(page.body, HasSubstr("<form method=\"post\">"));
    const std::string open = "SELECT count(*) FROM mail_consent WHERE withdrawn_at IS NULL";
    EXPECT_EQ(ask(open), "1") << "programs that look through mail follow links";
    for (const char* const time : {"first", "again"}) {
        const auto done = room.stand.ask("POST", path, "List-Unsubscribe=One-Click", form);
        EXPECT_EQ(done.status, 200U) << time << done.body;
        EXPECT_EQ(ask(open), "0");
    }
    EXPECT_EQ(ask("SELECT count(*) FROM mail_consent"), "1") << "that it was given stays";
    room.add({posting("two", "21231", "Second engineer")});
    work(next_morning);
    EXPECT_THAT(mails(), SizeIs(1));
    const std::string none = "/v1/unsubscribe/" + std::string(64, '0');
    EXPECT_EQ(room.stand.ask("POST", none, "", form).status, 404U);
}

TEST_F(Digests, do_not_go_where_the_consent_ended_while_they_were_on_their_way) {
    agree(matches);
    room.add({posting("one", "21231", "First engineer")});
    work(first_morning, {"--smtp-url", "smtp://127.0.0.1:1", "--smtp-without-tls"});
    EXPECT_EQ(ask("SELECT count(*) FROM mail_outbox WHERE digest_id IS NOT NULL"), "1");
    EXPECT_EQ(ask("SELECT handed_at IS NULL FROM mail_digest"), "t") << "nobody took it";
    agree("");
    ask("UPDATE mail_outbox SET due_at = now() RETURNING 1");
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty());
    EXPECT_EQ(ask("SELECT state FROM mail_digest"), "withdrawn");
}

TEST_F(Digests, are_sent_once_at_most_by_a_worker_that_is_killed_before_it_notes_it) {
    work(first_morning);  // Mail about the account.
    agree(matches);
    room.add({posting("one", "21231", "First engineer")});
    // What is found before the worker looks for digests is in the first one, a minute earlier.
    EXPECT_EQ(room.batch({}).status, 0);
    worker_test::SmtpSink sink{false};
    {
        const auto all = arguments(
            first_morning, {"--smtp-url", sink.url(), "--smtp-without-tls", "--lease-ms", "200"}
        );
        support::Program worker{"jobscout-worker", room.worker_arguments(all)};
        sink.wait_for_mail();
        worker.signal(SIGKILL);
        worker.wait();
    }
    EXPECT_THAT(sink.data(), HasSubstr("First engineer"));
    EXPECT_EQ(ask("SELECT state FROM mail_digest WHERE handed_at IS NOT NULL"), "waiting");
    while (ask("SELECT state FROM mail_digest") == "waiting") {
        work(first_morning, {"--lease-ms", "200"});
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    EXPECT_EQ(ask("SELECT state FROM mail_digest"), "unknown");
    EXPECT_THAT(mails(), IsEmpty());
    EXPECT_EQ(ask("SELECT count(*) FROM mail_outbox"), "0");
}

TEST_F(Digests, speak_the_language_of_the_account) {
    ask("UPDATE account SET language = 'fr' RETURNING 1");
    agree(matches);
    room.add({posting("one", "21231", "Software engineer")});
    work(first_morning);
    ASSERT_THAT(mails(), SizeIs(1));
    EXPECT_THAT(mails().front(), HasSubstr("Content-Language: fr"));
    EXPECT_THAT(mails().front(), HasSubstr("60,00 $/h"));
    EXPECT_THAT(mails().front(), HasSubstr("Pour n’en plus recevoir, d’un seul clic"));
}

TEST_F(Digests, tell_of_a_new_round_with_the_own_score_once) {
    agree_to_rounds("own");
    work(first_morning);
    EXPECT_THAT(mails(), IsEmpty()) << "rounds that were held before are no news";
    import_round("9001", "general", "NULL, 'General', 1000, 100");
    import_round("9002", "program", "'PNP', 'Provincial Nominee Program', 10, 700");
    work(first_morning);
    ASSERT_THAT(mails(), SizeIs(1));
    const std::string mail = mails().front();
    EXPECT_THAT(mail, HasSubstr("Subject: Job Scout: 1 new round of invitations\r\n"));
    EXPECT_THAT(mail, HasSubstr("Round of 2026-11-16, "));
    EXPECT_THAT(mail, HasSubstr("1,000 invitations, cut-off 100"));
    EXPECT_THAT(mail, HasSubstr("Your score under the rules 2022-11-16 ("));
    EXPECT_THAT(mail, HasSubstr(" above the cut-off"));
    EXPECT_THAT(mail, HasSubstr("Your score under the rules 2025-03-25 ("));
    EXPECT_THAT(mail, Not(HasSubstr("Provincial"))) << "not one that could invite her";
    work(next_morning);
    EXPECT_THAT(mails(), SizeIs(1)) << "told once";
}

TEST_F(Digests, tell_of_every_round_where_that_is_wished) {
    agree_to_rounds("all");
    import_round("9002", "program", "'PNP', 'Provincial Nominee Program', 10, 700");
    work(first_morning);
    ASSERT_THAT(mails(), SizeIs(1));
    EXPECT_THAT(mails().front(), HasSubstr("this type of round could not invite you"));
    EXPECT_THAT(mails().front(), HasSubstr(" below the cut-off"));
}

TEST(DigestJob, arguments_come_back_as_they_were_written) {
    const worker::DigestArguments arguments{
        .as_of = domain::parse_date("2026-11-16").value(),
        .at = store::instant_from(1'794'830'400)};
    const std::string text = worker::to_json(arguments);
    EXPECT_EQ(worker::to_json(worker::digest_arguments_from(text).value()), text);
    EXPECT_FALSE(worker::digest_arguments_from("{}"));
}

}  // namespace
