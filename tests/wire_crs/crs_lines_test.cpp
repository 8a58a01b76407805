#include "services/wire/crs_lines.hpp"

#include <gtest/gtest.h>

namespace {

std::string answer(const std::string_view line, const std::size_t number = 1) {
    static const rules::RuleBook book = rules::built_in().value();
    return std::string{wire::CrsLines{book}.answer(line, number)};
}

TEST(CrsLines, answer_with_every_factor) {
    EXPECT_EQ(
        answer(R"({"id":"a \"quoted\" id","ruleset":"2022-11-16","input":{"age":29,)"
               R"("marital":"single","education":"bachelors_or_three_year","first_language":)"
               R"({"language":"en","clb":{"listening":9,"reading":9,"writing":9,"speaking":9}},)"
               R"("foreign_work_years":2,)"
               R"("job_offer":{"noc":"21231","teer":1,"qualifying":true}}})"),
        R"({"id":"a \"quoted\" id","ruleset":"2022-11-16","total":454,"core":354,"spouse":0,)"
        R"("transferability":50,"additional":50,"factors":{"core.age":110,"core.education":120,)"
        R"("core.first_language":124,"core.second_language":0,"core.canadian_work":0,)"
        R"("core.subtotal":354,"spouse.education":0,"spouse.language":0,"spouse.canadian_work":0,)"
        R"("spouse.subtotal":0,"transferability.education_language":25,)"
        R"("transferability.education_canadian_work":0,"transferability.education_group":25,)"
        R"("transferability.foreign_language":25,"transferability.foreign_canadian_work":0,)"
        R"("transferability.foreign_group":25,"transferability.certificate_group":0,)"
        R"("transferability.subtotal":50,"additional.provincial_nomination":0,)"
        R"("additional.job_offer":50,"additional.french":0,"additional.canadian_study":0,)"
        R"("additional.sibling":0,"additional.uncapped":50,"additional.subtotal":50}})"
    );
}

TEST(CrsLines, say_what_is_unknown) {
    const std::string line =
        answer(R"({"id":7,"ruleset":"2026-11-03","input":{"age":45,"marital":"single",)"
               R"("education":"secondary","canadian_work_years":1}})");
    EXPECT_EQ(
        line.substr(0, line.find(R"("factors")")),
        R"({"id":7,"ruleset":"2026-11-03","total":null,"core":null,"spouse":0,)"
        R"("transferability":0,"additional":0,)"
    );
    EXPECT_TRUE(line.ends_with(R"(,"unknown":["core.canadian_work"]})")) << line;
}

TEST(CrsLines, answer_a_bad_line_with_its_error) {
    struct Case {
        std::string_view line;
        std::string_view answer;
    };
    for (const Case& one : {
             Case{
                 R"({"id":1,"ruleset":"2022-11-16","input":{"age":30}})",
                 R"({"id":1,"error":{"field":"input.marital","message":"missing"}})"},
             Case{
                 R"({"id":1,"ruleset":"2022-11-16","input":null})",
                 R"({"id":1,"error":{"field":"input","message":"null is not an object"}})"},
             Case{
                 R"({"id":1,"ruleset":"2022-11-16"})",
                 R"({"id":1,"error":{"field":"input","message":"missing"}})"},
             Case{
                 R"({"ruleset":"2021-01-01","input":{}})",
                 R"({"id":null,"error":{"field":"ruleset","message":"there is no rule set '2021-01-01'"}})"},
             Case{
                 R"({"id":[],"input":{}})",
                 R"({"id":null,"error":{"field":"ruleset","message":"missing"}})"},
             Case{
                 R"({"id":1,"rules":"2022-11-16","input":{}})",
                 R"({"id":1,"error":{"field":"rules","message":"unknown member"}})"},
             Case{"[]", R"({"id":null,"line":5,"error":{"field":"","message":"not an object"}})"},
         }) {
        EXPECT_EQ(answer(one.line, 5), one.answer);
    }
    EXPECT_TRUE(answer("{\"id\":1", 5).starts_with(R"({"id":null,"line":5,"error":{"field":"",)"));
}

}  // namespace
