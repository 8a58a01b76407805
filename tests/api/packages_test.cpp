// Letters, packages and offers of applications, by a candidate and their advisor; the worker stands
// in for jobscout-worker (tests/worker/package_builds_test.cpp has the real one).

#include "sql/store/package_work_store.hpp"
#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::code_of;
using api_test::header;
using api_test::json_of;
using api_test::Stand;
using testing::HasSubstr;
using testing::Not;

constexpr const char* earlier = R"({"as_of": "2026-11-16", "rule_sets": ["2022-11-16"],
    "inputs": {"candidate": "a", "posting": "p"}, "versions": {"pandoc": "2"}, "ats": [],
    "documents": {"resume": [{"text": "Welds.", "template": "t", "facts": ["candidate:/a"]}],
                  "letter": [{"text": "Hello.", "own_words": true}]}})";
constexpr const char* later = R"({"as_of": "2026-11-17", "rule_sets": ["2022-11-16", "2025-03-25"],
    "inputs": {"candidate": "b", "posting": "p"}, "versions": {"pandoc": "3"},
    "ats": [{"rule": "phone"}],
    "documents": {"resume": [{"text": "Cuts.", "template": "t", "facts": ["candidate:/b"]}],
                  "letter": [{"text": "Hello.", "own_words": true}]}})";

class Packages : public testing::Test {
protected:
    Packages() {
        const std::string path = candidate + "/firms/" + std::string{api_test::first_firm};
        room.ask_as("candidate-1", "PUT", path, R"({"wording": "firm_1"})");
        application = begin("engineer");
    }

    std::string begin(const std::string& posting) const {
        const auto begun = room.ask_as(
            "candidate-1",
            "POST",
            "/v1/applications",
            R"({"candidate": ")" + id + R"(", "posting_id": ")" + room.posting_id(posting) + "\"}"
        );
        return header(begun, "Location");
    }

    http::Response ask(const std::string& who, const std::string& body = "{}") const {
        return room.ask_as(who, "POST", application + "/packages", body);
    }

    /// The path of a package that is built of this manifest.
    std::string built(const std::string& manifest = earlier) const {
        const std::string path = header(ask("candidate-1"), "Location");
        api_test::build_packages(room, manifest, "a résumé");
        return path;
    }

    http::Response get(const std::string& who, const std::string& path) const {
        return room.ask_as(who, "GET", path);
    }

    Stand room;
    std::string candidate = room.store_candidate("candidate-1");
    std::string id = candidate.substr(candidate.rfind('/') + 1);
    std::string application;
};

TEST_F(Packages, are_queued_built_and_read_with_their_manifest) {
    const auto asked = ask("advisor-1", R"({"sent": "fr", "kept": "en", "rules": "2025-03-25"})");
    ASSERT_EQ(asked.status, 202U) << asked.body;
    EXPECT_EQ(json_of(asked).at("state"), "queued");
    EXPECT_EQ(json_of(asked).at("version"), 1);
    EXPECT_EQ(json_of(asked).at("languages").at("sent"), "fr");
    EXPECT_EQ(json_of(asked).at("by").at("role"), "advisor");
    const std::string path = header(asked, "Location");
    EXPECT_EQ(json_of(get("candidate-1", path)).at("manifest"), nullptr);
    EXPECT_EQ(get("candidate-1", path + "/archive").status, 404U);

    api_test::build_packages(room, earlier, "a résumé");
    const auto read = json_of(get("candidate-1", path));
    EXPECT_EQ(read.at("state"), "built");
    EXPECT_EQ(read.at("as_of"), "2026-11-16");
    EXPECT_EQ(read.at("refusal"), nullptr);
    EXPECT_EQ(read.at("manifest").at("rule_sets").at(0), "2022-11-16");

    const auto archive = get("advisor-1", path + "/archive");
    EXPECT_EQ(archive.status, 200U);
    EXPECT_EQ(archive.content_type, "application/zip");
    EXPECT_EQ(header(archive, "Content-Disposition"), "attachment; filename=\"package.zip\"");
    EXPECT_THAT(archive.body, HasSubstr("resume.txt"));
    const auto file = get("candidate-1", path + "/files/resume.txt");
    EXPECT_EQ(file.content_type, "text/plain; charset=utf-8");
    EXPECT_EQ(header(file, "Content-Disposition"), "attachment; filename=\"resume.txt\"");
    EXPECT_EQ(file.body, "a résumé");
    for (const std::string none : {"other.txt", "..%2Fx.txt", "resume", "resume.txt.txt"}) {
        EXPECT_EQ(get("candidate-1", path + "/files/" + none).status, 404U) << none;
    }

    EXPECT_EQ(ask("candidate-1", R"({"rules": "1999-01-01"})").status, 422U);
    EXPECT_EQ(ask("candidate-1", R"({"sent": "de"})").status, 422U);
    EXPECT_EQ(ask("candidate-1", R"({"posting_id": "1"})").status, 422U);
}

TEST_F(Packages, do_not_wait_in_any_number) {
    ask("advisor-1", "{}");
    api_test::ask_database(
        room,
        "ALTER TABLE application_package DROP CONSTRAINT application_package_version_range; "
        "INSERT INTO application_package (application_id, candidate_id, owner_id, version, "
        "own_words, kept_in, rules, "
        "actor_role, actor_id, asked_at) "
        "SELECT application_id, candidate_id, owner_id, 1 + step, own_words, kept_in, rules, "
        "'advisor', 'advisor-1', "
        "asked_at FROM application_package, generate_series(1, 999) AS step"
    );
    const auto refused = ask("advisor-1", "{}");
    EXPECT_EQ(refused.status, 409U);
    EXPECT_THAT(refused.body, HasSubstr("1,000 packages"));
    EXPECT_EQ(header(refused, "Retry-After"), "60");
    const std::string pairs = R"({"pairs": [{"candidate": ")" + id + R"(", "posting_id": ")" +
                              room.posting_id("welder") + R"("}]})";
    EXPECT_EQ(room.ask_as("advisor-1", "POST", "/v1/packages/bulk", pairs).status, 409U);
    EXPECT_NE(ask("candidate-1", "{}").body.find("as many packages"), std::string::npos)
        << "what others wait for is not counted";
}

TEST_F(Packages, are_listed_version_by_version_in_every_form) {
    const std::string first = built();
    const std::string second = built();
    const auto page = json_of(get("advisor-1", application + "/packages?limit=1"));
    EXPECT_EQ("/v1/packages/" + std::string{page.at("items").at(0).at("id").as_string()}, second);
    const std::string next{page.at("next_cursor").as_string()};
    const auto rest = json_of(get("advisor-1", application + "/packages?cursor=" + next));
    EXPECT_EQ(rest.at("items").as_array().size(), 1U);
    EXPECT_EQ(rest.at("items").at(0).at("version"), 1);
    const auto table =
        room.ask_as("candidate-1", "GET", application + "/packages", "", {{"Accept", "text/csv"}});
    EXPECT_THAT(table.body, HasSubstr("Software engineer,"));
    EXPECT_EQ(get("candidate-1", application + "/packages?limit=0").status, 400U);
}

TEST_F(Packages, are_compared_sentence_by_sentence) {
    const std::string first = built(earlier);
    const std::string second = built(later);
    const std::string with = "/comparison?with=" + first.substr(first.rfind('/') + 1);
    const auto compared = get("advisor-1", second + with);
    ASSERT_EQ(compared.status, 200U) << compared.body;
    const auto changes = json_of(compared);
    EXPECT_EQ(changes.at("as_of").at("after"), "2026-11-17");
    EXPECT_EQ(changes.at("rule_sets").at("added"), boost::json::array{"2025-03-25"});
    EXPECT_EQ(changes.at("inputs"), boost::json::array{"candidate"});
    EXPECT_EQ(changes.at("documents").at("resume").at("added").at(0).at("text"), "Cuts.");
    EXPECT_EQ(changes.at("documents").at("resume").at("removed").at(0).at("text"), "Welds.");
    EXPECT_TRUE(changes.at("documents").at("letter").at("added").as_array().empty());
    EXPECT_EQ(changes.at("facts").at("removed"), boost::json::array{"candidate:/a"});
    EXPECT_EQ(changes.at("ats").at("added").at(0).at("rule"), "phone");
    EXPECT_EQ(changes.at("versions").at(0).at("before"), "2");
    EXPECT_EQ(get("candidate-2", second + with).status, 404U);
    EXPECT_EQ(get("candidate-1", second + "/comparison").status, 400U);
    EXPECT_EQ(get("candidate-1", second + "/comparison?with=x").status, 400U);
    const std::string queued = header(ask("candidate-1"), "Location");
    EXPECT_EQ(get("candidate-1", queued + with).status, 404U);
}

TEST_F(Packages, have_letters_that_two_people_do_not_overwrite) {
    const std::string letter = application + "/letter";
    const auto none = get("candidate-1", letter);
    EXPECT_EQ(header(none, "ETag"), "\"0\"");
    EXPECT_EQ(json_of(none).at("by"), nullptr);
    const http::Headers known{{"If-Match", header(none, "ETag")}};
    const auto written =
        room.ask_as("advisor-1", "PUT", letter, R"({"employer": "I know you."})", known);
    ASSERT_EQ(written.status, 200U) << written.body;
    EXPECT_EQ(json_of(written).at("by").at("role"), "advisor");
    const auto late = room.ask_as("candidate-1", "PUT", letter, R"({"employer": "x"})", known);
    EXPECT_EQ(late.status, 412U);
    EXPECT_EQ(json_of(get("candidate-1", letter)).at("own_words").at("employer"), "I know you.");
    EXPECT_EQ(json_of(ask("candidate-1")).at("own_words").at("employer"), "I know you.");
    for (const std::string& wrong :
         {std::string{R"({"greeting": "x"})"},
          R"({"employer": ")" + std::string(1201, 'x') + "\"}",
          std::string{R"({"employer": 1})"}}) {
        EXPECT_EQ(room.ask_as("candidate-1", "PUT", letter, wrong).status, 422U) << wrong;
    }
}

TEST_F(Packages, that_are_refused_say_why_in_both_languages) {
    const std::string path = header(ask("candidate-1"), "Location");
    store::Database database{{.conninfo = room.database().conninfo("jobscout_worker")}};
    store::JobStore jobs{database};
    store::PackageWorkStore{database}.end(
        *jobs.take({"package"}, std::chrono::minutes{1}),
        path.substr(path.rfind('/') + 1),
        domain::parse_date(api_test::today).value(),
        store::PackageWorkStore::Refused{
            .reason = "posting_not_served", .field = "posting", .why = "no posting 7"}
    );
    const auto refusal = json_of(get("candidate-1", path)).at("refusal");
    EXPECT_EQ(refusal.at("reason"), "posting_not_served");
    EXPECT_EQ(refusal.at("detail"), "no posting 7");
    EXPECT_THAT(refusal.at("text").as_string().c_str(), HasSubstr("not verified"));
    const auto french = json_of(get("candidate-1", path + "?lang=fr")).at("refusal").at("text");
    EXPECT_THAT(french.as_string().c_str(), HasSubstr("pas vérifiée"));
    EXPECT_EQ(get("candidate-1", path + "/archive").status, 404U);

    const std::string given_up = header(ask("candidate-1"), "Location");
    jobs.give_up(*jobs.take({"package"}, std::chrono::minutes{1}), "no printer");
    EXPECT_EQ(json_of(get("candidate-1", given_up)).at("state"), "failed");
    EXPECT_EQ(json_of(get("candidate-1", given_up)).at("refusal").at("reason"), "failed");
}

TEST_F(Packages, are_asked_for_many_at_once_and_counted) {
    const auto pair = [&](const std::string& person, const std::string& posting) {
        return R"({"candidate": ")" + person + R"(", "posting_id": ")" + posting + "\"}";
    };
    const std::string stranger = room.store_candidate("candidate-2");
    const std::string strangers = stranger.substr(stranger.rfind('/') + 1);
    const std::string engineer = room.posting_id("engineer");
    const auto bulk = [&](const std::string& who, const std::string& pairs) {
        return room.ask_as(who, "POST", "/v1/packages/bulk", R"({"pairs": [)" + pairs + "]}");
    };
    const auto asked = bulk(
        "advisor-1",
        pair(id, engineer) + "," + pair(strangers, engineer) + "," + pair(id, "999999") + "," +
            pair(id, room.posting_id("welder"))
    );
    ASSERT_EQ(asked.status, 202U) << asked.body;
    const auto items = json_of(asked).at("items").as_array();
    ASSERT_EQ(items.size(), 4U);
    EXPECT_TRUE(items[0].at("package").is_string());
    EXPECT_EQ(items[1].at("refusal").at("reason"), "candidate_not_found");
    EXPECT_EQ(items[2].at("refusal").at("reason"), "posting_not_served");
    EXPECT_TRUE(items[3].at("application").is_string());
    const std::string batch = header(asked, "Location");
    EXPECT_EQ(json_of(get("advisor-1", batch)).at("queued"), 2);
    api_test::build_packages(room, earlier, "x");
    EXPECT_EQ(json_of(get("advisor-1", batch)).at("built"), 2);
    const auto page = json_of(get("advisor-1", batch + "/packages?limit=1"));
    EXPECT_EQ(page.at("items").at(0).at("title"), "Software engineer");
    const std::string next{page.at("next_cursor").as_string()};
    const auto rest = json_of(get("advisor-1", batch + "/packages?cursor=" + next));
    EXPECT_EQ(rest.at("items").at(0).at("title"), "Welder");
    for (const std::string who : {"candidate-1", "advisor-2", "advisor-3"}) {
        EXPECT_EQ(get(who, batch).status, 404U) << who;
        EXPECT_EQ(get(who, batch + "/packages").status, 404U) << who;
    }
    EXPECT_EQ(bulk("advisor-1", pair(strangers, engineer)).status, 404U);
    EXPECT_EQ(bulk("advisor-1", "").status, 422U);
    EXPECT_EQ(bulk("employer-1", pair(id, engineer)).status, 403U);
    EXPECT_EQ(bulk("operator-1", pair(id, engineer)).status, 403U);
}

TEST_F(Packages, are_those_of_the_candidate_and_their_own_advisors_alone) {
    const std::string path = built();
    const std::string file = path + "/files/resume.txt";
    const std::string letter = application + "/letter";
    const std::vector<std::string> all{
        path, path + "/archive", file, application + "/packages", letter};
    for (const std::string& one : all) {
        EXPECT_EQ(get("advisor-3", one).status, 200U) << "of the same firm: " << one;
        EXPECT_EQ(get("candidate-2", one).status, 404U) << one;
        EXPECT_EQ(get("advisor-2", one).status, 404U) << one;
        EXPECT_EQ(get("employer-1", one).status, 403U) << one;
        EXPECT_EQ(get("reviewer-1", one).status, 403U) << one;
        EXPECT_EQ(get("operator-1", one).status, 403U) << one;
        EXPECT_EQ(room.ask("GET", one).status, 401U) << one;
    }
    EXPECT_EQ(ask("advisor-2").status, 404U);
    EXPECT_EQ(ask("employer-1").status, 403U);
    EXPECT_EQ(room.ask_as("advisor-2", "PUT", letter, "{}").status, 404U);
    // The candidate sees each reading, and ends them.
    const auto views = get("candidate-1", candidate + "/views?limit=100");
    EXPECT_THAT(views.body, HasSubstr("applications"));
    const std::string firm = candidate + "/firms/" + std::string{api_test::first_firm};
    ASSERT_EQ(room.ask_as("candidate-1", "DELETE", firm).status, 204U);
    for (const std::string& one : all) {
        EXPECT_EQ(get("advisor-3", one).status, 404U) << one;
    }
    ASSERT_EQ(room.ask_as("candidate-1", "DELETE", candidate).status, 200U);
    EXPECT_EQ(get("candidate-1", path).status, 404U);
    EXPECT_EQ(api_test::ask_database(room, "SELECT count(*) FROM application_package_file"), "0");
}

TEST_F(Packages, tell_advisors_what_is_due) {
    built();
    const std::string list = "/v1/advisor/days";
    const auto due = json_of(get("advisor-1", list + "?limit=1"));
    ASSERT_EQ(due.at("items").as_array().size(), 1U);
    EXPECT_EQ(due.at("items").at(0).at("due_on"), "2026-11-20");
    EXPECT_EQ(due.at("items").at(0).at("title"), "Software engineer");
    EXPECT_EQ(due.at("items").at(0).at("state"), "draft");
    const std::string next{due.at("next_cursor").as_string()};
    const auto rest = json_of(get("advisor-1", list + "?cursor=" + next));
    EXPECT_TRUE(rest.at("items").as_array().empty());
    EXPECT_THAT(get("advisor-1", list + "?as_of=2026-12-01").body, Not(HasSubstr("apply by")));
    EXPECT_THAT(get("advisor-2", list).body, Not(HasSubstr("apply by")));
    EXPECT_EQ(get("candidate-1", list).status, 403U);
    EXPECT_EQ(get("advisor-1", list + "?cursor=x").status, 400U);
    room.ask_as("candidate-1", "PUT", application, R"({"state": "withdrawn"})");
    EXPECT_THAT(get("advisor-1", list).body, Not(HasSubstr("apply by")));
}

TEST_F(Packages, end_in_an_offer_whose_lift_is_that_of_its_day) {
    const std::string path = application + "/offer";
    const auto offer = [](const std::string& day) {
        return R"({"received_on": ")" + day +
               R"(", "offer": {"noc": "21231", "province": "NS", "hours_per_week": 40,
                  "in_writing": true, "paid": true, "continuous": true, "permanent": true,
                  "lmia": true}})";
    };
    const auto early = room.ask_as("candidate-1", "PUT", path, offer("2026-11-16"));
    EXPECT_EQ(early.status, 409U);
    EXPECT_EQ(code_of(early), "no_offer_yet");
    EXPECT_EQ(get("candidate-1", path).status, 404U);
    for (const std::string state : {"sent", "offer"}) {
        room.ask_as("candidate-1", "PUT", application, R"({"state": ")" + state + "\"}");
    }
    const auto kept = room.ask_as("advisor-1", "PUT", path, offer("2025-01-15"));
    ASSERT_EQ(kept.status, 200U) << kept.body;
    const auto before = json_of(get("candidate-1", path));
    EXPECT_EQ(before.at("received_on"), "2025-01-15");
    EXPECT_EQ(before.at("by").at("role"), "advisor");
    EXPECT_EQ(before.at("answer").at("as_of"), "2025-01-15");
    const auto& lift = before.at("answer").at("lift").as_array();
    EXPECT_EQ(lift.at(0).at("rules"), "2022-11-16");
    EXPECT_EQ(lift.at(0).at("points"), 50);
    const http::Headers known{{"If-Match", header(kept, "ETag")}};
    const auto again = room.ask_as("candidate-1", "PUT", path, offer("2025-06-01"), known);
    ASSERT_EQ(again.status, 200U) << again.body;
    EXPECT_THAT(again.body, HasSubstr("2025-03-25")) << "in force since";
    EXPECT_EQ(room.ask_as("advisor-1", "PUT", path, offer("2025-06-02"), known).status, 412U);
    EXPECT_EQ(room.ask_as("candidate-1", "PUT", path, offer("2026-11-17")).status, 422U);
    EXPECT_EQ(get("advisor-2", path).status, 404U);
    EXPECT_EQ(get("employer-1", path).status, 403U);
}

}  // namespace
