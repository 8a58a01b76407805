// One fictional person from the first day to the last: what everybody saw of them before, with
// consent, after it was taken back, and after they went.

#include "tests/api/people.hpp"
#include "tests/support/table_dump.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::json_of;
using api_test::Person;
using api_test::Stand;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// What each role sees of the person, by status.
struct SeenOfPerson {
    unsigned self = 0;
    unsigned advisor = 0;        ///< Of the firm that may read.
    unsigned matches = 0;        ///< To the same.
    unsigned other_advisor = 0;  ///< Of the firm whose consent was taken back.
    unsigned contact = 0;        ///< To the employer who asked.
    unsigned other_employer = 0;
    unsigned reviewer = 0;
    unsigned operator_ = 0;
    bool shown = false;  ///< To that employer, without who they are.
    bool operator==(const SeenOfPerson&) const = default;
};

SeenOfPerson look(const Stand& room, const Person& person) {
    const auto status = [&](const std::string& who, const std::string& target) {
        return room.ask_as(who, "GET", target).status;
    };
    const std::string contact = "/candidates/" + person.alias + "/contact";
    const auto listed = room.ask_as("employer-1", "GET", person.posting + "/candidates");
    for (const std::string_view value : api_test::distinctive) {
        EXPECT_THAT(listed.body, Not(HasSubstr(std::string{value})));
    }
    return {
        .self = status("candidate-1", person.path),
        .advisor = status("advisor-1", person.path),
        .matches = status("advisor-3", person.path + "/matches"),
        .other_advisor = status("advisor-2", person.path),
        .contact = status("employer-1", person.posting + contact),
        .other_employer = status("employer-2", person.posting + contact),
        .reviewer = status("reviewer-1", person.path),
        .operator_ = status("operator-1", person.path),
        .shown = !json_of(listed).at("candidates").as_array().empty()};
}

/// Newest first: who, and what.
std::vector<std::string> views(const Stand& room, const Person& person) {
    const auto page = json_of(room.ask_as("candidate-1", "GET", person.path + "/views?limit=100"));
    std::vector<std::string> lines;
    for (const auto& one : page.at("items").as_array()) {
        lines.push_back(
            std::string{one.at("viewer").as_string()} + " " +
            std::string{one.at("what").as_string()}
        );
    }
    return lines;
}

TEST(Story, of_a_person_from_the_first_day_to_the_last) {
    const Stand room;
    Person person{
        .owner = "candidate-1",
        .path = api_test::header(
            room.ask_as("candidate-1", "POST", "/v1/candidates", api_test::person()), "Location"
        ),
        .posting = "/v1/postings/" + room.posting_id("engineer"),
        .alias = "00000000-0000-4000-8000-000000000000"};
    const SeenOfPerson nobody{
        .self = 200,
        .advisor = 404,
        .matches = 404,
        .other_advisor = 404,
        .contact = 404,
        .other_employer = 404,
        .reviewer = 403,
        .operator_ = 403,
        .shown = false};
    EXPECT_EQ(look(room, person), nobody) << "before";
    EXPECT_THAT(views(room, person), ElementsAre());
    room.ask_as("candidate-1", "DELETE", person.path);

    // Consent to one firm and to being shown; the second firm's was taken back; no answer yet.
    person = api_test::settle(room, "candidate-1");
    SeenOfPerson consented = nobody;
    consented.advisor = 200;
    consented.matches = 200;
    consented.shown = true;
    EXPECT_EQ(look(room, person), consented) << "with consent";
    EXPECT_THAT(
        views(room, person),
        ElementsAre(
            "advisor matches",
            "advisor document",
            "employer shown",
            "employer shown",
            "employer shown",
            "employer shown"
        )
    );

    // A yes to the one employer.
    api_test::answer(room, person, true);
    SeenOfPerson agreed = consented;
    agreed.contact = 200;
    EXPECT_EQ(look(room, person), agreed) << "with a yes";
    const auto contact = json_of(room.ask_as(
        "employer-1", "GET", person.posting + "/candidates/" + person.alias + "/contact"
    ));
    EXPECT_EQ(contact.at("name"), "Zelda Quuxworth");
    EXPECT_EQ(contact.at("email"), "zelda.quuxworth@mail.example");
    EXPECT_EQ(contact.at("phone"), "+1 902 555 0173");
    EXPECT_EQ(contact.as_object().size(), 4U);
    EXPECT_EQ(views(room, person).front(), "employer contact");

    // Correction, by themselves; an advisor who may read may not.
    const std::string corrected = api_test::candidate_document("corrected");
    EXPECT_EQ(room.ask_as("advisor-1", "PUT", person.path, corrected).status, 404U);
    EXPECT_EQ(room.ask_as("candidate-1", "PUT", person.path, api_test::person()).status, 200U);
    const std::string firm = person.path + "/firms/" + std::string{api_test::first_firm};
    const std::string may_replace = R"({"wording": "firm_1", "may_replace": true})";
    EXPECT_EQ(room.ask_as("candidate-1", "PUT", firm, may_replace).status, 200U);
    EXPECT_EQ(room.ask_as("advisor-1", "PUT", person.path, api_test::person()).status, 200U);
    EXPECT_EQ(views(room, person).front(), "advisor replaced");

    // All of it taken back.
    EXPECT_EQ(room.ask_as("candidate-1", "DELETE", firm).status, 204U);
    EXPECT_EQ(room.ask_as("candidate-1", "DELETE", person.path + "/consent").status, 204U);
    const auto before = views(room, person);
    EXPECT_EQ(look(room, person), nobody) << "after it was taken back";
    EXPECT_EQ(views(room, person), before) << "nobody has seen anything since";

    // Gone.
    const auto gone = room.ask_as("candidate-1", "DELETE", person.path + "?lang=fr");
    EXPECT_EQ(gone.status, 200U);
    EXPECT_EQ(json_of(gone).at("deleted").at("views"), before.size());
    EXPECT_EQ(json_of(gone).at("deleted").at("saved_searches"), 1);
    EXPECT_THAT(gone.body, HasSubstr("empreinte"));
    SeenOfPerson deleted = nobody;
    deleted.self = 404;
    EXPECT_EQ(look(room, person), deleted) << "after deletion";
    for (const auto& [table, rows] : support::table_dump(room.database().conninfo())) {
        for (const std::string_view value : api_test::distinctive) {
            EXPECT_THAT(rows, Not(HasSubstr(std::string{value}))) << table;
        }
        for (const std::string& trace : {person.id, person.alias, std::string{"candidate-1"}}) {
            EXPECT_THAT(rows, Not(HasSubstr(trace))) << table;
        }
    }
}

}  // namespace
