// Packages from the request to the file, by the real programs: WeasyPrint and pandoc among them.

#include "services/worker/package_builds.hpp"

#include "tests/worker/newsroom.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <chrono>
#include <csignal>
#include <thread>

namespace {

using api_test::header;
using api_test::json_of;
using testing::HasSubstr;
using testing::StartsWith;
using worker_test::Newsroom;

constexpr const char* resume = R"("resume": {"basics": {"name": "Asha Example",
    "email": "asha@mail.example", "phone": "902-555-0123"},
    "work": [{"name": "Example Works", "position": "Software engineer", "startDate": "2018-01",
    "highlights": ["Wrote and tested software for 40 robots."]}]}, )";

class PackageBuilds : public testing::Test {
protected:
    /// The path of an application.
    std::string begin(const std::string& candidate) const {
        const auto begun = room.stand.ask_as(
            "candidate-1",
            "POST",
            "/v1/applications",
            R"({"candidate": ")" + candidate + R"(", "posting_id": ")" +
                room.stand.posting_id("engineer") + "\"}"
        );
        return header(begun, "Location");
    }

    std::string ask(const std::string& candidate, const std::string& more = "{}") const {
        const auto asked =
            room.stand.ask_as("candidate-1", "POST", begin(candidate) + "/packages", more);
        EXPECT_EQ(asked.status, 202U) << asked.body;
        return header(asked, "Location");
    }

    http::Response get(const std::string& path) const {
        return room.stand.ask_as("candidate-1", "GET", path);
    }

    std::string superuser(const std::string& statement) const {
        pqxx::connection connection{room.stand.database().conninfo("postgres")};
        pqxx::work transaction{connection};
        const auto rows = transaction.exec(statement);
        transaction.commit();
        return rows.empty() ? "" : rows[0][0].c_str();
    }

    /// What the file of a package says.
    std::string printed(const std::string& path, const std::string& file) const {
        const support::TemporaryFolder folder;
        const auto pdf = folder.write(file, get(path + "/files/" + file).body);
        return support::run_program("/usr/bin/pdftotext", {pdf, "-"}).out;
    }

    Newsroom room;
};

TEST_F(PackageBuilds, end_in_documents) {
    const std::string path = ask(room.candidate("candidate-1", resume), R"({"kept": "fr"})");
    const auto worked = room.work();
    ASSERT_EQ(worked.status, 0) << worked.err;
    const auto package = json_of(get(path));
    ASSERT_EQ(package.at("state"), "built") << worked.err;
    EXPECT_EQ(package.at("as_of").as_string(), api_test::today);
    EXPECT_EQ(package.at("manifest").at("languages").at("kept"), "fr");
    EXPECT_EQ(package.at("manifest").at("advisor"), nullptr);
    const auto& sentences = package.at("manifest").at("documents").at("resume").as_array();
    EXPECT_EQ(sentences.at(0).at("text"), "Asha Example");
    EXPECT_EQ(sentences.at(0).at("facts").at(0), "candidate:/resume/basics/name");
    EXPECT_THAT(get(path + "/files/resume.pdf").body, StartsWith("%PDF-"));
    EXPECT_THAT(get(path + "/files/resume.docx").body, StartsWith("PK"));
    EXPECT_THAT(get(path + "/archive").body, HasSubstr("checklist.pdf"));
    EXPECT_THAT(superuser("SELECT words FROM application_day LIMIT 1"), HasSubstr("20"));
    EXPECT_EQ(superuser("SELECT count(*) FROM job WHERE state <> 'done'"), "0");
    EXPECT_EQ(worked.err.find("Asha"), std::string::npos) << "nobody stands in the log";
}

TEST_F(PackageBuilds, name_the_advisor_and_speak_of_programs_only_where_one_may) {
    const std::string firm{api_test::first_firm};
    const std::string id = room.candidate("candidate-1", resume);
    room.stand.ask_as(
        "candidate-1", "PUT", "/v1/candidates/" + id + "/firms/" + firm, R"({"wording": "firm_1"})"
    );
    superuser(
        "INSERT INTO firm (id, name, opened_by, opened_at) VALUES ('" + firm +
        "', 'Harbour Advisors', 'operator-1', now()) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id"
    );
    // Who has stated nothing, who may not advise on immigration, who may.
    const std::vector<std::string> standings{
        "", "'employment_adviser', NULL", "'regulated', 'R000000'"};
    std::vector<std::string> packages;
    for (const std::string& standing : standings) {
        const auto asked = room.stand.ask_as("advisor-1", "POST", begin(id) + "/packages", "{}");
        ASSERT_EQ(asked.status, 202U) << asked.body;
        packages.push_back(header(asked, "Location"));
        const std::string own_id = packages.back().substr(packages.back().rfind('/') + 1);
        if (standing.empty()) {
            // Of a token whose id only looks like that of an account.
            superuser(
                "UPDATE application_package SET actor_id = repeat('-', 36) WHERE id = '" + own_id +
                "' RETURNING id"
            );
        } else {
            superuser(
                "WITH made AS (INSERT INTO account (email, role, language, firm_id, standing, "
                "licence_number, created_at) VALUES ('a" +
                std::to_string(packages.size()) + "@firm.example', 'advisor', 'en', '" + firm +
                "', " + standing +
                ", now()) RETURNING id) UPDATE application_package SET actor_id = made.id::text "
                "FROM made WHERE application_package.id = '" +
                own_id + "' RETURNING application_package.id"
            );
        }
    }
    ASSERT_EQ(room.work().status, 0);

    const std::vector<std::string> named{"unstated", "employment_adviser", "regulated"};
    const std::vector<std::string> told{"has stated no licence", "on employment only", "R000000"};
    for (std::size_t index = 0; index < packages.size(); ++index) {
        const auto manifest = json_of(get(packages[index])).at("manifest");
        EXPECT_EQ(manifest.at("advisor").at("firm"), "Harbour Advisors");
        EXPECT_EQ(manifest.at("advisor").at("standing").as_string(), named[index]);
        const bool may = index == 2;
        EXPECT_EQ(manifest.at("rule_sets").as_array().empty(), !may);
        const std::string fit = printed(packages[index], may ? "fit_and_lift.pdf" : "fit.pdf");
        const std::string checklist = printed(packages[index], "checklist.pdf");
        const std::string posting = printed(packages[index], "posting.pdf");
        for (const std::string& page : {fit, checklist, posting}) {
            EXPECT_THAT(page, HasSubstr("Prepared by Harbour Advisors"));
            EXPECT_THAT(page, HasSubstr(told[index]));
        }
        for (const std::string words : {"CRS", "Federal Skilled Worker", "eligible now"}) {
            EXPECT_EQ(fit.find(words) != std::string::npos, may) << words << "\n" << fit;
        }
        for (const std::string words : {"Letters of reference", "Work history"}) {
            EXPECT_EQ(checklist.find(words) != std::string::npos, may) << words << "\n"
                                                                       << checklist;
        }
        EXPECT_EQ(fit.find("left out") == std::string::npos, may);
        EXPECT_THAT(fit, HasSubstr("section 91"));
    }
}

TEST_F(PackageBuilds, are_refused_with_the_reason) {
    const std::string nameless = ask(room.candidate("candidate-1"));
    const std::string closed = ask(room.candidate("candidate-1", resume));
    EXPECT_EQ(room.work().status, 0);
    EXPECT_EQ(json_of(get(nameless)).at("refusal").at("reason"), "not_writable");
    EXPECT_EQ(json_of(get(closed)).at("state"), "built");

    const std::string late = ask(room.candidate("candidate-1", resume));
    superuser("UPDATE posting SET verified = false WHERE source_id = 'engineer' RETURNING id");
    EXPECT_EQ(room.work().status, 0);
    const auto refusal = json_of(get(late)).at("refusal");
    EXPECT_EQ(refusal.at("reason"), "posting_not_served");
    EXPECT_EQ(refusal.at("field"), "posting");
}

TEST_F(PackageBuilds, go_on_where_a_worker_is_killed) {
    const std::string path = ask(room.candidate("candidate-1", resume));
    support::Program worker{"jobscout-worker", room.worker_arguments({"--lease-ms", "300"})};
    while (superuser("SELECT count(*) FROM job WHERE kind = 'package' AND state = 'running'") == "0"
    ) {
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    worker.signal(SIGKILL);
    worker.wait();
    EXPECT_EQ(json_of(get(path)).at("state"), "queued");
    std::this_thread::sleep_for(std::chrono::milliseconds{400});
    EXPECT_EQ(room.work().status, 0);
    EXPECT_EQ(json_of(get(path)).at("state"), "built");
}

TEST(PackageArguments, are_those_of_the_database) {
    EXPECT_EQ(
        *worker::package_arguments_from(R"({"package": "00000000-0000-4000-8000-000000000000"})"),
        "00000000-0000-4000-8000-000000000000"
    );
    EXPECT_FALSE(worker::package_arguments_from("{}"));
    EXPECT_FALSE(worker::package_arguments_from(R"({"package": "x"})"));
}

}  // namespace
