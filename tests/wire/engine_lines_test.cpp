#include "services/wire/engine_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;
using testing::StartsWith;
using wire::clb_line;
using wire::programs_line;

TEST(ClbLine, gives_the_level_of_a_score_on_its_test) {
    EXPECT_EQ(
        clb_line(R"({"id":"a","test":"ielts","ability":"reading","score":6.5})", 1),
        R"({"id":"a","level":8})"
    );
    EXPECT_EQ(
        clb_line(R"({"id":7,"test":"celpip","ability":"speaking","score":12})", 1),
        R"({"id":7,"level":12})"
    );
    EXPECT_EQ(
        clb_line(R"({"id":7,"test":"pte_core","ability":"writing","score":40})", 1),
        R"({"id":7,"level":0})"
    );
    EXPECT_EQ(
        clb_line(R"({"id":7,"test":"tcf","ability":"listening","score":549})", 1),
        R"({"id":7,"level":10})"
    );
}

TEST(ClbLine, takes_the_scale_that_express_entry_asks_for_and_the_other_by_name_and_day) {
    EXPECT_EQ(
        clb_line(R"({"id":1,"test":"tef","ability":"listening","score":298})", 1),
        R"({"id":1,"level":9})"
    );
    EXPECT_EQ(
        clb_line(R"({"id":1,"test":"tef_699","ability":"listening","score":503})", 1),
        R"({"id":1,"level":9})"
    );
    EXPECT_EQ(
        clb_line(
            R"({"id":1,"test":"tef_699","ability":"listening","score":503,"date":"2023-12-10"})", 1
        ),
        R"({"id":1,"level":8})"
    );
    EXPECT_EQ(
        clb_line(
            R"({"id":1,"test":"tef_699","ability":"listening","score":503,"date":"2023-12-11"})", 1
        ),
        R"({"id":1,"level":9})"
    );
}

TEST(ClbLine, refuses_by_field_and_keeps_the_id) {
    EXPECT_EQ(
        clb_line(R"({"id":"x","test":"ielts","ability":"reading","score":10})", 1),
        R"({"id":"x","error":{"field":"score","message":)"
        R"("10 is not a reading score of this test: 0 to 9 in steps of 0.5"}})"
    );
    EXPECT_THAT(
        clb_line(R"({"id":"x","test":"ielts","ability":"listening","score":6.3})", 1),
        HasSubstr(R"("field":"score")")
    );
    EXPECT_THAT(
        clb_line(R"({"id":"x","test":"toefl","ability":"listening","score":6})", 1),
        HasSubstr(R"("field":"test")")
    );
    EXPECT_THAT(
        clb_line(R"({"id":"x","test":"ielts","score":6})", 1),
        StartsWith(R"({"id":"x","error":{"field":"ability","message":"missing")")
    );
    EXPECT_THAT(
        clb_line(R"({"id":"x","test":"ielts","ability":"reading","score":6,"more":1})", 1),
        HasSubstr(R"("field":"more")")
    );
    EXPECT_THAT(clb_line("nonsense", 41), StartsWith(R"({"id":null,"line":41,"error":)"));
    EXPECT_THAT(clb_line("[1]", 42), StartsWith(R"({"id":null,"line":42,"error":)"));
}

std::string grid_line(const std::string& input) {
    return programs_line(R"({"id":1,"grid":"fsw","input":)" + input + "}", 1);
}

const std::string nines =
    R"({"language":"en","clb":{"listening":9,"reading":9,"writing":9,"speaking":9}})";

TEST(ProgramsLine, gives_the_total_and_the_six_factors) {
    EXPECT_EQ(
        grid_line(
            R"({"age":30,"education":"masters_or_professional","first_language":)" + nines +
            R"(,"foreign_skilled_work_years":3})"
        ),
        R"({"id":1,"total":70,"language":24,"education":23,"experience":11,"age":12,)"
        R"("arranged_employment":0,"adaptability":0})"
    );
    EXPECT_EQ(
        grid_line(
            R"({"age":46,"education":"secondary","first_language":)" + nines +
            R"(,"second_language":{"language":"fr","clb":{"listening":5,"reading":5,"writing":5,)"
            R"("speaking":5}},"canadian_skilled_work_years":2,"foreign_skilled_work_years":4,)"
            R"("arranged_employment":true,"spouse":{"clb":{"listening":4,"reading":4,"writing":4,)"
            R"("speaking":4},"studied_in_canada_2y":true,"worked_in_canada_1y":true},)"
            R"("studied_in_canada_2y":true,"relative_in_canada":true})"
        ),
        R"({"id":1,"total":69,"language":28,"education":5,"experience":15,"age":1,)"
        R"("arranged_employment":10,"adaptability":10})"
    );
}

TEST(ProgramsLine, takes_one_level_for_all_abilities_of_the_spouse_too) {
    const auto with_spouse = [](const std::string& clb) {
        return grid_line(
            R"({"age":30,"education":"secondary","spouse":{"clb":)" + clb +
            R"(,"studied_in_canada_2y":false,"worked_in_canada_1y":false}})"
        );
    };
    EXPECT_THAT(with_spouse("4"), HasSubstr(R"("adaptability":5)"));
    EXPECT_THAT(with_spouse("3"), HasSubstr(R"("adaptability":0)"));
    EXPECT_THAT(with_spouse("null"), HasSubstr(R"("adaptability":0)"));
}

TEST(ProgramsLine, refuses_by_path) {
    EXPECT_THAT(grid_line(R"({"education":"secondary"})"), HasSubstr(R"("field":"input.age")"));
    EXPECT_THAT(
        grid_line(R"({"age":30,"education":"none"})"), HasSubstr(R"("field":"input.education")")
    );
    EXPECT_THAT(
        grid_line(R"({"age":30,"education":"secondary","first_language":{"language":"en","clb":)"
                  R"({"listening":9,"reading":9,"writing":9,"speaking":13}}})"),
        HasSubstr(R"("field":"input.first_language.clb.speaking")")
    );
    EXPECT_THAT(
        grid_line(R"({"age":30,"education":"secondary","second_language":)" + nines + "}"),
        HasSubstr(R"("field":"input.second_language")")
    );
    EXPECT_THAT(
        programs_line(R"({"id":1,"grid":"crs","input":{}})", 1), HasSubstr(R"("field":"grid")")
    );
}

}  // namespace
