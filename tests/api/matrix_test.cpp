// Every route, asked by everybody: what comes back is what the table of permissions says. And once
// more with a program that permits everything: what PostgreSQL keeps to itself even then.

#include "tests/api/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <regex>

namespace {

using api_test::json;
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
    Asker{"employer-2", Role::employer, Whose::nobody},
    Asker{"reviewer-1", Role::reviewer, Whose::nobody},
    Asker{"operator-1", Role::op, Whose::nobody},
};

std::string last_segment(const std::string& path) { return path.substr(path.rfind('/') + 1); }

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
             {R"(\{token:token\})", std::string(64, '0')}}) {
        target = std::regex_replace(target, std::regex{parameter}, value);
    }
    return target;
}

std::string body_of(const api::Permission& route) {
    const std::string pattern{route.pattern};
    if (route.method == "GET" || route.method == "DELETE") {
        return "";
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
    if (pattern.ends_with("/agreement") || pattern.ends_with("/feed")) {
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
    return asker.id.empty() ? room.ask(method, target, body_of(route))
                            : room.ask_as(asker.id, method, target, body_of(route));
}

bool owns(const Asker& asker, const api::Permission& route, const Person& person) {
    return asker.id == person.owner || route.pattern.find("/{id:uuid}") == std::string_view::npos;
}

bool is_permitted(const Asker& asker, const api::Permission& route, const Person& person) {
    const Whose granted = auth::granted(route.action, asker.role);
    return meet(granted, Whose::anyone) || meet(granted, asker.standing) ||
           (meet(granted, Whose::own) && owns(asker, route, person));
}

unsigned status_of_success(const api::Permission& route) {
    const std::string_view pattern = route.pattern;
    if (route.method == "DELETE") {
        return pattern == "/v1/candidates/{id:uuid}" ? 200 : 204;
    }
    const bool created =
        route.method == "POST" && !pattern.starts_with("/v1/postings") &&
        (pattern.starts_with("/v1/candidates") || pattern.starts_with("/v1/saved-searches"));
    return created ? 201 : 200;
}

void remove(const Stand& room, const Person& person) {
    room.ask_as(person.owner, "DELETE", person.path);
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

/// Fresh people where somebody has changed theirs.
TEST_P(Matrix, is_that_of_the_table) {
    const Stand room;
    Person person = api_test::settle(room, std::string{GetParam()});
    api_test::answer(room, person, true);
    for (const Asker& asker : askers) {
        for (const api::Permission& route : api::permissions()) {
            check(room, asker, route, person);
            const bool personal = !meet(auth::granted(route.action, asker.role), Whose::anyone);
            if (route.method != "GET" && personal && is_permitted(asker, route, person)) {
                remove(room, person);
                person = api_test::settle(room, std::string{GetParam()});
                api_test::answer(room, person, true);
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

bool always(const auth::Principal&, const Action, const auth::Resource&) { return true; }

/// What the owner sees of their own.
std::vector<std::string> state_of(const Stand& room, const Person& person) {
    std::vector<std::string> all;
    for (const std::string& path :
         {person.path,
          person.path + "/consent",
          person.path + "/firms",
          person.path + "/agreements",
          person.search}) {
        all.push_back(room.ask_as(person.owner, "GET", path).body);
    }
    return all;
}

/// Without any check of the program, whoever may not see a person sees nothing of them, and changes
/// nothing. Nobody here was told who they are.
TEST(WithoutChecks, nothing_of_a_person_comes_out) {
    const Stand room{always};
    const Person person = api_test::settle(room, "candidate-1");
    const auto before = state_of(room, person);
    std::size_t tried = 0;
    for (const Asker& asker : askers) {
        for (const api::Permission& route : api::permissions()) {
            const bool told =
                asker.standing == Whose::read_consented &&
                (route.action == Action::read_candidate || route.action == Action::list_clients);
            const bool shown =
                meet(asker.standing, Whose::own_posting) && route.action == Action::see_candidates;
            if (asker.id == person.owner || told || shown) {
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
            if (route.pattern.ends_with("/candidates")) {
                EXPECT_THAT(body, testing::Not(testing::HasSubstr(person.alias)));
            }
        }
        EXPECT_EQ(state_of(room, person), before) << asker.id;
    }
    EXPECT_GT(tried, 400U);
}

/// That the test above would see a leak: the same program over tables without row-level security.
TEST(WithoutChecks, everything_comes_out_where_the_database_holds_nothing) {
    const Stand room{always};
    const Person person = api_test::settle(room, "candidate-1");
    pqxx::connection connection{room.database().conninfo()};
    pqxx::nontransaction{connection}.exec("ALTER TABLE candidate DISABLE ROW LEVEL SECURITY");
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
