// The questions about Express Entry over HTTP: the same answers as on the command line.

#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

namespace json = boost::json;
using api_test::candidate_document;
using api_test::stand;
using testing::HasSubstr;

json::value ask(const std::string& target, const std::string& body) {
    const auto response = stand().ask("POST", target, body);
    EXPECT_EQ(response.status, 200U) << target << ' ' << response.body;
    return json::parse(response.body);
}

std::string with(const std::string& member) {
    return R"({"candidate": )" + candidate_document() + ", " + member + "}";
}

TEST(Engine, judges_programs_in_the_language_asked_for) {
    const auto answer = ask("/v1/programs?as_of=2026-06-15&lang=fr", candidate_document());
    EXPECT_EQ(answer.at("programs").as_array().size(), 3U);
    EXPECT_EQ(answer.at_pointer("/programs/0/name"), "Catégorie de l’expérience canadienne");
    EXPECT_EQ(answer.at_pointer("/category_rules/id"), "2026");
}

TEST(Engine, judges_the_offer_beside_the_candidate_or_in_the_document) {
    const std::string offer =
        R"("offer": {"noc": "00012", "province": "ON", "hours_per_week": 40, "in_writing": true,
            "paid": true, "continuous": true, "seasonal": false, "permanent": true,
            "employer_ineligible": false, "lmia": true})";
    const auto answer = ask("/v1/offers/lift?as_of=2024-06-15", with(offer));
    EXPECT_EQ(answer.at_pointer("/offer/qualifies"), "pass");
    EXPECT_EQ(answer.at_pointer("/lift/0/points"), 200);

    std::string document = candidate_document();
    document.insert(document.rfind('}'), ", " + offer);
    const auto own = ask("/v1/offers/lift?as_of=2024-06-15", R"({"candidate": )" + document + "}");
    EXPECT_EQ(own.at("lift"), answer.at("lift"));

    const auto missing =
        stand().ask("POST", "/v1/offers/lift", R"({"candidate": )" + candidate_document() + "}");
    EXPECT_EQ(missing.status, 422U);
    EXPECT_THAT(missing.body, HasSubstr("offer"));
}

TEST(Engine, lists_rounds_and_stands_among_them) {
    const auto response = stand().ask("GET", "/v1/rounds");
    ASSERT_EQ(response.status, 200U);
    const auto rounds = json::parse(response.body).at("rounds").as_array();
    ASSERT_GE(rounds.size(), 435U);
    EXPECT_EQ(rounds.front().at("number"), "1");
    EXPECT_EQ(rounds.front().at("cutoff_crs"), 886);
    EXPECT_EQ(rounds.front().at("type_name"), "All programs");

    const auto answer = ask("/v1/rounds?as_of=2026-08-10&months=2", candidate_document());
    EXPECT_EQ(answer.at("months"), 2);
    EXPECT_EQ(answer.at("latest_round"), "2026-08-07");
    EXPECT_FALSE(answer.at_pointer("/scores/0/standings").as_array().empty());
}

TEST(Engine, projects_a_plan_and_advises) {
    const auto projection =
        ask("/v1/projections?as_of=2026-06-15&months=6",
            with(R"("plan": {"nominated_on": "2026-08-01"})"));
    EXPECT_EQ(projection.at("months").as_array().size(), 7U);
    EXPECT_EQ(projection.at_pointer("/months/2/events/0/reason/code"), "nomination_received");
    const auto advice = ask("/v1/advice?as_of=2026-06-15", candidate_document());
    EXPECT_EQ(advice.at_pointer("/advice/0/reason/code"), "get_nomination");
    EXPECT_EQ(advice.at("scores").as_array().size(), advice.at("rules").as_array().size());
}

TEST(Engine, refuses_with_the_path_of_what_it_refuses) {
    const auto refused = [](const std::string& target, const std::string& body) {
        const auto response = stand().ask("POST", target, body);
        return std::to_string(response.status) + " " + response.body;
    };
    EXPECT_THAT(refused("/v1/programs", "{}"), testing::StartsWith("422"));
    EXPECT_THAT(
        refused("/v1/projections", with(R"("plan": {"job": {"noc": "21231"}})")),
        testing::AllOf(testing::StartsWith("422"), HasSubstr("plan"), HasSubstr("start"))
    );
    EXPECT_THAT(
        refused("/v1/projections", R"({"candidate": {"schema": "jobscout/candidate/1"}})"),
        testing::AllOf(testing::StartsWith("422"), HasSubstr("candidate"), HasSubstr("birth_date"))
    );
    EXPECT_THAT(
        refused("/v1/offers/lift", with(R"("offer": {"noc": "21231", "pay": 1})")),
        testing::AllOf(testing::StartsWith("422"), HasSubstr("pay"))
    );
    EXPECT_THAT(
        refused("/v1/projections?months=121", with(R"("plan": null)")), testing::StartsWith("400")
    );
    EXPECT_THAT(refused("/v1/rounds?months=0", candidate_document()), testing::StartsWith("400"));
    EXPECT_THAT(
        refused("/v1/advice?rules=1999-01-01", candidate_document()), testing::StartsWith("400")
    );
}

}  // namespace
