// Applications from the first draft to the employer's answer, by a candidate and their advisor.

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
using testing::ElementsAre;
using testing::HasSubstr;

class Applications : public testing::Test {
protected:
    Applications() { let(api_test::first_firm, "firm_1"); }

    void let(const std::string_view firm, const std::string& wording) const {
        const std::string path = candidate + "/firms/" + std::string{firm};
        ASSERT_EQ(
            room.ask_as("candidate-1", "PUT", path, R"({"wording": ")" + wording + "\"}").status,
            200U
        );
    }

    http::Response begin(
        const std::string& who, const std::string& posting, const std::string& more = ""
    ) const {
        return room.ask_as(
            who,
            "POST",
            "/v1/applications",
            R"({"candidate": ")" + id + R"(", "posting_id": ")" + room.posting_id(posting) + "\"" +
                more + "}"
        );
    }

    http::Response take(
        const std::string& who,
        const std::string& application,
        const std::string& state,
        const std::string& more = ""
    ) const {
        return room.ask_as(who, "PUT", application, R"({"state": ")" + state + "\"" + more + "}");
    }

    boost::json::array events(const std::string& who, const std::string& application) const {
        return json_of(room.ask_as(who, "GET", application + "/events")).at("items").as_array();
    }

    std::vector<std::string> titles(const std::string& who, const std::string& list) const {
        std::vector<std::string> result;
        const auto page = json_of(room.ask_as(who, "GET", list));
        for (const auto& item : page.at("items").as_array()) {
            result.emplace_back(item.at("title").as_string());
        }
        return result;
    }

    /// Lines of readings by advisors that the candidate sees.
    std::size_t readings() const {
        const auto views =
            json_of(room.ask_as("candidate-1", "GET", candidate + "/views?limit=100"));
        std::size_t count = 0;
        for (const auto& view : views.at("items").as_array()) {
            count += view.at("what") == "applications" ? 1U : 0U;
        }
        return count;
    }

    Stand room;
    std::string candidate = room.store_candidate("candidate-1");
    std::string id = candidate.substr(candidate.rfind('/') + 1);
};

TEST_F(Applications, go_from_an_advisors_draft_to_the_employers_answer) {
    const auto drafted = begin("advisor-1", "engineer", R"(, "note": "fits well")");
    ASSERT_EQ(drafted.status, 201U) << drafted.body;
    const std::string application = header(drafted, "Location");
    EXPECT_EQ(json_of(drafted).at("state"), "draft");
    EXPECT_EQ(json_of(drafted).at("title"), "Software engineer");
    EXPECT_EQ(json_of(drafted).at("employer"), "Example engineer (fictional)");
    EXPECT_EQ(json_of(drafted).at("next"), (boost::json::array{"in_review"}));

    EXPECT_EQ(take("advisor-1", application, "in_review").status, 200U);
    EXPECT_EQ(take("advisor-3", application, "approved", R"(, "note": "ready")").status, 200U);
    const auto not_theirs = take("advisor-1", application, "sent");
    EXPECT_EQ(not_theirs.status, 409U);
    EXPECT_EQ(code_of(not_theirs), "step_not_allowed");
    EXPECT_EQ(take("advisor-1", application, "withdrawn").status, 409U);
    EXPECT_EQ(take("candidate-1", application, "interview").status, 409U);
    EXPECT_EQ(take("candidate-1", application, "sent").status, 200U);
    EXPECT_EQ(take("advisor-1", application, "interview").status, 200U);
    EXPECT_EQ(take("candidate-1", application, "offer").status, 200U);

    const auto all = events("candidate-1", application);
    ASSERT_EQ(all.size(), 6U);
    EXPECT_EQ(all[0].at("state"), "offer");
    EXPECT_EQ(all[0].at("by").at("role"), "candidate");
    EXPECT_EQ(all[0].at("by").at("you"), true);
    EXPECT_EQ(all[3].at("words"), "ready");
    EXPECT_EQ(all[3].at("by").at("role"), "advisor");
    EXPECT_EQ(all[3].at("by").at("you"), false);
    EXPECT_EQ(all[3].at("by").at("firm"), "Firm (fictional)");
    EXPECT_EQ(all[5].at("words"), "fits well");
    EXPECT_EQ(events("advisor-1", application)[5].at("by").at("you"), true);
}

TEST_F(Applications, are_once_for_a_candidate_and_a_posting) {
    const auto first = begin("candidate-1", "engineer");
    const auto again = begin("advisor-1", "engineer", R"(, "note": "again")");
    EXPECT_EQ(first.status, 201U);
    EXPECT_EQ(again.status, 200U);
    EXPECT_EQ(header(again, "Location"), header(first, "Location"));
    EXPECT_EQ(events("candidate-1", header(first, "Location")).size(), 1U);
    EXPECT_EQ(begin("candidate-1", "welder").status, 201U);
    EXPECT_EQ(
        room.ask_as(
                "candidate-1",
                "POST",
                "/v1/applications",
                R"({"candidate": ")" + id + R"(", "posting_id": "999999"})"
        )
            .status,
        404U
    );
}

TEST_F(Applications, are_changed_under_if_match_only_if_nobody_did_so_since) {
    const auto first = begin("candidate-1", "engineer");
    const std::string application = header(first, "Location");
    const std::string body = R"({"state": "in_review"})";
    const http::Headers known{{"If-Match", header(first, "ETag")}};
    const auto changed = room.ask_as("candidate-1", "PUT", application, body, known);
    EXPECT_EQ(changed.status, 200U);
    EXPECT_NE(header(changed, "ETag"), header(first, "ETag"));
    EXPECT_EQ(
        header(room.ask_as("candidate-1", "GET", application), "ETag"), header(changed, "ETag")
    );
    EXPECT_EQ(
        room.ask_as("candidate-1", "PUT", application, R"({"state": "draft"})", known).status, 412U
    );
    EXPECT_EQ(events("candidate-1", application).size(), 2U);
    // The same again changes nothing, and is no line; a note needs a change.
    EXPECT_EQ(take("candidate-1", application, "in_review").status, 200U);
    EXPECT_EQ(
        code_of(take("candidate-1", application, "in_review", R"(, "note": "x")")),
        "note_without_change"
    );
    EXPECT_EQ(events("candidate-1", application).size(), 2U);
}

TEST_F(Applications, have_a_day_on_which_something_is_due) {
    const std::string application = header(begin("candidate-1", "engineer"), "Location");
    const auto due =
        take("advisor-1", application, "draft", R"(, "due_on": "2026-11-20", "due_for": "letter")");
    EXPECT_EQ(due.status, 200U) << due.body;
    EXPECT_EQ(json_of(due).at("due_on"), "2026-11-20");
    EXPECT_EQ(events("candidate-1", application)[0].at("due_for"), "letter");
    EXPECT_EQ(json_of(take("candidate-1", application, "draft")).at("due_on"), nullptr);
    for (const std::string wrong :
         {R"(, "due_on": "2026-11-20")",
          R"(, "due_for": "letter")",
          R"(, "due_on": "0001-01-01", "due_for": "x")",
          R"(, "due_on": "2026-02-30", "due_for": "x")"}) {
        EXPECT_EQ(take("candidate-1", application, "draft", wrong).status, 422U) << wrong;
    }
    EXPECT_EQ(take("candidate-1", application, "lost").status, 422U);
}

TEST_F(Applications, stand_on_a_board_by_state_page_by_page_in_every_form) {
    for (const std::string posting : {"engineer", "welder", "nurse"}) {
        begin("candidate-1", posting);
    }
    const auto newest = json_of(room.ask_as("candidate-1", "GET", "/v1/applications?limit=1"));
    const std::string nurse{newest.at("items").at(0).at("id").as_string()};
    take("candidate-1", "/v1/applications/" + nurse, "sent");
    EXPECT_THAT(
        titles("candidate-1", "/v1/applications?state=draft"),
        ElementsAre("Welder", "Software engineer")
    );
    EXPECT_THAT(
        titles("candidate-1", "/v1/applications?state=sent&state=offer"),
        ElementsAre("Registered nurse")
    );
    EXPECT_THAT(
        titles("candidate-1", "/v1/applications?posting=" + room.posting_id("welder")),
        ElementsAre("Welder")
    );
    const std::string next{newest.at("next_cursor").as_string()};
    EXPECT_THAT(
        titles("candidate-1", "/v1/applications?limit=1&cursor=" + next), ElementsAre("Welder")
    );
    const auto table =
        room.ask_as("candidate-1", "GET", "/v1/applications?limit=1", "", {{"Accept", "text/csv"}});
    EXPECT_THAT(table.body, HasSubstr("Registered nurse,"));
    EXPECT_THAT(header(table, "Link"), HasSubstr("rel=\"next\""));
    EXPECT_TRUE(titles("candidate-2", "/v1/applications").empty());
    EXPECT_TRUE(titles("advisor-1", "/v1/applications").empty()) << "their own";
    for (const std::string wrong : {"state=lost", "candidate=x", "posting=x", "cursor=x"}) {
        EXPECT_EQ(room.ask_as("candidate-1", "GET", "/v1/applications?" + wrong).status, 400U)
            << wrong;
    }
}

TEST_F(Applications, stand_in_the_caseload_by_what_is_due_first) {
    const std::string list = "/v1/advisor/applications";
    const auto due = [&](const std::string& posting, const std::string& day) {
        begin("candidate-1", posting, R"(, "due_on": ")" + day + R"(", "due_for": "x")");
    };
    begin("candidate-1", "engineer");
    due("welder", "2026-12-03");
    due("nurse", "2026-11-30");
    due("soudeuse", "2026-12-03");
    EXPECT_THAT(
        titles("advisor-1", list),
        ElementsAre("Registered nurse", "Welder", "Soudeuse-monteuse", "Software engineer")
    );
    std::vector<std::string> paged;
    std::string cursor;
    do {
        const auto page = json_of(room.ask_as("advisor-3", "GET", list + "?limit=1" + cursor));
        for (const auto& item : page.at("items").as_array()) {
            paged.emplace_back(item.at("title").as_string());
        }
        const auto& next = page.at("next_cursor");
        cursor = next.is_null() ? "" : "&cursor=" + std::string{next.as_string()};
    } while (!cursor.empty());
    EXPECT_EQ(paged, titles("advisor-1", list));
    EXPECT_THAT(titles("advisor-1", list + "?state=sent"), ElementsAre());
    EXPECT_TRUE(titles("advisor-2", list).empty()) << "another firm";
    EXPECT_EQ(room.ask_as("candidate-1", "GET", list).status, 403U);
    EXPECT_EQ(room.ask_as("advisor-1", "GET", list + "?cursor=x").status, 400U);
}

TEST_F(Applications, note_each_reading_by_an_advisor_and_end_with_the_consent) {
    const std::string application = header(begin("candidate-1", "engineer"), "Location");
    EXPECT_EQ(readings(), 0U);
    room.ask_as("advisor-1", "GET", application);
    room.ask_as("advisor-1", "GET", application + "/events");
    room.ask_as("advisor-1", "GET", "/v1/advisor/applications");
    room.ask_as("advisor-1", "POST", application + "/comments", R"({"words": "soon"})");
    EXPECT_EQ(readings(), 4U);
    room.ask_as("advisor-2", "GET", application);
    room.ask_as("candidate-1", "GET", application);
    EXPECT_EQ(readings(), 4U);

    const std::string firm = candidate + "/firms/" + std::string{api_test::first_firm};
    ASSERT_EQ(room.ask_as("candidate-1", "DELETE", firm).status, 204U);
    EXPECT_EQ(room.ask_as("advisor-1", "GET", application).status, 404U);
    EXPECT_EQ(room.ask_as("advisor-1", "GET", application + "/events").status, 404U);
    EXPECT_EQ(take("advisor-1", application, "in_review").status, 404U);
    EXPECT_EQ(
        room.ask_as("advisor-1", "POST", application + "/comments", R"({"words": "x"})").status,
        404U
    );
    EXPECT_EQ(begin("advisor-1", "welder").status, 404U);
    EXPECT_TRUE(titles("advisor-1", "/v1/advisor/applications").empty());
    EXPECT_EQ(readings(), 4U);
    EXPECT_EQ(events("candidate-1", application).size(), 2U) << "what was said stays";
}

TEST_F(Applications, stay_when_the_posting_closes_and_go_with_the_candidate) {
    const std::string application = header(begin("candidate-1", "engineer"), "Location");
    api_test::ask_database(
        room, "UPDATE posting SET verified = false WHERE source_id = 'engineer' RETURNING id"
    );
    EXPECT_EQ(
        json_of(room.ask_as("candidate-1", "GET", application)).at("title"), "Software engineer"
    );
    EXPECT_EQ(take("candidate-1", application, "sent").status, 200U);
    const auto gone = room.ask_as("candidate-1", "DELETE", candidate);
    ASSERT_EQ(gone.status, 200U);
    EXPECT_EQ(json_of(gone).at("deleted").at("applications"), 1);
    EXPECT_EQ(api_test::ask_database(room, "SELECT count(*) FROM application_event"), "0");
    EXPECT_EQ(room.ask_as("candidate-1", "GET", application).status, 404U);
}

}  // namespace
