// What a person can take with them: everything, in a form that other programs read.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"
#include "tests/support/document_cases.hpp"
#include "tests/support/shared.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using api_test::json_of;
using api_test::Person;
using api_test::stand;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const std::filesystem::path& file) {
    std::stringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

/// The archive, taken apart by another program than ours.
class Unpacked {
public:
    explicit Unpacked(const std::string& archive) {
        std::ofstream{folder_.path() / "all.zip", std::ios::binary} << archive;
        const std::string folder = "'" + folder_.path().string() + "'";
        status_ = std::system(("unzip -q -o " + folder + "/all.zip -d " + folder + " && cd " +
                               folder + " && unzip -Z1 all.zip > names")
                                  .c_str());
    }

    int status() const { return status_; }
    std::string text(const std::string& name) const { return text_of(folder_.path() / name); }
    boost::json::value document(const std::string& name) const {
        return boost::json::parse(text(name));
    }

private:
    support::TemporaryFolder folder_;
    int status_ = 0;
};

TEST(Export, is_everything_that_is_held) {
    const Person person = api_test::settle(stand(), "candidate-1");
    api_test::answer(stand(), person, true);
    stand().ask_as("advisor-1", "GET", person.path);
    const auto response = stand().ask_as("candidate-1", "GET", person.path + "/export");
    ASSERT_EQ(response.status, 200U);
    EXPECT_EQ(response.content_type, "application/zip");
    const Unpacked all{response.body};
    ASSERT_EQ(all.status(), 0);
    const std::string package =
        "package_" + person.posting.substr(person.posting.rfind('/') + 1) + "_";
    EXPECT_EQ(
        all.text("names"),
        "README.txt\nresume.json\ncandidate.json\nconsents.json\ninterests.json\n"
        "applications.json\nmessages.json\ninvitations.json\nviews.json\n"
        "saved_searches.json\n" +
            package + "resume.txt\n" + package + "manifest.json\n"
    );
    EXPECT_EQ(all.text(package + "resume.txt"), "borborygmus");
    EXPECT_EQ(all.document("candidate.json"), boost::json::parse(api_test::person()));

    const auto consents = all.document("consents.json");
    EXPECT_TRUE(consents.at("employers").at("given").as_bool());
    EXPECT_EQ(consents.at("firms").at("items").as_array().size(), 2U);
    EXPECT_TRUE(consents.at("agreements").at("items").at(0).at("agreed").as_bool());
    const auto interests = all.document("interests.json");
    EXPECT_EQ(interests.at("items").at(0).at("words"), "too little quibbling");
    EXPECT_TRUE(interests.at("items").at(0).at("why").at("fit").at("total").is_int64());
    const auto applications = all.document("applications.json");
    EXPECT_EQ(applications.at(0).at("title"), "Software engineer");
    EXPECT_EQ(applications.at(0).at("letter").at("own_words").at("employer"), "syzygy");
    EXPECT_EQ(applications.at(0).at("packages").at(0).at("manifest").at("as_of"), "2026-11-16");
    EXPECT_EQ(applications.at(0).at("offer"), nullptr);
    EXPECT_EQ(applications.at(0).at("events").at(0).at("words"), "and xylography");
    EXPECT_EQ(applications.at(0).at("events").at(1).at("words"), "for the zymurgy");
    const auto messages = all.document("messages.json");
    EXPECT_EQ(messages.at(0).at("messages").at(0).at("words"), "is a quincunx needed?");
    const auto invitations = all.document("invitations.json");
    EXPECT_EQ(invitations.at(0).at("message"), "bring a bumbershoot");
    EXPECT_EQ(invitations.at(0).at("state"), "accepted");
    const auto views =
        json_of(stand().ask_as("candidate-1", "GET", person.path + "/views?limit=100"));
    EXPECT_EQ(all.document("views.json"), views.at("items"));
    const std::string search = person.search.substr(person.search.rfind('/') + 1);
    bool is_there = false;
    const auto searches = all.document("saved_searches.json");
    for (const auto& one : searches.as_array()) {
        if (one.at("id").as_string() == search) {
            is_there = true;
            EXPECT_EQ(one.at("digests").as_array().size(), 1U);
        }
    }
    EXPECT_TRUE(is_there);
}

TEST(Export, says_in_both_languages_what_each_file_is) {
    const std::string path = stand().store_candidate("candidate-2") + "/export?lang=";
    const Unpacked english{stand().ask_as("candidate-2", "GET", path + "en").body};
    const Unpacked french{stand().ask_as("candidate-2", "GET", path + "fr").body};
    EXPECT_THAT(english.text("README.txt"), HasSubstr("Everything that Job Scout holds"));
    EXPECT_THAT(french.text("README.txt"), HasSubstr("Tout ce que Job Scout conserve"));
    std::istringstream names{english.text("names")};
    for (std::string name; std::getline(names, name);) {
        if (name != "README.txt") {
            EXPECT_THAT(english.text("README.txt"), HasSubstr(name));
            EXPECT_THAT(french.text("README.txt"), HasSubstr(name));
        }
    }
}

TEST(Export, of_the_same_data_is_the_same_bytes) {
    const std::string path = stand().store_candidate("candidate-2") + "/export";
    const std::string first = stand().ask_as("candidate-2", "GET", path).body;
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(stand().ask_as("candidate-2", "GET", path).body, first);
}

TEST(Export, has_a_resume_that_other_programs_read) {
    const Person person = api_test::settle(stand(), "candidate-1");
    const Unpacked whole{stand().ask_as("candidate-1", "GET", person.path + "/export").body};
    const auto resume = whole.document("resume.json").as_object();
    EXPECT_EQ(resume.at("basics").at("name"), "Zelda Quuxworth");
    EXPECT_EQ(resume.at("work").at(0).at("name"), "Frobnitz Works");
    EXPECT_EQ(resume.at("skills").at(0).at("name"), "frobnicate");
    EXPECT_EQ(resume.at("meta").at("x-jobscout").at("birth_date"), "1987-06-05");

    // Without a résumé, from the document alone.
    const std::string path = stand().store_candidate("candidate-2");
    const Unpacked bare{stand().ask_as("candidate-2", "GET", path + "/export").body};
    const auto made = bare.document("resume.json").as_object();
    EXPECT_EQ(made.at("work").at(0).at("position"), "Software engineer");
    EXPECT_EQ(made.at("work").at(0).at("startDate"), "2018-08-01");
    EXPECT_FALSE(made.at("work").at(0).as_object().contains("endDate"));
    EXPECT_EQ(made.at("education").at(0).at("endDate"), "2018-06-30");

    // The root of a JSON Resume 1.0.0 takes these members and no other.
    for (const auto& one : {resume, made}) {
        for (const auto& [name, ignored] : one) {
            EXPECT_THAT(
                (std::vector<std::string>{
                    "$schema",
                    "basics",
                    "work",
                    "volunteer",
                    "education",
                    "awards",
                    "certificates",
                    "publications",
                    "skills",
                    "languages",
                    "interests",
                    "references",
                    "projects",
                    "meta"}),
                testing::Contains(std::string{name})
            );
        }
    }
}

TEST(Export, has_a_resume_that_is_valid) {
    const auto schema = support::shared() / "data/resumes/jsonresume_schema.json";
    if (!std::filesystem::exists(schema)) {
        GTEST_SKIP() << "../shared absent";
    }
    std::vector<support::DocumentCase> cases;
    const std::string whole = api_test::settle(stand(), "candidate-1").path;
    const std::string bare = stand().store_candidate("candidate-1");
    for (const std::string& path : {whole, bare}) {
        const Unpacked all{stand().ask_as("candidate-1", "GET", path + "/export").body};
        support::DocumentCase one;
        one.document = all.text("resume.json");
        cases.push_back(one);
    }
    support::DocumentCase wrong;
    wrong.document = R"({"work": "none"})";
    cases.push_back(wrong);
    EXPECT_EQ(support::schema_verdicts(schema, cases), (std::vector{true, true, false}));
}

TEST(Export, has_the_account_without_what_opens_it) {
    const api_test::Stand room;
    api_test::register_candidate(room, "anna@mail.example", "seven stones lie in the cove");
    api_test::Browser anna{room};
    anna.sign_in("anna@mail.example", "seven stones lie in the cove");
    anna.ask(
        "POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
    );
    anna.ask("PUT", "/v1/accounts/me/mail", R"({"matches": {"wording": "mail_matches_1"}})");
    const auto created = anna.ask("POST", "/v1/candidates", api_test::candidate_document());
    const std::string id{json_of(created).at("id").as_string()};
    anna.set_up_second_factor();
    const auto response = anna.ask("GET", "/v1/candidates/" + id + "/export");
    ASSERT_EQ(response.status, 200U);
    const Unpacked all{response.body};
    const auto account = all.document("account.json");
    EXPECT_EQ(account.at("email"), "anna@mail.example");
    EXPECT_EQ(account.at("sessions").as_array().size(), 1U);
    EXPECT_EQ(account.at("api_tokens").at(0).at("name"), "x");
    EXPECT_EQ(account.at("mail_consents").at(0).at("wording"), "mail_matches_1");
    const std::string text = all.text("account.json");
    for (const std::string column :
         {"account WHERE password_hash",
          "account WHERE totp_secret",
          "account_session WHERE sha256",
          "api_token WHERE sha256",
          "recovery_code WHERE sha256"}) {
        const auto where = column.find(" WHERE ");
        const std::string table = column.substr(0, where);
        const std::string secret = api_test::ask_database(
            room,
            "SELECT " + column.substr(where + 7) + " FROM " + table + " WHERE " +
                (table == "account" ? "id" : "account_id") +
                " = (SELECT id FROM account WHERE email = 'anna@mail.example')"
        );
        EXPECT_FALSE(secret.empty()) << column;
        EXPECT_THAT(text, Not(HasSubstr(secret))) << column;
    }
}

}  // namespace
