// What postings say of sponsoring a visa or work permit, and what only sounds like it. All
// sentences are our own.

#include "indexer/normalise/sponsorship.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using domain::Sponsorship;

struct Case {
    std::string text;
    Sponsorship verdict;
};

void check(const std::vector<Case>& all) {
    for (const auto& [text, verdict] : all) {
        const auto said = normalise::sponsorship_said({text});
        EXPECT_EQ(said.verdict, verdict) << text;
        EXPECT_EQ(said.quote.empty(), verdict == Sponsorship::not_mentioned) << text;
        EXPECT_NE(text.find(said.quote), std::string::npos)
            << "not the text's own words: " << said.quote;
    }
}

TEST(Sponsorship, is_offered) {
    check({
        {"We offer visa sponsorship to foreign workers.", Sponsorship::offers},
        {"Visa sponsorship available.", Sponsorship::offers},
        {"Visa sponsorship: yes", Sponsorship::offers},
        {"The company will sponsor a work permit for this position.", Sponsorship::offers},
        {"We can sponsor candidates from abroad.", Sponsorship::offers},
        {"LMIA support is available for this role.", Sponsorship::offers},
        {"Nous offrons le parrainage pour un permis de travail.", Sponsorship::offers},
        {"Parrainage de permis de travail disponible.", Sponsorship::offers},
    });
}

TEST(Sponsorship, depends) {
    check({
        {"Visa sponsorship may be available for exceptional candidates.", Sponsorship::conditional},
        {"Work permit sponsorship is considered on a case-by-case basis.",
         Sponsorship::conditional},
        {"We do not sponsor visas unless the candidate has rare skills.", Sponsorship::conditional},
        {"We could sponsor the right candidate.", Sponsorship::conditional},
        {"Le parrainage du permis de travail est étudié au cas par cas.", Sponsorship::conditional},
        {"L'employeur pourrait offrir un parrainage pour le permis de travail.",
         Sponsorship::conditional},
    });
}

TEST(Sponsorship, is_refused) {
    check({
        {"We are unable to sponsor work visas at this time.", Sponsorship::refuses},
        {"No visa sponsorship is provided.", Sponsorship::refuses},
        {"Visa sponsorship is not available for this position.", Sponsorship::refuses},
        {"Applicants must be able to work in Canada without sponsorship.", Sponsorship::refuses},
        {"Candidates who require sponsorship will not be considered.", Sponsorship::refuses},
        {"We don't sponsor work permits.", Sponsorship::refuses},
        {"This employer cannot provide LMIA support.", Sponsorship::refuses},
        {"Nous n'offrons pas de parrainage de visa.", Sponsorship::refuses},
        {"Aucun parrainage de permis de travail n'est offert.", Sponsorship::refuses},
        // A refusal outweighs an offer that stands beside it.
        {"Visa sponsorship available. We do not sponsor visas for this role.",
         Sponsorship::refuses},
    });
}

TEST(Sponsorship, is_something_else) {
    check({
        {"Security clearance sponsorship is available to the right candidate.",
         Sponsorship::not_mentioned},
        {"The employer will sponsor your reliability status.", Sponsorship::not_mentioned},
        {"You will sell event sponsorship packages to new clients.", Sponsorship::not_mentioned},
        {"Works with the executive sponsor of the project.", Sponsorship::not_mentioned},
        {"We offer company sponsored benefits to all employees.", Sponsorship::not_mentioned},
        {"Will you now or in the future require sponsorship for a work visa?",
         Sponsorship::not_mentioned},
        {"Indicate whether you require sponsorship for a work permit.", Sponsorship::not_mentioned},
        {"Sponsorship is not required for this position.", Sponsorship::not_mentioned},
        {"Coordinates donors and sponsors of our annual event for people in need.",
         Sponsorship::not_mentioned},
        {"Only apply if you are authorized to work in Canada.", Sponsorship::not_mentioned},
        {"Assist clients with visa and immigration forms.", Sponsorship::not_mentioned},
        {"Le programme de parrainage jumelle des bénévoles et des personnes.",
         Sponsorship::not_mentioned},
        {"", Sponsorship::not_mentioned},
    });
}

TEST(Sponsorship, is_quoted_in_250_characters_at_most) {
    std::string long_sentence = "We";
    while (long_sentence.size() < 600) {
        long_sentence += " really";
    }
    const std::string text =
        long_sentence + " and truly do not sponsor work visas" + long_sentence + ".";
    const auto said = normalise::sponsorship_said({text});
    EXPECT_EQ(said.verdict, Sponsorship::refuses);
    EXPECT_LE(said.quote.size(), 250U);
    EXPECT_NE(said.quote.find("sponsor work visas"), std::string::npos);
    EXPECT_NE(text.find(said.quote), std::string::npos);
}

}  // namespace
