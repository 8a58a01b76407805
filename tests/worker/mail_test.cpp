// Mail from the API's outbox to a folder or a server, by the real worker; and, with what stands in
// the folder, an account from registration to another password.

#include "services/worker/outgoing_mail.hpp"
#include "tests/api/browser.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/worker/newsroom.hpp"
#include "tests/worker/smtp_sink.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using api_test::annas_email;
using api_test::good_password;
using support::content_of;
using testing::HasSubstr;

constexpr const char* other = "eight herons stand in the marsh";

/// Lines that quoted-printable has broken are whole again.
std::string joined(std::string text) {
    for (std::size_t at = text.find("=\r\n"); at != std::string::npos; at = text.find("=\r\n")) {
        text.erase(at, 3);
    }
    return text;
}

class OutgoingMail : public testing::Test {
protected:
    support::Outcome work(std::vector<std::string> more = {}) {
        more.insert(
            more.end(),
            {"--mail-folder", folder.path() / "mail", "--mail-from", "job-scout@jobs.example"}
        );
        return room.work(more);
    }

    /// The mails of the folder, oldest first.
    std::vector<std::string> mails() const {
        std::map<int, std::string> by_id;
        if (fs::exists(folder.path() / "mail")) {
            for (const auto& entry : fs::directory_iterator{folder.path() / "mail"}) {
                by_id[std::stoi(entry.path().stem())] = joined(content_of(entry.path()));
            }
        }
        std::vector<std::string> result;
        for (const auto& [id, text] : by_id) {
            result.push_back(text);
        }
        return result;
    }

    /// The secret in the link of the last one.
    std::string secret() const {
        const std::string text = mails().back();
        return text.substr(text.find('#') + 1, 64);
    }

    http::Response register_anna() {
        return anna.ask("POST", "/v1/accounts", api_test::credentials(annas_email, good_password));
    }
    std::string waiting() const {
        return api_test::ask_database(room.stand, "SELECT count(*) FROM mail_outbox");
    }

    worker_test::Newsroom room;
    support::TemporaryFolder folder;
    api_test::Browser anna{room.stand};
};

TEST_F(OutgoingMail, read_back_from_its_folder_completes_verification_and_reset) {
    ASSERT_EQ(register_anna().status, 202U);
    ASSERT_EQ(work().status, 0);
    ASSERT_EQ(mails().size(), 1U);
    EXPECT_THAT(mails().front(), HasSubstr("To: anna@mail.example\r\n"));
    EXPECT_THAT(mails().front(), HasSubstr("From: \"Job Scout\" <job-scout@jobs.example>\r\n"));
    EXPECT_EQ(waiting(), "0") << "what is sent is kept nowhere";
    const auto answer = [&](const std::string& method, const std::string& path, const char* password
                        ) {
        return anna
            .ask(
                method,
                path,
                boost::json::serialize(boost::json::object{
                    {"token", secret()}, {"password", password}})
            )
            .status;
    };
    EXPECT_EQ(answer("POST", "/v1/accounts/verification", good_password), 204U);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U);
    EXPECT_EQ(
        anna.ask("POST", "/v1/password-resets", R"({"email": "anna@mail.example"})").status, 202U
    );
    ASSERT_EQ(work().status, 0);
    ASSERT_EQ(mails().size(), 2U);
    EXPECT_EQ(answer("PUT", "/v1/password-resets", other), 204U);
    EXPECT_EQ(anna.sign_in(annas_email, other).status, 201U);
    ASSERT_EQ(work().status, 0);
    EXPECT_THAT(mails().back(), HasSubstr("Subject: Your password for Job Scout was changed\r\n"));
    EXPECT_EQ(
        fs::status(folder.path() / "mail" / "1.eml").permissions(),
        fs::perms::owner_read | fs::perms::owner_write
    );
}

TEST_F(OutgoingMail, goes_to_a_server) {
    worker_test::SmtpSink sink;
    register_anna();
    const auto outcome = work({"--smtp-url", sink.url(), "--smtp-without-tls"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    sink.wait();
    EXPECT_EQ(sink.from(), "<job-scout@jobs.example>");
    EXPECT_EQ(sink.recipient(), "<anna@mail.example>");
    EXPECT_THAT(joined(sink.data()), HasSubstr("https://jobs.example/en/confirm#"));
    EXPECT_EQ(waiting(), "0");
    EXPECT_THAT(outcome.err, testing::Not(HasSubstr(annas_email))) << "no log has an address";
}

TEST_F(OutgoingMail, waits_for_a_server_that_does_not_answer) {
    register_anna();
    // A port of this machine at which nobody listens.
    const auto outcome = work({"--smtp-url", "smtp://127.0.0.1:1", "--smtp-without-tls"});
    EXPECT_EQ(outcome.status, 0) << "the job is done: the mail is put off";
    EXPECT_EQ(waiting(), "1");
    EXPECT_EQ(api_test::ask_database(room.stand, "SELECT attempts FROM mail_outbox"), "1");
    EXPECT_THAT(
        api_test::ask_database(
            room.stand, "SELECT progress->>'failure' FROM job WHERE kind = 'mail'"
        ),
        HasSubstr("SMTP: ")
    );
    EXPECT_EQ(
        api_test::ask_database(
            room.stand, "SELECT count(*) FROM job WHERE job::text LIKE '%anna%'"
        ),
        "0"
    ) << "no job has an address";
    work();
    EXPECT_TRUE(mails().empty()) << "it is not its turn yet";
    api_test::ask_database(room.stand, "UPDATE mail_outbox SET due_at = now() RETURNING 1");
    work();
    EXPECT_EQ(mails().size(), 1U);
}

TEST_F(OutgoingMail, never_goes_in_clear_to_a_server_unless_that_is_said) {
    worker_test::SmtpSink sink;
    register_anna();
    EXPECT_EQ(work({"--smtp-url", sink.url()}).status, 0);
    sink.wait();
    EXPECT_EQ(sink.recipient(), "");
    EXPECT_EQ(waiting(), "1");
}

TEST(MailPause, grows_to_an_hour_and_ends_within_a_day) {
    EXPECT_EQ(worker::mail_pause_after(1), 1min);
    EXPECT_EQ(worker::mail_pause_after(2), 2min);
    EXPECT_EQ(worker::mail_pause_after(6), 32min);
    EXPECT_EQ(worker::mail_pause_after(7), 60min);
    std::chrono::milliseconds all{0};
    int attempts = 1;
    for (; worker::mail_pause_after(attempts) > 0ms; ++attempts) {
        all += worker::mail_pause_after(attempts);
    }
    EXPECT_LT(all, 24h);
    EXPECT_GT(all, 12h);
}

TEST_F(
    OutgoingMail, the_first_operator_is_made_on_the_machine_with_a_password_from_standard_input
) {
    const auto create = [&](const std::string& password) {
        return support::run_program(
            "jobscout-account",
            {"--database",
             room.stand.database().conninfo("jobscout_owner"),
             "create",
             "--email",
             "Op@example.org"},
            password
        );
    };
    EXPECT_EQ(create("").status, 1);
    EXPECT_EQ(create("short\n").status, 1);
    const auto created = create(std::string{good_password} + "\n");
    EXPECT_EQ(created.status, 0) << created.err;
    EXPECT_EQ(create(std::string{good_password} + "\n").status, 1) << "once";
    EXPECT_EQ(anna.sign_in("op@example.org", good_password).status, 201U);
    anna.set_up_second_factor();
    EXPECT_EQ(anna.ask("POST", "/v1/firms", R"({"name": "One"})").status, 201U);
    const auto disabled = support::run_program(
        "jobscout-account",
        {"--database",
         room.stand.database().conninfo("jobscout_owner"),
         "disable",
         "--email",
         "op@example.org"}
    );
    EXPECT_EQ(disabled.status, 0) << disabled.err;
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 401U);
}

TEST_F(OutgoingMail, the_key_of_accounts_is_written_once_and_for_its_owner_alone) {
    const std::string file = folder.path() / "key";
    EXPECT_EQ(support::run_program("jobscout-account", {"make-key", file}).status, 0);
    const std::string key = content_of(file);
    EXPECT_EQ(key.size(), 65U);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(support::run_program("jobscout-account", {"make-key", file}).status, 1);
    EXPECT_EQ(content_of(file), key);
}

}  // namespace
