// openapi.json against the routes, in both directions: what is promised is answered, and what is
// answered is promised. And the routes that say how the service is.

#include "services/api/contract.hpp"

#include "matcher/document/json.hpp"
#include "services/auth/scope.hpp"
#include "services/wire/candidate_json.hpp"
#include "tests/api/browser.hpp"
#include "tests/api/contract.hpp"
#include "tests/api/operation.hpp"
#include "tests/api/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

namespace {

namespace json = boost::json;
using api_test::contract;
using api_test::stand;

/// Follows a `#/...` reference.
const json::value& resolve(const json::value& value) {
    const json::value* reference = value.as_object().if_contains("$ref");
    if (reference == nullptr) {
        return value;
    }
    return contract().at_pointer(json::string_view{reference->as_string()}.substr(1));
}

/// `GET /v1/postings/{id} path id integer`, `GET /v1/postings query teer many`...
using Lines = std::set<std::string>;

std::string upper(std::string text) {
    for (char& letter : text) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return text;
}

/// As the router calls the form of a path parameter.
std::string kind_of(const json::object& schema) {
    const json::value* format = schema.if_contains("format");
    if (format == nullptr) {
        const json::value* pattern = schema.if_contains("pattern");
        return schema.contains("maxLength")                       ? "file"
               : pattern == nullptr                               ? "integer"
               : *pattern == json::value("^[A-Za-z0-9_-]{1,64}$") ? "name"
                                                                  : "token";
    }
    return *format == "date" ? "day" : "uuid";
}

Lines promised() {
    Lines lines;
    for (const auto& [path, operations] : contract().at("paths").as_object()) {
        for (const auto& [method, operation] : operations.as_object()) {
            const std::string route = upper(method) + " " + std::string{path};
            lines.insert(route);
            const json::value* parameters = operation.as_object().if_contains("parameters");
            for (const auto& one : parameters != nullptr ? parameters->as_array() : json::array{}) {
                const json::value& parameter = resolve(one);
                const std::string in{parameter.at("in").as_string()};
                const std::string name{parameter.at("name").as_string()};
                const auto& schema = parameter.at("schema").as_object();
                if (in == "path") {
                    lines.insert(route + " path " + name + " " + kind_of(schema));
                } else if (in == "query") {
                    const bool many = schema.contains("type") && schema.at("type") == "array";
                    lines.insert(route + " query " + name + (many ? " many" : ""));
                }
            }
        }
    }
    return lines;
}

Lines answered() {
    Lines lines;
    const std::regex parameter{R"(\{(\w+):(\w+)\})"};
    for (const http::Route& route : stand().router().routes()) {
        const std::string pattern{route.pattern};
        const std::string line =
            std::string{route.method} + " " + std::regex_replace(pattern, parameter, "{$1}");
        lines.insert(line);
        for (std::sregex_iterator match{pattern.begin(), pattern.end(), parameter}, end;
             match != end;
             ++match) {
            lines.insert(line + " path " + (*match)[1].str() + " " + (*match)[2].str());
        }
        for (const http::Parameter& one : route.parameters) {
            lines.insert(
                line + " query " + std::string{one.name} + (one.repeatable ? " many" : "")
            );
        }
    }
    return lines;
}

/// Other readers keep the last of two members with one name, and say nothing.
TEST(Contract, names_nothing_twice) {
    const auto read = document::parse(api::openapi());
    EXPECT_TRUE(read) << read.error().field << read.error().message;
}

TEST(Contract, promises_what_is_answered_and_nothing_else) { EXPECT_EQ(promised(), answered()); }

std::string target_of(const std::string& path) {
    const bool by_number = path.starts_with("/v1/postings") || path.starts_with("/v1/reviews") ||
                           path.starts_with("/v1/rules") ||
                           path.starts_with("/v1/operator/quarantine");
    std::string target = path;
    const std::string uuid = "00000000-0000-4000-8000-000000000000";
    for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
             {R"(\{id\})", by_number ? "1" : uuid},
             {R"(\{(alias|firm|application|candidate|package|batch)\})", uuid},
             {R"(\{(request|claim|interest|invitation)\})", "1"},
             {R"(\{file\})", "resume.pdf"},
             {R"(\{name\})", "quarry"},
             {R"(\{token\})", std::string(64, '0')}}) {
        target = std::regex_replace(target, std::regex{name}, value);
    }
    return target;
}

bool has_key(const json::object& operation) {
    const json::value* parameters = operation.if_contains("parameters");
    return parameters != nullptr &&
           std::ranges::any_of(parameters->as_array(), [](const json::value& one) {
               return resolve(one).at("name") == "Idempotency-Key";
           });
}

/// Whether somebody's malformed key is refused.
bool reads_key(const std::string& target) {
    return std::ranges::any_of(
        std::vector<std::string>{
            "candidate-1", "advisor-1", "employer-1", "reviewer-1", "operator-1"},
        [&](const std::string& id) {
            const auto answer =
                stand().ask_as(id, "POST", target, "{}", {{"Idempotency-Key", "1"}});
            return answer.status == 400 &&
                   answer.body.find("idempotency_key_malformed") != std::string::npos;
        }
    );
}

TEST(Contract, promises_that_a_key_is_read_where_it_is) {
    std::size_t routes = 0;
    for (const auto& [path, operations] : contract().at("paths").as_object()) {
        for (const auto& [method, operation] : operations.as_object()) {
            const bool promised = has_key(operation.as_object());
            EXPECT_TRUE(!promised || method == "post") << path;
            if (method == "post") {
                EXPECT_EQ(reads_key(target_of(path)), promised) << path;
            }
            routes += promised ? 1 : 0;
        }
    }
    EXPECT_GT(routes, 15U);
}

TEST(Contract, asks_for_a_token_where_permission_does) {
    for (const auto& [path, operations] : contract().at("paths").as_object()) {
        for (const auto& [method, operation] : operations.as_object()) {
            const std::string target = target_of(path);
            const bool anonymous = operation.at("security").at(0).as_object().empty();
            const auto status = stand().ask(upper(method), target, "{}").status;
            EXPECT_EQ(status == 401, !anonymous) << method << " " << path;
            EXPECT_EQ(
                operation.as_object().contains("requestBody"), method != "get" && method != "delete"
            ) << path;
        }
    }
}

void collect_references(const json::value& value, Lines& references) {
    if (const json::array* elements = value.if_array()) {
        for (const json::value& element : *elements) {
            collect_references(element, references);
        }
    }
    if (const json::object* members = value.if_object()) {
        for (const auto& [key, member] : *members) {
            if (key == "$ref") {
                references.insert(std::string{member.as_string()});
            } else {
                collect_references(member, references);
            }
        }
    }
}

TEST(Contract, refers_only_to_what_is_there) {
    Lines references;
    collect_references(contract(), references);
    EXPECT_GT(references.size(), 20U);
    for (const std::string& reference : references) {
        if (reference.starts_with('#')) {
            json::error_code error;
            EXPECT_NE(contract().find_pointer(reference.substr(1), error), nullptr) << reference;
        } else {
            const std::size_t fragment = reference.find('#');
            const auto answer = stand().ask("GET", reference.substr(0, fragment));
            EXPECT_EQ(answer.status, 200U) << reference;
            if (fragment != std::string::npos) {
                json::error_code error;
                const json::value referred = json::parse(answer.body);
                EXPECT_NE(referred.find_pointer(reference.substr(fragment + 1), error), nullptr)
                    << reference;
            }
        }
    }
}

/// The members that a schema describes, with those of every schema that it is made of.
json::object members_of(const json::object& schema) {
    json::object members;
    if (const json::value* properties = schema.if_contains("properties")) {
        members = properties->as_object();
    }
    if (const json::value* parts = schema.if_contains("allOf")) {
        for (const json::value& part : parts->as_array()) {
            for (const auto& [name, member] : members_of(resolve(part).as_object())) {
                members.emplace(name, member);
            }
        }
    }
    return members;
}

/// Every member of a real answer is in its schema, and the other way round.
void hold(
    const json::value& value, const json::value& schema_or_reference, const std::string& path
) {
    const json::object& schema = resolve(schema_or_reference).as_object();
    if (const json::value* any = schema.if_contains("anyOf"); any != nullptr && !value.is_null()) {
        hold(value, any->at(0), path);
    }
    if (const json::value* items = schema.if_contains("items")) {
        for (const json::value& element : value.as_array()) {
            hold(element, *items, path + "[]");
        }
    }
    const json::object members = members_of(schema);
    if (members.empty()) {
        return;
    }
    if (value.is_null()) {
        EXPECT_EQ(schema.at("type"), json::value({"object", "null"})) << path;
        return;
    }
    Lines shown;
    Lines described;
    for (const auto& [name, member] : value.as_object()) {
        shown.insert(std::string{name});
        if (const json::value* described_member = members.if_contains(name)) {
            hold(member, *described_member, path + "." + std::string{name});
        }
    }
    for (const auto& [name, ignored] : members) {
        described.insert(std::string{name});
    }
    if (described.contains("detail")) {
        // Of a problem: what offends is one of three, or none, and the server adds the trace.
        for (const char* const one : {"header", "parameter", "pointer", "trace_id"}) {
            described.insert(one);
            shown.insert(one);
        }
    }
    EXPECT_EQ(shown, described) << path;
}

struct Answered {
    std::string method;
    std::string target;
    std::string schema;
    std::string body = api_test::candidate_document();
};

TEST(Contract, describes_every_member_of_the_answers) {
    const std::string id = stand().posting_id("engineer");
    const std::vector<Answered> all{
        {"GET", "/v1/postings?limit=2", "Page"},
        {"GET", "/v1/postings?q=rn%20lift:50&facets=true", "Page"},
        {"GET", "/v1/postings?q=teer:9", "QueryProblem"},
        {"GET", "/v1/postings/" + id, "PostingWithEvidence"},
        {"GET", "/v1/postings/" + id + "/evidence", "Evidence"},
        {"GET", "/v1/reviews", "Queue"},
        {"GET", "/v1/reviews/" + id, "Review"},
        {"GET", "/v1/reviews/claims", "WaitingClaims"},
        {"POST",
         "/v1/reviews/" + id + "/decisions",
         "ReviewOutcome",
         R"({"decision": "note", "note": "seen"})"},
        {"POST", "/v1/postings/" + id + "/lift", "LiftAnswer"},
        {"POST", "/v1/matches", "Matches"},
        {"POST", "/v1/matches?explain=true", "ExplainedMatches"},
        {"POST", "/v1/candidates/import", "ImportedProfile", R"({"work": [{"position": "x"}]})"},
        {"POST", "/v1/crs", "CrsAnswer"},
        {"POST", "/v1/programs", "ProgramsAnswer"},
        {"POST",
         "/v1/offers/lift",
         "OfferAnswer",
         R"({"candidate": )" + api_test::candidate_document() +
             R"(, "offer": {"noc": "41220", "province": "MB"}})"},
        {"POST",
         "/v1/projections?months=14",
         "ProjectionAnswer",
         R"({"candidate": )" + api_test::candidate_document() +
             R"(, "plan": {"job": {"noc": "21231", "start": "2026-12-01"}}})"},
        {"POST", "/v1/rounds", "RoundsAnswer"},
        {"GET", "/v1/rounds", "Rounds"},
        {"POST", "/v1/advice", "AdviceAnswer"},
        {"GET", "/v1/rules", "RulesAnswer"},
        {"GET", "/v1/rules/2022-11-16", "RuleSet"},
        {"GET", "/v1/rules/diff?from=2022-11-16&to=2026-11-03", "RulesDiff"},
        {"POST", "/v1/rules/check", "RulesCheck", R"({"rule_set": {"id": 1}})"},
        {"GET", "/healthz", "Status"},
        {"GET", "/readyz", "Status"},
        {"GET", "/v1/postings?limit=0", "Problem"},
    };
    for (const Answered& one : all) {
        const auto response = one.target.starts_with("/v1/reviews")
                                  ? stand().ask_as("reviewer-1", one.method, one.target, one.body)
                                  : stand().ask(one.method, one.target, one.body);
        hold(
            json::parse(response.body),
            contract().at("components").at("schemas").at(one.schema),
            one.target
        );
    }
}

TEST(Contract, describes_every_member_of_the_answers_about_people) {
    const api_test::Person person = api_test::settle(stand(), "advisor-2");
    api_test::answer(stand(), person, true);
    const std::string& candidate = person.path;
    const std::string body =
        R"({"name": "n", "query": {"q": "x"}, "candidate": ")" + person.id + R"("})";
    const std::string alias = person.posting + "/candidates/" + person.alias;
    const std::string firm = candidate + "/firms/" + std::string{api_test::first_firm};
    const std::string firm_consent = R"({"wording": "firm_1", "may_replace": true})";
    const std::string no = R"({"agreed": false})";
    const std::string said{api_test::said};
    const std::string review = candidate + "/interests/" + person.interest + "/review";
    const std::string claim = api_test::ask_database(
        stand(), "SELECT id FROM posting_claim WHERE state = 'waiting' ORDER BY id LIMIT 1"
    );
    ASSERT_EQ(stand().ask_as("advisor-2", "POST", review, R"({"words": "why?"})").status, 201U);
    const std::string request =
        "/v1/reviews/interests/" +
        api_test::ask_database(
            stand(),
            "SELECT id FROM candidate_interest_review WHERE interest_id = " + person.interest
        );
    const std::string thread =
        "/v1/messages/" + person.id + "/" + std::string{api_test::first_firm};
    const std::string invitation = "/v1/invitations/" + person.invitation + "/answer";
    const std::string change = R"({"state": "in_review", "due_on": "2026-12-01", "due_for": "x"})";
    struct Private {
        std::string principal;
        Answered answered;
    };
    const std::vector<Private> all{
        {"advisor-2", {"GET", "/v1/saved-searches", "SavedSearches", ""}},
        {"advisor-2", {"PUT", person.search, "SavedSearch", body}},
        {"advisor-2", {"GET", person.search + "/digests", "Digests", ""}},
        {"advisor-2", {"GET", candidate + "/consent", "Consent", ""}},
        {"advisor-2", {"PUT", candidate + "/consent", "Consent", R"({"wording": "employers_1"})"}},
        {"employer-1", {"GET", person.posting + "/candidates", "ShownCandidates", ""}},
        {"employer-1", {"POST", alias + "/agreement", "AskedAgreement", "{}"}},
        {"employer-1", {"GET", alias + "/contact", "Contact", ""}},
        {"employer-1", {"PUT", alias + "/interest", "SaidInterest", said}},
        {"employer-1", {"POST", person.posting + "/claim", "Claim", "{}"}},
        {"employer-1", {"GET", "/v1/employer/claims", "Claims", ""}},
        {"employer-1", {"GET", "/v1/employer/postings", "EmployerPostings", ""}},
        {"operator-1", {"GET", "/v1/reviews/claims/" + claim, "ReviewedClaim", ""}},
        {"reviewer-1",
         {"POST",
          "/v1/reviews/claims/" + claim + "/decisions",
          "ReviewedClaim",
          R"({"decision": "refuse", "note": "nobody answers"})"}},
        {"advisor-2", {"POST", review, "Interest", "{}"}},
        {"reviewer-1", {"GET", "/v1/reviews/interests", "WaitingInterests", ""}},
        {"reviewer-1", {"GET", request, "Interest", ""}},
        {"reviewer-1", {"POST", request + "/answer", "Interest", R"({"answer": "so it is"})"}},
        {"advisor-2", {"GET", candidate + "/interests", "Interests", ""}},
        {"advisor-2", {"GET", "/v1/applications", "Applications", ""}},
        {"advisor-1", {"GET", "/v1/advisor/applications", "Applications", ""}},
        {"advisor-2", {"GET", person.application, "Application", ""}},
        {"advisor-2", {"PUT", person.application, "Application", change}},
        {"advisor-1",
         {"POST", person.application + "/comments", "ApplicationEvent", R"({"words": "x"})"}},
        {"advisor-2", {"GET", person.application + "/events", "ApplicationEvents", ""}},
        {"advisor-1", {"POST", thread, "Message", R"({"words": "x"})"}},
        {"advisor-1", {"GET", "/v1/messages", "Threads", ""}},
        {"advisor-2", {"GET", thread, "Messages", ""}},
        {"employer-1", {"GET", person.posting + "/invitations", "SentInvitations", ""}},
        {"employer-1", {"POST", alias + "/invitation", "SentInvitation", "{}"}},
        {"advisor-2", {"GET", "/v1/invitations", "Invitations", ""}},
        {"advisor-2", {"PUT", invitation, "Invitation", R"({"accepted": false})"}},
        {"advisor-2", {"GET", candidate + "/agreements", "Agreements", ""}},
        {"advisor-2", {"PUT", candidate + "/agreements/" + person.request, "Agreement", no}},
        {"advisor-2", {"PUT", firm, "FirmConsents", firm_consent}},
        {"advisor-2", {"GET", candidate + "/firms", "FirmConsents", ""}},
        {"advisor-2", {"GET", candidate + "/views", "Views", ""}},
        {"advisor-1", {"GET", "/v1/advisor/candidates", "Clients", ""}},
        {"advisor-2", {"DELETE", candidate, "Deletion", ""}},
    };
    for (const auto& [principal, one] : all) {
        const auto response = stand().ask_as(principal, one.method, one.target, one.body);
        ASSERT_LT(response.status, 204U) << one.target << response.body;
        hold(
            json::parse(response.body),
            contract().at("components").at("schemas").at(one.schema),
            one.target
        );
    }
}

TEST(Contract, describes_every_member_of_the_answers_about_how_it_runs) {
    const api_test::Operation operation;
    operation.fetch_sample();
    const std::string kept = operation.kept_aside(api_test::hostile_line);
    for (const auto& [route, schema] : std::vector<std::pair<std::string, std::string>>{
             {"sources", "Sources"},
             {"runs", "Runs"},
             {"quarantine", "Quarantine"},
             {"quarantine/reasons", "QuarantineReasons"},
             {"quarantine/" + kept, "QuarantinedRecord"},
             {"rules", "RuleFiles"},
             {"references", "References"}}) {
        hold(
            operation.ask("/v1/operator/" + route),
            contract().at("components").at("schemas").at(schema),
            route
        );
    }
}

TEST(Contract, describes_every_member_of_the_answers_about_accounts) {
    const char* const password = "seven stones lie in the cove";
    const std::string email = "contract@mail.example";
    api_test::Browser browser{stand(), "192.0.2.200"};
    const auto holds = [](const http::Response& response, const std::string& schema) {
        ASSERT_LT(response.status, 300U) << schema << response.body;
        hold(
            json::parse(response.body), contract().at("components").at("schemas").at(schema), schema
        );
    };
    api_test::register_candidate(stand(), email, password);
    holds(
        browser.ask("POST", "/v1/password-resets", R"({"email": "nobody@mail.example"})"),
        "MailSent"
    );
    holds(browser.sign_in(email, password), "SessionFacts");
    holds(browser.ask("GET", "/v1/accounts/me"), "Account");
    holds(browser.ask("GET", "/v1/sessions"), "Sessions");
    holds(
        browser.ask(
            "POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
        ),
        "NewApiToken"
    );
    holds(browser.ask("GET", "/v1/api-tokens"), "ApiTokens");
    holds(browser.ask("POST", "/v1/accounts/me/second-factor", "{}"), "SecondFactor");
    const auto stored = browser.ask("POST", "/v1/candidates", api_test::candidate_document());
    holds(
        browser.ask(
            "PUT",
            "/v1/accounts/me/mail",
            R"({"matches": {"wording": "mail_matches_1"}, "rounds": {"wording": "mail_rounds_1", )"
            R"("candidate": ")" +
                std::string{json::parse(stored.body).at("id").as_string()} + "\"}}"
        ),
        "MailAgreed"
    );
    const std::string account =
        "/v1/operator/accounts/" +
        std::string{json::parse(browser.ask("GET", "/v1/accounts/me").body).at("id").as_string()};
    stand().ask_as("operator-1", "POST", account + "/enable", R"({"reason": "to be seen"})");
    holds(stand().ask_as("operator-1", "GET", account + "/decisions"), "AccountDecisions");
    browser.set_up_second_factor();
    holds(browser.ask("POST", "/v1/accounts/me/recovery-codes", "{}"), "RecoveryCodes");
    holds(stand().ask_as("operator-1", "POST", "/v1/firms", R"({"name": "x"})"), "Id");
    holds(stand().ask_as("candidate-1", "GET", "/v1/firms?q=X"), "Firms");
    const auto as_operator = [&](const char* method, const char* path, const std::string& body) {
        return stand().ask_as("operator-1", method, path, body);
    };
    holds(
        as_operator("POST", "/v1/operator/accounts/find", R"({"email": ")" + email + "\"}"),
        "FoundAccount"
    );
    holds(as_operator("GET", "/v1/operator/verdicts", ""), "VerdictCounts");
    holds(as_operator("GET", "/v1/operator/health", ""), "OperatorHealth");
    holds(
        as_operator(
            "PUT",
            "/v1/operator/sources/quarry",
            R"({"url": "https://quarry.example/jobs", "schedule": {"daily_at": "04:30"}, )"
            R"("complete": true, "employer": "Granite Quarry", "robots": "respect", )"
            R"("crawl_delay_seconds": 2, "user_agent": "jobscout", )"
            R"("limits": {"bytes": 9, "seconds": 9, "redirects": 1, "pages": 2}})"
        ),
        "AddedSource"
    );
    holds(as_operator("GET", "/v1/operator/sources", ""), "Sources");
    const std::string proof =
        R"({"password": ")" + std::string{password} + R"(", "code": ")" + browser.code(1) + "\"}";
    holds(browser.ask("POST", "/v1/accounts/me/deletion", proof), "AccountDeletion");
    std::set<std::string> scopes;
    for (const std::string_view name : auth::scope_names()) {
        scopes.emplace(name);
    }
    std::set<std::string> described;
    for (const json::value& name :
         contract().at_pointer("/components/schemas/Scope/enum").as_array()) {
        described.emplace(name.as_string());
    }
    EXPECT_EQ(described, scopes);
}

TEST(Documents, are_those_of_the_program) {
    EXPECT_EQ(stand().ask("GET", "/v1/openapi.json").body, api::openapi());
    EXPECT_EQ(stand().ask("GET", "/v1/schemas/candidate.json").body, wire::candidate_schema());
}

TEST(Documents, say_whom_to_tell_of_a_weakness) {
    const auto answer = stand().ask("GET", "/.well-known/security.txt");
    EXPECT_EQ(answer.content_type, "text/plain; charset=utf-8");
    EXPECT_EQ(
        answer.body,
        "Contact: mailto:security@jobs.example\n"
        "Expires: 2027-05-15T00:00:00Z\n"
        "Preferred-Languages: en, fr\n"
        "Canonical: https://jobs.example/.well-known/security.txt\n"
    );
}

TEST(Rules, are_listed_with_their_status_on_the_day) {
    const auto status_of = [](const std::string& id, const std::string& day) {
        const auto answer = json::parse(stand().ask("GET", "/v1/rules?as_of=" + day).body);
        for (const auto& rules : answer.at("rules").as_array()) {
            if (rules.at("rules").as_string() == id) {
                return std::string{rules.at("status").as_string()};
            }
        }
        return std::string{"absent"};
    };
    EXPECT_EQ(status_of("2022-11-16", "2023-01-01"), "in_force");
    EXPECT_EQ(status_of("2022-11-16", "2026-01-01"), "historic");
    EXPECT_EQ(status_of("2026-11-03", "2026-01-01"), "proposed");
    EXPECT_EQ(status_of("2026-11-03", "2026-12-01"), "reported");
}

TEST(Rules, are_shown_with_their_document_and_grid) {
    const auto answer =
        json::parse(stand().ask("GET", "/v1/rules/2025-03-25?as_of=2026-12-01&lang=fr").body);
    EXPECT_EQ(answer.at("status"), "historic");
    EXPECT_EQ(answer.at_pointer("/document/additional/job_offer"), "none");
    EXPECT_EQ(answer.at_pointer("/document/source"), answer.at("source"));
    EXPECT_EQ(answer.at_pointer("/grid/core/second_language_max/with_spouse"), 22);
    EXPECT_EQ(stand().ask("GET", "/v1/rules/2025-03-26").status, 404U);
    EXPECT_EQ(stand().ask("GET", "/v1/rules/common").status, 404U);
}

TEST(Rules, are_compared) {
    const auto answer = stand().ask("GET", "/v1/rules/diff?from=2017-06-06&to=2020-10-20");
    EXPECT_THAT(
        answer.body,
        testing::HasSubstr(R"({"path":"additional.french.french_only","from":15,"to":25})")
    );
    EXPECT_EQ(stand().ask("GET", "/v1/rules/diff?from=2017-06-06").status, 400U);
    EXPECT_THAT(
        stand().ask("GET", "/v1/rules/diff?from=2017-06-06&to=1999-01-01").body,
        testing::HasSubstr("there is no rule set '1999-01-01'")
    );
}

TEST(Readiness, says_what_is_missing) {
    EXPECT_EQ(stand().ask("GET", "/healthz").status, 200U);
    EXPECT_EQ(stand().ask("GET", "/readyz").status, 200U);

    const api_test::Stand without_index;
    std::filesystem::remove_all(without_index.index_folder());
    const auto response = without_index.ask("GET", "/readyz");
    EXPECT_EQ(response.status, 503U);
    EXPECT_THAT(response.body, testing::HasSubstr("the search index"));
    EXPECT_EQ(without_index.ask("GET", "/healthz").status, 200U);
}

}  // namespace
