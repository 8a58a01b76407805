// A candidate and the advisors of a firm write to each other, as long as the candidate lets them.

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

class Messages : public testing::Test {
protected:
    Messages() {
        EXPECT_EQ(
            room.ask_as("candidate-1", "PUT", consent, R"({"wording": "firm_1"})").status, 200U
        );
    }

    http::Response write(
        const std::string& who, const std::string& words, const std::string& more = ""
    ) const {
        return room.ask_as(who, "POST", thread, R"({"words": ")" + words + "\"" + more + "}");
    }

    boost::json::array read(const std::string& who, const std::string& query = "") const {
        return json_of(room.ask_as(who, "GET", thread + query)).at("items").as_array();
    }

    std::int64_t unread(const std::string& who) const {
        const auto threads = json_of(room.ask_as(who, "GET", "/v1/messages"));
        return threads.at("items").at(0).at("unread").as_int64();
    }

    Stand room;
    std::string candidate = room.store_candidate("candidate-1");
    std::string id = candidate.substr(candidate.rfind('/') + 1);
    std::string consent = candidate + "/firms/" + std::string{api_test::first_firm};
    std::string thread = "/v1/messages/" + id + "/" + std::string{api_test::first_firm};
};

TEST_F(Messages, go_both_ways_about_a_posting_and_are_marked_as_read) {
    const auto asked = write(
        "candidate-1",
        "is this one real?",
        R"(, "posting_id": ")" + room.posting_id("welder") + "\""
    );
    ASSERT_EQ(asked.status, 201U) << asked.body;
    EXPECT_EQ(json_of(asked).at("title"), "Welder");
    EXPECT_EQ(json_of(asked).at("by").at("you"), true);
    EXPECT_EQ(json_of(asked).at("read"), false);
    EXPECT_EQ(unread("advisor-1"), 1);
    EXPECT_EQ(unread("candidate-1"), 0);

    const auto seen = read("advisor-1");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].at("by").at("role"), "candidate");
    EXPECT_EQ(seen[0].at("by").at("you"), false);
    const std::string up_to = R"({"up_to": ")" + std::string{seen[0].at("id").as_string()} + "\"}";
    EXPECT_EQ(room.ask_as("advisor-3", "PUT", thread + "/read", up_to).status, 204U);
    EXPECT_EQ(unread("advisor-1"), 0) << "a firm reads as one";
    EXPECT_EQ(read("candidate-1")[0].at("read"), true);

    EXPECT_EQ(write("advisor-1", "it is").status, 201U);
    EXPECT_EQ(unread("candidate-1"), 1);
    const auto all = read("candidate-1");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].at("words"), "it is");
    EXPECT_EQ(all[0].at("by").at("firm"), "Firm (fictional)");
    EXPECT_EQ(read("candidate-1", "?limit=1").size(), 1U);
    EXPECT_EQ(
        room.ask_as("candidate-1", "PUT", thread + "/read", R"({"up_to": "99"})").status, 204U
    );
    EXPECT_EQ(unread("candidate-1"), 0);
    EXPECT_EQ(write("advisor-1", "and open").status, 201U);
    EXPECT_EQ(unread("candidate-1"), 1) << "no mark goes beyond what was written";
}

TEST_F(Messages, are_for_the_candidate_and_that_firm_alone) {
    write("candidate-1", "quincunx");
    for (const std::string who : {"candidate-2", "advisor-2", "advisor-4"}) {
        EXPECT_EQ(room.ask_as(who, "GET", thread).status, 404U) << who;
        EXPECT_EQ(write(who, "x").status, 404U) << who;
        EXPECT_EQ(room.ask_as(who, "PUT", thread + "/read", R"({"up_to": "1"})").status, 404U);
        EXPECT_TRUE(json_of(room.ask_as(who, "GET", "/v1/messages")).at("items").as_array().empty()
        );
    }
    const std::string elsewhere = "/v1/messages/" + id + "/" + std::string{api_test::second_firm};
    EXPECT_EQ(room.ask_as("advisor-1", "GET", elsewhere).status, 404U) << "not their firm";
    const auto closed = room.ask_as("candidate-1", "POST", elsewhere, R"({"words": "x"})");
    EXPECT_EQ(closed.status, 409U);
    EXPECT_EQ(code_of(closed), "firm_not_let");
    for (const std::string who : {"employer-1", "reviewer-1", "operator-1"}) {
        EXPECT_EQ(room.ask_as(who, "GET", thread).status, 403U) << who;
    }
}

TEST_F(Messages, stay_with_the_candidate_when_the_consent_ends) {
    write("candidate-1", "quincunx");
    write("advisor-1", "trellis");
    ASSERT_EQ(room.ask_as("candidate-1", "DELETE", consent).status, 204U);
    EXPECT_EQ(room.ask_as("advisor-1", "GET", thread).status, 404U);
    EXPECT_EQ(write("advisor-1", "x").status, 404U);
    EXPECT_TRUE(
        json_of(room.ask_as("advisor-1", "GET", "/v1/messages")).at("items").as_array().empty()
    );
    EXPECT_EQ(write("candidate-1", "x").status, 409U);
    EXPECT_EQ(read("candidate-1").size(), 2U);
    const auto threads = json_of(room.ask_as("candidate-1", "GET", "/v1/messages"));
    EXPECT_EQ(threads.at("items").at(0).at("open"), false);
    const auto gone = json_of(room.ask_as("candidate-1", "DELETE", candidate));
    EXPECT_EQ(gone.at("deleted").at("messages"), 2);
    EXPECT_EQ(api_test::ask_database(room, "SELECT count(*) FROM message"), "0");
    EXPECT_EQ(api_test::ask_database(room, "SELECT count(*) FROM message_mark"), "0");
}

TEST_F(Messages, have_words_and_not_too_many) {
    EXPECT_EQ(write("candidate-1", "").status, 422U);
    EXPECT_EQ(write("candidate-1", std::string(4'001, 'x')).status, 422U);
    std::string longest;
    for (int i = 0; i < 4'000; ++i) {
        longest += "\xC3\xA9";
    }
    EXPECT_EQ(write("candidate-1", longest).status, 201U);
    EXPECT_EQ(write("candidate-1", "x", R"(, "posting_id": "999999")").status, 404U);
    EXPECT_EQ(write("candidate-1", "x", R"(, "posting_id": "x")").status, 422U);
}

TEST_F(Messages, name_candidates_to_the_firm_with_a_line_of_it) {
    const api_test::Person person = api_test::settle(room, "candidate-2");
    const auto threads = room.ask_as("advisor-1", "GET", "/v1/messages");
    EXPECT_THAT(threads.body, HasSubstr("Zelda Quuxworth"));
    const auto views = room.ask_as("candidate-2", "GET", person.path + "/views?limit=1");
    EXPECT_EQ(json_of(views).at("items").at(0).at("what"), "listed");
    const auto table =
        room.ask_as("advisor-1", "GET", "/v1/messages", "", {{"Accept", "text/csv"}});
    EXPECT_THAT(table.body, HasSubstr("candidate,name,firm,firm_name,last_at,unread,open"));
}

}  // namespace
