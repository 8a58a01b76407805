// Every route, asked by everybody: what comes back is what the table of permissions says. And once
// more with a program that permits everything: what PostgreSQL keeps to itself even then.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <algorithm>
#include <regex>

namespace {

using api_test::always;
using api_test::json_of;
using api_test::last_segment;
using api_test::Person;
using api_test::Stand;
using auth::Action;
using auth::Role;
using auth::Whose;

/// Who asks about a person whom api_test::settle() has settled: the first firm may read, the second
/// one might, and employer-1 was told who they are.
struct Asker {
    std::string_view id;  ///< Empty: nobody.
    Role role;
    Whose standing;  ///< Beside owning.
};
constexpr std::array askers{
    Asker{"", Role::anonymous, Whose::nobody},
    Asker{"candidate-1", Role::candidate, Whose::nobody},
    Asker{"candidate-2", Role::candidate, Whose::nobody},
    Asker{"advisor-1", Role::advisor, Whose::read_consented},
    Asker{"advisor-2", Role::advisor, Whose::nobody},  // Withdrawn.
    Asker{"advisor-3", Role::advisor, Whose::read_consented},
    Asker{"advisor-4", Role::advisor, Whose::nobody},  // Never given.
    Asker{"employer-1", Role::employer, Whose::own_posting | Whose::agreed},
    Asker{"employer-2", Role::employer, Whose::nobody},  // Of another posting.
    Asker{"employer-3", Role::employer, Whose::nobody},  // The claim waits.
    Asker{"employer-4", Role::employer, Whose::nobody},  // It was refused.
    Asker{"reviewer-1", Role::reviewer, Whose::nobody},
    Asker{"operator-1", Role::op, Whose::nobody},
};

/// Whether they have a claim to the person's posting that they could withdraw.
bool has_open_claim(const Asker& asker) {
    return asker.id == "employer-1" || asker.id == "employer-3";
}

/// The address of the route for what is the person's.
std::string target_of(const api::Permission& route, const Person& person) {
    std::string target{route.pattern};
    const bool search = target.starts_with("/v1/saved-searches");
    for (const auto& [parameter, value] : std::vector<std::pair<std::string, std::string>>{
             {R"(\{id:uuid\})", search ? last_segment(person.search) : person.id},
             {R"(\{id:integer\})", last_segment(person.posting)},
             {R"(\{id:day\})", "2022-11-16"},
             {R"(\{alias:uuid\})", person.alias},
             {R"(\{firm:uuid\})", std::string{api_test::first_firm}},
             {R"(\{request:integer\})", person.request},
             {R"(\{interest:integer\})", person.interest},
             {R"(\{claim:integer\})", person.claim},
             {R"(\{invitation:integer\})", person.invitation},
             {R"(\{application:uuid\})", last_segment(person.application)},
             {R"(\{candidate:uuid\})", person.id},
             {R"(\{package:uuid\})", last_segment(person.package)},
             {R"(\{batch:uuid\})", person.batch},
             {R"(\{file:file\})", "resume.txt"},
             {R"(\{name:name\})", "quarry"},
             {R"(\{token:token\})", std::string(64, '0')}}) {
        target = std::regex_replace(target, std::regex{parameter}, value);
    }
    if (route.pattern.ends_with("/comparison")) {
        target += "?with=" + last_segment(person.package);
    }
    return target;
}

/// That of a route about what is sent for an application; empty for others.
std::string body_of_sent(const std::string& pattern, const Person& person) {
    if (pattern == "/v1/packages/bulk") {
        return R"({"pairs": [{"candidate": ")" + person.id + R"(", "posting_id": ")" +
               last_segment(person.posting) + R"("}]})";
    }
    if (pattern.ends_with("/letter")) {
        return R"({"closing": ""})";
    }
    if (pattern.ends_with("/offer")) {
        return R"({"received_on": "2026-11-16", "offer": {"noc": "21231"}})";
    }
    return pattern.ends_with("/packages") ? "{}" : "";
}

/// That of a route about what is kept with a person from day to day; empty for others.
std::string body_of_records(const std::string& pattern, const Person& person) {
    const std::string posting = last_segment(person.posting);
    if (pattern == "/v1/applications") {
        return R"({"candidate": ")" + person.id + R"(", "posting_id": ")" + posting + R"("})";
    }
    if (pattern == "/v1/applications/{application:uuid}") {
        return R"({"state": "in_review"})";
    }
    if (pattern.ends_with("/read")) {
        return R"({"up_to": "9"})";
    }
    if (pattern.ends_with("/comments") || pattern.starts_with("/v1/messages")) {
        return R"({"words": "x"})";
    }
    if (pattern.starts_with("/v1/invitations")) {
        return R"({"accepted": false})";
    }
    return "";
}

std::string body_of(const api::Permission& route, const Person& person) {
    const std::string pattern{route.pattern};
    if (route.method == "GET" || route.method == "DELETE") {
        return "";
    }
    if (std::string body = body_of_records(pattern, person); !body.empty()) {
        return body;
    }
    if (std::string body = body_of_sent(pattern, person); !body.empty()) {
        return body;
    }
    if (pattern.ends_with("/consent")) {
        return R"({"wording": "employers_1"})";
    }
    if (pattern.find("/firms/") != std::string::npos) {
        return R"({"wording": "firm_1"})";
    }
    if (pattern.find("/agreements/") != std::string::npos) {
        return R"({"agreed": false})";
    }
    if (pattern.ends_with("/interest")) {
        return R"({"interested": true, "reason": "language"})";
    }
    if (pattern.ends_with("{claim:integer}/decisions")) {
        return R"({"decision": "accept", "note": "x"})";
    }
    if (pattern.ends_with("/answer")) {
        return R"({"answer": "x"})";
    }
    if (pattern.ends_with("/agreement") || pattern.ends_with("/invitation") ||
        pattern.ends_with("/feed") || pattern.ends_with("/claim") || pattern.ends_with("/review")) {
        return "{}";
    }
    if (pattern.starts_with("/v1/saved-searches")) {
        return R"({"name": "n", "query": {"q": "welder"}})";
    }
    return api_test::candidate_document();
}

http::Response ask(
    const Stand& room, const Asker& asker, const api::Permission& route, const Person& person
) {
    const std::string method{route.method};
    const std::string target = target_of(route, person);
    const std::string body = body_of(route, person);
    return asker.id.empty() ? room.ask(method, target, body)
                            : room.ask_as(asker.id, method, target, body);
}

/// Whether the route is about what belongs to a person, and not about one's own list.
bool is_of_person(const api::Permission& route) {
    const bool names_one = std::ranges::any_of(
        std::array{
            "/{id:uuid}",
            "{application:uuid}",
            "{candidate:uuid}",
            "{package:uuid}",
            "{batch:uuid}",
            "/packages/bulk",
            "{invitation:integer}"},
        [&](const char* const part) { return route.pattern.find(part) != std::string_view::npos; }
    );
    return names_one || (route.method == "POST" && route.pattern == "/v1/applications");
}

bool owns(const Asker& asker, const api::Permission& route, const Person& person) {
    return asker.id == person.owner || !is_of_person(route);
}

bool is_permitted(const Asker& asker, const api::Permission& route, const Person& person) {
    const Whose granted = auth::granted(route.action, asker.role);
    if (route.action == Action::claim_posting && route.method == "DELETE") {
        return meet(granted, Whose::own) && has_open_claim(asker);
    }
    return meet(granted, Whose::anyone) || meet(granted, asker.standing) ||
           (meet(granted, Whose::own) && owns(asker, route, person));
}

unsigned status_of_success(const api::Permission& route) {
    const std::string_view pattern = route.pattern;
    if (route.method == "DELETE") {
        return pattern == "/v1/candidates/{id:uuid}" ? 200 : 204;
    }
    if (pattern.ends_with("/read")) {
        return 204;
    }
    if (pattern.ends_with("/offer")) {
        return route.method == "PUT" ? 409 : 404;  // The application has not come to one.
    }
    if (route.method == "POST" &&
        (pattern.ends_with("/packages") || pattern.ends_with("/packages/bulk"))) {
        return 202;
    }
    if (pattern.ends_with("/comments") ||
        (route.method == "POST" && pattern.starts_with("/v1/messages"))) {
        return 201;
    }
    const bool created =
        route.method == "POST" && !pattern.starts_with("/v1/postings") &&
        (pattern.starts_with("/v1/candidates") || pattern.starts_with("/v1/saved-searches"));
    return created ? 201 : 200;
}

/// A fresh person with everything, where somebody has changed theirs.
Person settle_anew(const Stand& room, const std::string& owner) {
    room.reset_claims();
    Person person = api_test::settle(room, owner);
    api_test::answer(room, person, true);
    person.claim =
        api_test::ask_database(room, "SELECT id FROM posting_claim WHERE state = 'waiting'");
    return person;
}

void check(
    const Stand& room, const Asker& asker, const api::Permission& route, const Person& person
) {
    SCOPED_TRACE(
        testing::Message() << route.method << " " << route.pattern << " as " << asker.id
                           << " for one of " << person.owner
    );
    const auto response = ask(room, asker, route, person);
    const Whose granted = auth::granted(route.action, asker.role);
    if (granted == Whose::nobody) {
        EXPECT_EQ(response.status, asker.role == Role::anonymous ? 401U : 403U);
    } else if (granted == Whose::anyone) {
        EXPECT_NE(response.status, 401U);
        EXPECT_NE(response.status, 403U);
    } else if (is_permitted(asker, route, person)) {
        EXPECT_EQ(response.status, status_of_success(route)) << response.body;
    } else {
        EXPECT_EQ(response.status, 404U) << response.body;
    }
}

class Matrix : public testing::TestWithParam<std::string_view> {};

TEST_P(Matrix, is_that_of_the_table) {
    const Stand room;
    Person person = settle_anew(room, std::string{GetParam()});
    for (const Asker& asker : askers) {
        for (const api::Permission& route : api::permissions()) {
            check(room, asker, route, person);
            const bool personal = !meet(auth::granted(route.action, asker.role), Whose::anyone);
            if (route.method != "GET" && personal && is_permitted(asker, route, person)) {
                room.ask_as(person.owner, "DELETE", person.path);
                person = settle_anew(room, std::string{GetParam()});
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Owners,
    Matrix,
    testing::Values("candidate-1", "advisor-1"),
    [](const auto& one) { return std::string{one.param.substr(0, one.param.find('-'))}; }
);

/// What employer-1 reaches of the person: the list with or without them, and each of their routes.
std::vector<unsigned> reached(const Stand& room, const Person& person) {
    const std::string alias = person.posting + "/candidates/" + person.alias;
    const auto listed = room.ask_as("employer-1", "GET", person.posting + "/candidates");
    const bool shown = listed.body.find(person.alias) != std::string::npos;
    return {
        listed.status,
        shown ? 1U : 0U,
        room.ask_as("employer-1", "PUT", alias + "/interest", std::string{api_test::said}).status,
        room.ask_as("employer-1", "POST", alias + "/agreement", "{}").status,
        room.ask_as("employer-1", "GET", alias + "/contact").status};
}

/// The same employer with everything, and with what can be taken away from them.
TEST(Matrix, ends_for_an_employer_with_consent_claim_and_account) {
    using testing::ElementsAre;
    const Stand room;
    const Person person = settle_anew(room, "candidate-1");
    const auto whole = ElementsAre(200U, 1U, 200U, 200U, 200U);
    const auto none = ElementsAre(404U, 0U, 404U, 404U, 404U);
    EXPECT_THAT(reached(room, person), whole);
    for (const std::string state : {"revoked", "withdrawn", "ended"}) {
        api_test::ask_database(
            room,
            "UPDATE posting_claim SET state = '" + state +
                "', words = 'x' WHERE state = 'accepted' RETURNING id"
        );
        EXPECT_THAT(reached(room, person), none) << state;
        room.reset_claims();
        EXPECT_THAT(reached(room, person), whole) << state;
    }
    room.ask_as("candidate-1", "DELETE", person.path + "/consent");
    EXPECT_THAT(reached(room, person), ElementsAre(200U, 0U, 404U, 404U, 404U));
    api_test::ask_database(
        room, "UPDATE account SET disabled_at = now() WHERE email LIKE 'employer-1%' RETURNING id"
    );
    EXPECT_EQ(room.ask_as("employer-1", "GET", "/v1/employer/claims").status, 401U);
}

/// What the owner sees of their own.
std::vector<std::string> state_of(const Stand& room, const Person& person) {
    std::vector<std::string> all;
    for (const std::string& path :
         {person.path,
          person.path + "/consent",
          person.path + "/firms",
          person.path + "/agreements",
          person.path + "/interests",
          person.application,
          person.application + "/events",
          person.application + "/letter",
          person.application + "/packages",
          person.package,
          "/v1/messages/" + person.id + "/" + std::string{api_test::first_firm},
          std::string{"/v1/invitations"},
          person.search}) {
        all.push_back(room.ask_as(person.owner, "GET", path).body);
    }
    all.push_back(api_test::ask_database(
        room,
        "SELECT string_agg(posting_id || ' ' || account_id, ',' ORDER BY id) FROM posting_claim "
        "WHERE state = 'accepted'"
    ));
    return all;
}

/// What a client's firm is told, and may do.
bool is_of_clients(const Action action) {
    using enum Action;
    return action == read_candidate || action == list_clients || action == read_application ||
           action == change_application || action == read_package || action == change_package ||
           action == list_caseload || action == read_messages || action == write_message;
}

/// Without any check of the program, whoever may not see a person sees nothing of them, and changes
/// nothing. Nobody here was told who they are.
TEST(WithoutChecks, nothing_of_a_person_comes_out) {
    const Stand room{always};
    Person person = api_test::settle(room, "candidate-1");
    person.claim =
        api_test::ask_database(room, "SELECT id FROM posting_claim WHERE state = 'waiting'");
    room.ask_as(
        "candidate-1", "POST", person.path + "/interests/" + person.interest + "/review", "{}"
    );
    // Both number from one.
    const std::string asked =
        api_test::ask_database(room, "SELECT id FROM candidate_interest_review");
    ASSERT_EQ(asked, person.request);
    const auto before = state_of(room, person);
    std::size_t tried = 0;
    for (const Asker& asker : askers) {
        for (const api::Permission& route : api::permissions()) {
            const bool told =
                asker.standing == Whose::read_consented && is_of_clients(route.action);
            const bool shown =
                meet(asker.standing, Whose::own_posting) &&
                (route.action == Action::see_candidates || route.action == Action::say_interest ||
                 route.action == Action::invite_candidate);
            const bool asked_for =
                asker.role == Role::reviewer && route.action == Action::answer_requests;
            const bool own_claim =
                asker.id == "employer-1" && route.action == Action::claim_posting;
            if (asker.id == person.owner || told || shown || asked_for || own_claim) {
                continue;
            }
            SCOPED_TRACE(
                testing::Message() << route.method << " " << route.pattern << " as " << asker.id
            );
            ++tried;
            const std::string body = ask(room, asker, route, person).body;
            for (const std::string_view value : api_test::distinctive) {
                EXPECT_THAT(body, testing::Not(testing::HasSubstr(std::string{value})));
            }
            EXPECT_THAT(body, testing::Not(testing::HasSubstr("quibbling")));
            for (const std::string_view words : api_test::told_in_records) {
                EXPECT_THAT(body, testing::Not(testing::HasSubstr(std::string{words})));
            }
            if (route.pattern.ends_with("/candidates")) {
                EXPECT_THAT(body, testing::Not(testing::HasSubstr(person.alias)));
            }
        }
        EXPECT_EQ(state_of(room, person), before) << asker.id;
    }
    EXPECT_GT(tried, 500U);
}

/// That the test above would see a leak: the same program over tables without row-level security.
TEST(WithoutChecks, everything_comes_out_where_the_database_holds_nothing) {
    const Stand room{always};
    const Person person = api_test::settle(room, "candidate-1");
    pqxx::connection connection{room.database().conninfo()};
    room.ask_as(
        "candidate-1", "POST", person.path + "/interests/" + person.interest + "/review", "{}"
    );
    const std::string request =
        "/v1/reviews/interests/" +
        api_test::ask_database(room, "SELECT id FROM candidate_interest_review");
    for (const std::string who : {"candidate-2", "operator-1"}) {
        EXPECT_NE(room.ask_as(who, "GET", request).status, 200U) << who;
    }
    const std::string thread =
        "/v1/messages/" + person.id + "/" + std::string{api_test::first_firm};
    const std::string events = person.application + "/events";
    const std::string letter = person.application + "/letter";
    const std::string file = person.package + "/files/resume.txt";
    for (const std::string& path : {thread, events, person.application, letter, file}) {
        EXPECT_NE(room.ask_as("candidate-2", "GET", path).status, 200U) << path;
    }
    for (const std::string table :
         {"candidate",
          "candidate_interest",
          "candidate_interest_review",
          "candidate_access",
          "application",
          "application_event",
          "application_letter",
          "application_package",
          "application_package_file",
          "message"}) {
        pqxx::nontransaction{connection}.exec(
            "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY"
        );
    }
    for (const std::string who : {"candidate-2", "operator-1"}) {
        EXPECT_THAT(room.ask_as(who, "GET", request).body, testing::HasSubstr("quibbling")) << who;
    }
    EXPECT_THAT(room.ask_as("candidate-2", "GET", thread).body, testing::HasSubstr("quincunx"));
    EXPECT_THAT(room.ask_as("candidate-2", "GET", events).body, testing::HasSubstr("zymurgy"));
    EXPECT_THAT(room.ask_as("candidate-2", "GET", events).body, testing::HasSubstr("xylography"));
    EXPECT_THAT(room.ask_as("candidate-2", "GET", letter).body, testing::HasSubstr("syzygy"));
    EXPECT_THAT(room.ask_as("candidate-2", "GET", file).body, testing::HasSubstr("borborygmus"));
    for (const std::string who : {"candidate-2", "advisor-2", "employer-2", "operator-1"}) {
        EXPECT_THAT(
            room.ask_as(who, "GET", person.path).body, testing::HasSubstr("Zelda Quuxworth")
        ) << who;
    }
}

/// The checks are there unless a test takes them away.
TEST(WithoutChecks, is_what_only_this_program_can_be) {
    const Stand room;
    const std::string path = room.store_candidate("candidate-2");
    EXPECT_EQ(room.ask_as("operator-1", "GET", path).status, 403U);
}

}  // namespace
