#include "matcher/document/json.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/wire/crs_json.hpp"
#include "tests/support/content.hpp"
#include "tests/wire_crs/command.hpp"

#include <boost/json/array.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace {

namespace json = boost::json;
using command::rule_book;
using express_entry::CrsInput;
using express_entry::CrsScore;

const std::filesystem::path repository{REPOSITORY_ROOT};
const std::filesystem::path shared_cases = repository / "../shared/facts/worked-cases.json";

json::value read(const std::filesystem::path& file) {
    return document::parse(support::content_of(file)).value();
}

CrsScore score_of(const json::value& rule_set, const json::value& input) {
    const auto read_input = wire::crs_input_from(input);
    EXPECT_TRUE(read_input) << read_input.error().field << ": " << read_input.error().message;
    return express_entry::score(*rule_book().find(rule_set.as_string()), read_input.value());
}

/// The score as `{"core.age": 110, ..., "column": ..., "total": ...}`.
json::object flat(const CrsScore& score) {
    json::object result;
    for (const wire::CrsFactor& factor : wire::crs_factors) {
        result[factor.path] = factor.points(score).value();
    }
    result["column"] =
        score.column == rules::Column::with_spouse ? "with_spouse" : "without_spouse";
    result["total"] = score.total.value();
    return result;
}

/// Every member of `expected` is what came out.
void check(const json::object& actual, const json::object& expected) {
    ASSERT_FALSE(expected.empty());
    for (const auto& [name, value] : expected) {
        ASSERT_TRUE(actual.contains(name)) << std::string_view{name};
        EXPECT_EQ(actual.at(name), value) << std::string_view{name};
    }
}

/// `{"core": {"age": 110}}` and `{"core": 276}` in the flat form. The points of the 67-point grid
/// are of another test.
json::object flat(const json::object& expected) {
    json::object result;
    for (const auto& [name, value] : expected) {
        const bool section = name != "column" && name != "total";
        if (const json::object* factors = value.if_object()) {
            for (const auto& [factor, points] : *factors) {
                result[std::string{name} + "." + std::string{factor}] = points;
            }
        } else if (name != "fsw67") {
            result[section ? std::string{name} + ".subtotal" : std::string{name}] = value;
        }
    }
    return result;
}

TEST(WorkedCases, come_out_factor_by_factor) {
    const json::value cases = read(repository / "tests/wire_crs/worked_cases.json");
    ASSERT_EQ(cases.as_array().size(), 17);
    for (const json::value& one : cases.as_array()) {
        SCOPED_TRACE(std::string{one.at("id").as_string()});
        check(flat(score_of(one.at("rules"), one.at("input"))), one.at("expected").as_object());
    }
}

TEST(WorkedCases, of_the_shared_facts_come_out_as_they_stand) {
    if (!std::filesystem::exists(shared_cases)) {
        GTEST_SKIP() << "../shared absent";
    }
    const json::value file = read(shared_cases);
    int checked = 0;
    for (const auto* const list : {"cases", "published_examples"}) {
        for (const json::value& one : file.at(list).as_array()) {
            if (!one.as_object().contains("ruleset")) {
                continue;  // A conversion of test scores alone.
            }
            SCOPED_TRACE(std::string{one.at("id").as_string()});
            check(
                flat(score_of(one.at("ruleset"), one.at("input"))),
                flat(one.at("expected").as_object())
            );
            ++checked;
        }
    }
    EXPECT_EQ(checked, 17);
}

/// A calculator in public use adds up 615, 815 and 845 additional points to totals of up to 1,240.
TEST(WorkedCases, cap_what_a_wrong_published_example_does_not) {
    const json::value nominated_with_sibling = document::parse(R"({
        "age": 29, "marital": "single", "education": "masters_or_professional",
        "first_language": {"language": "en",
            "clb": {"listening": 8, "reading": 8, "writing": 8, "speaking": 9}},
        "foreign_work_years": 3, "provincial_nomination": true, "sibling_in_canada": true})")
                                                   .value();
    CrsInput input = wire::crs_input_from(nominated_with_sibling).value();
    const auto check_total = [&](const int uncapped) {
        const CrsScore score = express_entry::score(rule_book().basis(), input);
        EXPECT_EQ(score.core.subtotal, 345);
        EXPECT_EQ(score.transferability.subtotal, 50);
        EXPECT_EQ(score.additional.uncapped, uncapped);
        EXPECT_EQ(score.additional.subtotal, 600);
        EXPECT_EQ(score.total, 995);
    };
    check_total(615);
    input.job_offer =
        express_entry::JobOffer{.noc = domain::NocCode::parse("00012").value(), .qualifying = true};
    check_total(815);
    input.canadian_study = express_entry::CanadianStudy::three_year_plus;
    check_total(845);
}

}  // namespace
