// Every text that a caller can send, with what has broken other programs in its place: it comes
// back as it was, or is refused; nothing that the service stands on is disturbed.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace {

namespace json = boost::json;
using api_test::Stand;

/// One of the tests' own: postings and accounts are changed.
const Stand& room() {
    static const Stand own;
    return own;
}

const std::vector<std::string>& hostile() {
    static const std::vector<std::string> all{
        "'",
        "''",
        "\"",
        "\\",
        "\\'",
        "' OR '1'='1",
        "'; DROP TABLE candidate; --",
        "\\'; DELETE FROM posting; --",
        "$1 $$ $tag$ :name ? %s %n {0}",
        "a\nb\r\nSet-Cookie: c",
        "\t\x01\x1F\x7F",
        std::string{"a\0b", 3},
        std::string(1, '\0'),
        "<script>alert(1)</script>{{name}}",
        "=cmd|' /C calc'!A0",
        "../../etc/passwd",
        "\xF0\x9F\x92\xA9 \xE2\x80\xAE\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D e\xCC\x81 \xEF\xBF\xBE",
        "\xC3\xA9t\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xD0\x96 \xCE\xA9 \xE0\xA4\xB9",
        "\xC3\x28",          // no UTF-8
        "\xC0\xAE\xC0\xAE",  // overlong dots
        "\xED\xA0\x80",      // half of a pair
        std::string(100'000, 'x'),
    };
    return all;
}

/// Texts of the characters that languages hang on.
std::string any_text(std::mt19937_64& random) {
    static const std::vector<std::string> pieces{
        "'",
        "\"",
        "\\",
        ";",
        "--",
        "/*",
        "*/",
        "$$",
        "%",
        "_",
        "\n",
        "\t",
        " ",
        "(",
        ")",
        ":",
        "a",
        "0",
        "\xC3\xA9",
        "\xE2\x80\xA8",
        "\xF0\x9F\x92\xA9",
        "NULL",
        "::text",
        std::string(1, '\0')};
    std::string text;
    for (auto count = 1 + random() % 12; count > 0; --count) {
        text += pieces[random() % pieces.size()];
    }
    return text;
}

struct Sent {
    std::string who;
    std::string method;
    std::string target;
    std::string body;
    /// Where it can be read again: a path; empty: nowhere.
    std::function<std::string(const http::Response&)> read_at = {};
    /// To the document within what is read; to a list, of which it is the last.
    std::string pointer = "";
    std::string below = "";  ///< Only texts there are tried.
};

void collect(const json::value& value, const std::string& pointer, std::vector<std::string>& all) {
    if (value.is_string()) {
        all.push_back(pointer);
    } else if (const json::object* members = value.if_object()) {
        for (const auto& [name, member] : *members) {
            collect(member, pointer + "/" + std::string{name}, all);
        }
    } else if (const json::array* elements = value.if_array()) {
        for (std::size_t i = 0; i < elements->size(); ++i) {
            collect((*elements)[i], pointer + "/" + std::to_string(i), all);
        }
    }
}

void check(const Sent& sent, const std::string& pointer, const std::string& text) {
    json::value document = json::parse(sent.body);
    document.at_pointer(pointer) = text;
    const auto response =
        room().ask_as(sent.who, sent.method, sent.target, json::serialize(document));
    const auto where = [&] {
        return sent.method + " " + sent.target + " " + pointer + " " +
               json::serialize(json::string{text.substr(0, 60)});
    };
    ASSERT_LT(response.status, 500U) << where() << response.failure;
    if (response.status >= 300 || !sent.read_at) {
        return;
    }
    const auto again = room().ask_as(sent.who, "GET", sent.read_at(response));
    ASSERT_EQ(again.status, 200U) << where();
    json::error_code error;
    const json::value read = json::parse(again.body);
    const json::value* base = read.find_pointer(sent.pointer, error);
    ASSERT_NE(base, nullptr) << where();
    const json::value& document_read = base->is_array() ? base->as_array().back() : *base;
    const json::value* found = document_read.find_pointer(pointer, error);
    ASSERT_NE(found, nullptr) << where();
    EXPECT_EQ(*found, json::value(text)) << where();
}

std::string location(const http::Response& response) {
    return api_test::header(response, "Location");
}

TEST(HostileText, comes_back_as_it_was_or_is_refused) {
    const auto seed = std::random_device{}();
    std::mt19937_64 random{seed};
    SCOPED_TRACE("seed " + std::to_string(seed));
    const api_test::Person person = api_test::settle(room(), "candidate-1");
    const std::string posting = "/v1/postings/" + room().posting_id("welder");
    const std::string id = posting.substr(posting.rfind('/') + 1);
    const std::string candidate = api_test::person();
    const std::string search =
        R"({"name": "n", "query": {"q": "x", "province": ["NS"]}, "candidate": ")" + person.id +
        R"("})";
    const std::string thread =
        "/v1/messages/" + person.id + "/" + std::string{api_test::first_firm};
    const std::string alias = person.posting + "/candidates/" + person.alias;
    const std::string invitation = "/v1/invitations/" + person.invitation;
    const std::vector<Sent> all{
        {"candidate-1", "POST", "/v1/candidates", candidate, location},
        {"candidate-1",
         "PUT",
         person.search,
         search,
         [&](const http::Response&) { return person.search; }},
        {"candidate-1", "PUT", person.path + "/consent", R"({"wording": "employers_1"})"},
        {"candidate-1",
         "PUT",
         person.path + "/firms/" + std::string{api_test::first_firm},
         R"({"wording": "firm_1", "may_replace": true})"},
        {"candidate-1", "POST", person.search + "/feed", R"({"lang": "fr"})"},
        {"candidate-1", "POST", posting + "/reports", R"({"kind": "other", "text": "t"})"},
        {"reviewer-1",
         "POST",
         "/v1/reviews/" + id + "/decisions",
         R"({"decision": "note", "note": "n"})",
         [&](const http::Response&) { return "/v1/reviews/" + id; },
         "/decisions"},
        {"operator-1", "POST", "/v1/firms", R"({"name": "n"})"},
        {"candidate-1",
         "PUT",
         person.application,
         R"({"state": "draft", "due_on": "2026-12-01", "due_for": "d"})",
         [&](const http::Response&) { return person.application; }},
        {"candidate-1",
         "POST",
         person.application + "/comments",
         R"({"words": "w"})",
         [&](const http::Response&) { return person.application + "/events?limit=1"; },
         "/items"},
        {"candidate-1",
         "POST",
         "/v1/applications",
         R"({"candidate": ")" + person.id + R"(", "posting_id": ")" + id + R"(", "note": "n"})"},
        {"candidate-1",
         "POST",
         thread,
         R"({"words": "w", "posting_id": ")" + id + R"("})",
         [&](const http::Response&) { return thread + "?limit=1"; },
         "/items"},
        {"candidate-1", "PUT", thread + "/read", R"({"up_to": "1"})"},
        {"employer-1", "POST", alias + "/invitation", R"({"message": "m"})"},
        {"candidate-1",
         "PUT",
         invitation + "/answer",
         R"({"accepted": false, "reason": "r"})",
         [&](const http::Response&) { return "/v1/invitations?candidate=" + person.id; },
         "/items"},
        {"candidate-1", "POST", posting + "/lift", candidate},
        {"candidate-1", "POST", "/v1/matches", candidate},
        {"candidate-1", "POST", "/v1/crs", candidate},
        {"candidate-1",
         "POST",
         "/v1/offers/lift",
         R"({"candidate": )" + candidate + R"(, "offer": {"noc": "41220", "province": "MB"}})",
         {},
         "",
         "/offer"},
        {"candidate-1",
         "POST",
         "/v1/projections",
         R"({"candidate": )" + candidate +
             R"(, "plan": {"job": {"noc": "21231", "start": "2026-12-01"}}})",
         {},
         "",
         "/plan"},
    };
    std::size_t tried = 0;
    for (const Sent& sent : all) {
        ASSERT_LT(room().ask_as(sent.who, sent.method, sent.target, sent.body).status, 300U)
            << sent.target << " as it stands";
        std::vector<std::string> pointers;
        collect(json::parse(sent.body), "", pointers);
        std::erase_if(pointers, [&](const auto& pointer) {
            return !pointer.starts_with(sent.below);
        });
        for (const std::string& pointer : pointers) {
            std::vector<std::string> texts = hostile();
            texts.push_back(any_text(random));
            texts.push_back(any_text(random));
            for (const std::string& text : texts) {
                check(sent, pointer, text);
                ++tried;
            }
        }
    }
    EXPECT_GT(tried, 1'000U);
    EXPECT_EQ(room().ask("GET", "/readyz").status, 200U);
    EXPECT_EQ(room().ask_as("candidate-1", "GET", person.path).status, 200U);
}

TEST(HostileText, opens_no_account_and_breaks_none) {
    const std::string email = "hostile@mail.example";
    const std::string password = "seven stones lie in the cove";
    api_test::register_candidate(room(), email, password);
    int address = 0;
    for (const std::string& text : hostile()) {
        for (const Sent& sent : std::vector<Sent>{
                 {"", "POST", "/v1/accounts", R"({"email": "a@mail.example", "password": "p"})"},
                 {"", "POST", "/v1/sessions", R"({"email": "a@mail.example", "password": "p"})"},
                 {"", "POST", "/v1/accounts/verification", R"({"token": "t", "password": "p"})"},
                 {"", "POST", "/v1/password-resets", R"({"email": "a@mail.example"})"},
                 {"", "PUT", "/v1/password-resets", R"({"token": "t", "password": "p"})"}}) {
            std::vector<std::string> pointers;
            collect(json::parse(sent.body), "", pointers);
            for (const std::string& pointer : pointers) {
                json::value document = json::parse(sent.body);
                document.at_pointer(pointer) = text;
                const std::string from = "2001:db8::" + std::to_string(++address);
                const auto response = room().ask(
                    sent.method,
                    sent.target,
                    json::serialize(document),
                    {{"X-Client-Address", from}, {"User-Agent", text.substr(0, 500)}}
                );
                EXPECT_LT(response.status, 500U)
                    << sent.target << pointer << json::serialize(document).substr(0, 100)
                    << response.failure;
                EXPECT_EQ(api_test::header(response, "Set-Cookie"), "");
            }
        }
    }
    api_test::Browser browser{room(), "192.0.2.77"};
    EXPECT_LT(browser.sign_in(email, password).status, 300U);
}

std::string encoded(const std::string& text) {
    std::string result;
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char byte : text.substr(0, 2'000)) {
        const auto value = static_cast<unsigned char>(byte);
        result += '%';
        result += digits[value / 16];
        result += digits[value % 16];
    }
    return result;
}

TEST(HostileText, in_parameters_and_paths_is_read_or_refused) {
    for (const http::Route& route : room().router().routes()) {
        for (const std::string& text : hostile()) {
            std::vector<std::string> targets;
            std::string path{route.pattern};
            for (std::size_t open = 0; (open = path.find('{')) != path.npos;) {
                path.replace(open, path.find('}') - open + 1, encoded(text));
            }
            targets.push_back(path);
            if (route.method == "GET" && route.pattern.find('{') == std::string_view::npos) {
                for (const http::Parameter& parameter : route.parameters) {
                    targets.push_back(
                        std::string{route.pattern} + "?" + std::string{parameter.name} + "=" +
                        encoded(text)
                    );
                }
            }
            for (const std::string& target : targets) {
                if (route.method == "GET" || path != route.pattern) {
                    const auto response =
                        room().ask_as("operator-1", std::string{route.method}, target, "{}");
                    EXPECT_LT(response.status, 500U) << target << response.failure;
                }
            }
        }
    }
}

TEST(HostileText, in_the_shape_of_json_is_refused) {
    const auto status = [](const std::string& body) {
        return room().ask("POST", "/v1/crs", body).status;
    };
    EXPECT_EQ(status(std::string(100'000, '[')), 400U);
    EXPECT_EQ(status(std::string(100'000, '[') + std::string(100'000, ']')), 400U);
    std::string nested = "{}";
    for (int depth = 0; depth < 100; ++depth) {
        nested = R"({"a":)" + nested + "}";
    }
    EXPECT_EQ(status(nested), 400U);
    EXPECT_EQ(status("{\"a\": \"\xC3\x28\"}"), 400U);
    EXPECT_EQ(status("{\"a\": \"\\ud800\"}"), 400U);
    EXPECT_EQ(status(std::string{"{\"a\": \"\0\"}", 10}), 400U);
    EXPECT_EQ(status(R"({"a": 1, "a": 2})"), 400U);
    EXPECT_EQ(status(R"({"a": 1} {})"), 400U);
    EXPECT_EQ(status(R"({"a": NaN})"), 400U);
    EXPECT_EQ(status("{\"a\": " + std::string(10'000, '9') + "}"), 400U);
    EXPECT_EQ(status(""), 400U);
    const auto nul = room().ask("POST", "/v1/crs", "{\"a\": [{\"b\": \"x\\u0000\"}]}");
    EXPECT_EQ(nul.status, 422U);
    EXPECT_THAT(nul.body, testing::HasSubstr("U+0000"));
}

}  // namespace
