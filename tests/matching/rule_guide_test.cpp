// The guide of matcher/README.md, followed to the letter.

#include "matcher/express_entry/crs.hpp"
#include "services/matching/rule_folder.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace {

using express_entry::CrsInput;
using express_entry::CrsScore;

std::string guide() {
    return support::content_of(std::filesystem::path{REPOSITORY_ROOT} / "matcher/README.md");
}

/// What stands between the fences of the one JSON block.
std::string json_block(const std::string& text) {
    constexpr std::string_view opening = "```json\n";
    const std::size_t begin = text.find(opening) + opening.size();
    EXPECT_EQ(text.find(opening, begin), std::string::npos) << "one block is the file to make";
    return text.substr(begin, text.find("```", begin) - begin);
}

domain::NocCode noc(const std::string_view code) { return domain::NocCode::parse(code).value(); }

TEST(RuleGuide, makes_a_rule_set_that_scores) {
    const support::TemporaryFolder folder;
    folder.write("2099-01-01.json", json_block(guide()));
    const auto book = matching::rule_book(folder.path(), rules::basis_by_default);
    ASSERT_TRUE(book) << matching::refusal_line(book.error());
    const rules::RuleSet& rules = *book->find("2099-01-01");

    // The person of the guide: 110 for the age, 150 for the doctorate, 40 for the year, and 25 of
    // transferability for the two together.
    CrsInput input;
    input.age = 29;
    input.education = domain::EducationLevel::doctoral;
    input.canadian_work_years = 1;
    input.canadian_work_noc = noc("21231");
    input.job_offer = {.noc = noc("31102"), .qualifying = true};
    const CrsScore score = express_entry::score(rules, input);
    EXPECT_EQ(score.core.canadian_work, 40 + 22);
    EXPECT_EQ(score.additional.job_offer, 77);
    EXPECT_EQ(score.total, 110 + 150 + 40 + 25 + 22 + 77);

    input.job_offer->noc = noc("72401");
    EXPECT_EQ(express_entry::score(rules, input).total, std::nullopt);
    input.job_offer->noc = noc("72400");
    EXPECT_EQ(express_entry::score(rules, input).total, 110 + 150 + 40 + 25 + 22);
}

TEST(RuleGuide, says_that_its_figures_are_invented) {
    EXPECT_THAT(guide(), testing::HasSubstr("All figures and occupations below are invented"));
    EXPECT_THAT(json_block(guide()), testing::HasSubstr("INVENTED"));
}

}  // namespace
