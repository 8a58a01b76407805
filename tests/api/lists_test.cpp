// Every list as JSON, NDJSON and CSV: the same things, under the same permission, page by page.

#include "services/api/lists.hpp"

#include "tests/api/browser.hpp"
#include "tests/api/contract.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace {

using api_test::candidate_document;
using api_test::contract;
using api_test::header;
using api_test::json_of;
using api_test::stand;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

const http::Headers as_csv{{"Accept", "text/csv"}};
const http::Headers as_ndjson{{"Accept", "application/x-ndjson"}};

std::vector<boost::json::value> lines_of(const http::Response& response) {
    std::vector<boost::json::value> values;
    std::istringstream text{response.body};
    for (std::string line; std::getline(text, line);) {
        values.push_back(boost::json::parse(line));
    }
    return values;
}

/// Those of records without line ends in a cell.
std::vector<std::string> records_of(const http::Response& response) {
    std::vector<std::string> records;
    std::size_t begin = 0;
    for (std::size_t end = response.body.find("\r\n"); end != std::string::npos;
         end = response.body.find("\r\n", begin)) {
        records.push_back(response.body.substr(begin, end - begin));
        begin = end + 2;
    }
    return records;
}

TEST(Lists, of_postings_are_the_same_in_every_form) {
    const auto plain = stand().ask("GET", "/v1/postings");
    const auto lines = stand().ask("GET", "/v1/postings", "", as_ndjson);
    const auto table = stand().ask("GET", "/v1/postings", "", as_csv);
    EXPECT_EQ(plain.content_type, "application/json; charset=utf-8");
    EXPECT_EQ(lines.content_type, "application/x-ndjson; charset=utf-8");
    EXPECT_EQ(table.content_type, "text/csv; charset=utf-8; header=present");
    for (const http::Response& response : {plain, lines, table}) {
        EXPECT_EQ(response.status, 200U);
        EXPECT_THAT(response.headers, Contains(Pair("Vary", "Accept")));
    }
    const auto page = json_of(plain);
    const auto& postings = page.at("postings").as_array();
    const auto each = lines_of(lines);
    const auto records = records_of(table);
    ASSERT_EQ(each.size(), postings.size());
    ASSERT_EQ(records.size(), postings.size() + 1);
    EXPECT_THAT(records[0], testing::StartsWith("id,title,hiring_organization,city,province,"));
    for (std::size_t index = 0; index < postings.size(); ++index) {
        EXPECT_EQ(each[index], postings[index]);
        EXPECT_THAT(
            records[index + 1],
            testing::StartsWith(std::string{postings[index].at("id").as_string()} + ",")
        );
    }
}

TEST(Lists, go_on_from_the_same_cursor_in_every_form) {
    const auto plain = stand().ask("GET", "/v1/postings?limit=4&lang=en");
    const auto table = stand().ask("GET", "/v1/postings?limit=4&lang=en", "", as_csv);
    const std::string link = header(table, "Link");
    EXPECT_EQ(link, header(plain, "Link"));
    ASSERT_THAT(link, testing::EndsWith(R"(>; rel="next")"));
    const std::string next = link.substr(1, link.find('>') - 1);
    const auto rest = stand().ask("GET", next, "", as_csv);
    EXPECT_EQ(rest.status, 200U);
    EXPECT_EQ(records_of(rest).size(), 3U);
    EXPECT_EQ(header(rest, "Link"), "");
    EXPECT_EQ(
        records_of(stand().ask("GET", "/v1/postings?as_of=2026-12-16", "", as_csv)).size(), 1U
    );
}

TEST(Lists, of_matches_have_the_rules_of_their_points) {
    const auto plain = json_of(stand().ask("POST", "/v1/matches?limit=3", candidate_document()));
    const auto lines = stand().ask("POST", "/v1/matches?limit=3", candidate_document(), as_ndjson);
    const auto table = stand().ask("POST", "/v1/matches?limit=3", candidate_document(), as_csv);
    const auto each = lines_of(lines);
    ASSERT_EQ(each.size(), 3U);
    for (std::size_t index = 0; index < each.size(); ++index) {
        EXPECT_EQ(each[index], plain.at("matches").at(index));
    }
    const auto records = records_of(table);
    ASSERT_EQ(records.size(), 4U);
    EXPECT_THAT(records[0], testing::StartsWith("position,fit,rules,status,points,"));
    EXPECT_THAT(records[1], testing::StartsWith("1,"));
    EXPECT_THAT(records[1], HasSubstr(",2022-11-16; 2025-03-25; 2026-11-03,"));
    EXPECT_THAT(records[1], HasSubstr(",50; 0; ,"));
}

TEST(Lists, are_refused_in_every_form_by_the_same_rule) {
    const std::string path = stand().store_candidate("candidate-1");
    for (const http::Headers& form : {as_csv, as_ndjson}) {
        for (const std::string rest : {"/matches", "/views", "/firms", "/agreements"}) {
            const auto own = stand().ask_as("candidate-1", "GET", path + rest, "", form);
            EXPECT_EQ(own.status, 200U) << rest;
            EXPECT_THAT(own.content_type, Not(HasSubstr("/json")));
            const auto other = stand().ask_as("candidate-2", "GET", path + rest, "", form);
            EXPECT_EQ(other.status, 404U) << rest;
            EXPECT_THAT(other.content_type, HasSubstr("application/problem+json"));
            EXPECT_EQ(stand().ask("GET", path + rest, "", form).status, 401U);
        }
        EXPECT_EQ(stand().ask_as("candidate-1", "GET", "/v1/reviews", "", form).status, 403U);
        EXPECT_EQ(stand().ask("GET", "/v1/postings?limit=0", "", form).status, 400U);
    }
}

/// The names of saved searches are a person's own, and so may be anything.
TEST(Lists, hold_no_formula_that_somebody_has_written) {
    const std::string body =
        R"json({"name": "=HYPERLINK(\"http://x.example\",\"a\")", "query": {"q": "welder"}})json";
    ASSERT_EQ(stand().ask_as("advisor-3", "POST", "/v1/saved-searches", body).status, 201U);
    const auto table = stand().ask_as("advisor-3", "GET", "/v1/saved-searches", "", as_csv);
    EXPECT_THAT(table.body, HasSubstr(R"cell(,"'=HYPERLINK(""http://x.example"",""a"")",)cell"));
}

TEST(Lists, of_what_was_seen_and_reviewed_have_a_next_page) {
    const api_test::Person person = api_test::settle(stand(), "advisor-2");
    const std::string views = person.path + "/views";
    const auto first = stand().ask_as("advisor-2", "GET", views + "?limit=1", "", as_csv);
    EXPECT_EQ(records_of(first).size(), 2U);
    const std::string link = header(first, "Link");
    EXPECT_THAT(link, testing::StartsWith("<" + views + "?limit=1&cursor="));
    ASSERT_EQ(
        stand()
            .ask_as(
                "advisor-2",
                "PUT",
                person.path + "/firms/" + std::string{api_test::first_firm},
                R"({"wording": "firm_1"})"
            )
            .status,
        200U
    );
    const auto clients =
        stand().ask_as("advisor-1", "GET", "/v1/advisor/candidates?limit=1", "", as_csv);
    EXPECT_THAT(
        header(clients, "Link"), testing::StartsWith("</v1/advisor/candidates?limit=1&cursor=")
    );
    const auto queue = stand().ask_as("reviewer-1", "GET", "/v1/reviews?limit=1", "", as_csv);
    EXPECT_EQ(records_of(queue).size(), 2U) << queue.body;
    EXPECT_THAT(header(queue, "Link"), testing::StartsWith("</v1/reviews?limit=1&lang=en&cursor="));
}

TEST(Lists, of_ones_own_account_are_tables_too) {
    api_test::Browser browser{stand(), "192.0.2.201"};
    api_test::register_candidate(stand(), "lists@mail.example", "seven stones lie in the cove");
    browser.sign_in("lists@mail.example", "seven stones lie in the cove");
    const auto table = browser.ask("GET", "/v1/sessions", "", as_csv);
    EXPECT_EQ(records_of(table).size(), 2U) << table.body;
    EXPECT_EQ(records_of(table)[0], "id,created_at,used_at,expires_at,user_agent,current");
}

/// Follows references within the document; what another one describes is nothing here.
const boost::json::object& resolved(const boost::json::value& schema) {
    static const boost::json::object elsewhere;
    const auto* reference = schema.as_object().if_contains("$ref");
    if (reference == nullptr) {
        return schema.as_object();
    }
    const boost::json::string_view address{reference->as_string()};
    return address.starts_with('#') ? resolved(contract().at_pointer(address.substr(1)))
                                    : elsewhere;
}

/// The schema of a member, or of the elements of an array; null where there is none.
const boost::json::value* within(const boost::json::value& any_schema, const std::string& name) {
    const boost::json::object& schema = resolved(any_schema);
    if (const auto* items = schema.if_contains("items"); items != nullptr && name == "*") {
        return items;
    }
    if (const auto* properties = schema.if_contains("properties")) {
        if (const auto* member = properties->as_object().if_contains(name)) {
            return member;
        }
    }
    for (const char* of_several : {"anyOf", "allOf"}) {
        if (const auto* parts = schema.if_contains(of_several)) {
            for (const auto& part : parts->as_array()) {
                if (const auto* found = within(part, name)) {
                    return found;
                }
            }
        }
    }
    return nullptr;
}

const boost::json::object& content_of(const api::List& list) {
    const std::string path =
        std::regex_replace(std::string{list.pattern}, std::regex{R"(\{(\w+):\w+\})"}, "{$1}");
    const auto& operation =
        contract().at("paths").at(path).at(list.method == "GET" ? "get" : "post");
    return operation.at("responses").at("200").at("content").as_object();
}

TEST(Lists, have_columns_that_the_document_describes) {
    for (const api::List& list : api::lists()) {
        const auto* items =
            within(content_of(list).at("application/json").at("schema"), std::string{list.items});
        ASSERT_NE(items, nullptr) << list.pattern;
        for (const wire::Column& column : list.columns) {
            const auto* schema = within(*items, "*");
            std::istringstream path{std::string{column.path}};
            for (std::string name; schema != nullptr && std::getline(path, name, '/');) {
                schema = within(*schema, name);
                if (schema != nullptr && name == list.rows) {
                    schema = within(*schema, "*");
                }
            }
            EXPECT_NE(schema, nullptr) << list.pattern << " " << column.path;
        }
    }
}

/// Whoever adds a list adds its table: what has `items` or is paged is one.
TEST(Lists, are_promised_in_every_form_where_they_are_answered) {
    std::set<std::string> with_forms;
    for (const api::List& list : api::lists()) {
        const auto& content = content_of(list);
        EXPECT_TRUE(content.contains(api::ndjson_type)) << list.pattern;
        EXPECT_TRUE(content.contains(api::csv_type)) << list.pattern;
        with_forms.insert(std::string{list.method} + std::string{list.pattern});
    }
    std::size_t promised = 0;
    for (const auto& [path, operations] : contract().at("paths").as_object()) {
        for (const auto& [method, operation] : operations.as_object()) {
            const auto* answer = operation.at("responses").as_object().if_contains("200");
            const auto* content =
                answer == nullptr ? nullptr : resolved(*answer).if_contains("content");
            if (content == nullptr) {
                continue;
            }
            promised += content->as_object().contains(api::csv_type) ? 1U : 0U;
            const auto* json_form = content->as_object().if_contains("application/json");
            const auto* schema = json_form == nullptr ? nullptr : &json_form->at("schema");
            const bool is_list =
                method == "get" && schema != nullptr &&
                (within(*schema, "items") != nullptr || within(*schema, "next_cursor") != nullptr);
            EXPECT_TRUE(!is_list || content->as_object().contains(api::csv_type)) << path;
            // Where the cursor stands in a member that tables do not have.
            if (is_list && within(*schema, "next_cursor") != nullptr) {
                const auto* headers = resolved(*answer).if_contains("headers");
                EXPECT_TRUE(headers != nullptr && headers->as_object().contains("Link")) << path;
            }
        }
    }
    EXPECT_EQ(promised, with_forms.size());
}

}  // namespace
