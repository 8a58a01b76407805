#include "services/matching/matching.hpp"

#include "indexer/employers.hpp"
#include "services/matching/exclusions.hpp"
#include "tests/matching/stored.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const rules::RuleBook& rule_book() {
    static const rules::RuleBook built_in = rules::built_in().value();
    return built_in;
}

domain::Candidate engineer() {
    domain::Candidate candidate;
    candidate.birth_date = domain::parse_date("1990-01-01").value();
    domain::Job& job = candidate.jobs.emplace_back();
    job.noc = domain::NocCode::parse("21231").value();
    job.country = "FR";
    job.start = domain::parse_date("2015-01-01").value();
    job.hours_per_week = 40;
    candidate.language_tests.push_back({
        .kind = domain::LanguageTestKind::ielts_general,
        .date = domain::parse_date("2020-10-01").value(),
        .first = true,
        .levels = {9, 9, 9, 9},
    });
    return candidate;
}

class Matching : public testing::Test {
protected:
    void store(const std::vector<domain::Posting>& postings) {
        std::vector<store::PostingRecord> batch;
        for (const domain::Posting& posting : postings) {
            batch.push_back(record_of(posting));
        }
        ingest::EmployerKeys{postings_}.key(batch);
        postings_.write(batch);
        keeper_.refresh();
        facts_.refresh();
    }

    matching::Matches match(const matching::MatchQuery& query) {
        return matching::match(
            rule_book(), *facts_.current(), *keeper_.current(), stores_, candidate_, query
        );
    }

    matching::Match match_one(domain::PostingId posting, const matching::MatchQuery& query) {
        return matching::match_one(
            rule_book(),
            *facts_.current(),
            stores_,
            shelf_.served({posting}, query.as_of).at(0),
            candidate_,
            query
        );
    }

    std::vector<std::string> listed(const matching::MatchQuery& query) {
        std::vector<std::string> result;
        for (const matching::Match& match : match(query).best) {
            result.push_back(match.posting().source_id);
        }
        return result;
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::PostingStore postings_{database_};
    store::TrustStore trust_{database_};
    matching::Shelf shelf_{postings_, trust_};
    store::RoundStore rounds_{database_};
    store::ReferenceStore reference_{database_};
    support::TemporaryFolder folder_;
    matching::Stores stores_{
        .postings = postings_,
        .trust = trust_,
        .shelf = shelf_,
        .words = search::IndexLocation{folder_.path() / "index"}};
    matching::SnapshotKeeper keeper_{postings_};
    matching::FactsKeeper facts_{reference_, rounds_, fit::built_in_weights().value()};
    domain::Candidate candidate_ = engineer();
};

TEST_F(Matching, lists_by_fit_or_by_lift_and_places_refusals_after_all) {
    domain::Posting refusing = posting_of("refusing", "21231");
    refusing.refuses_outside_canada = true;
    store(
        {refusing,
         posting_of("manager", "00012"),
         posting_of("welder", "72106"),
         posting_of("engineer", "21231"),
         posting_of("designer", "21233")}
    );
    EXPECT_THAT(
        listed({.as_of = as_of}),
        ElementsAre("engineer", "designer", "manager", "welder", "refusing")
    );
    EXPECT_THAT(
        listed({.as_of = as_of, .order = ranking::Order::lift, .count = 3}),
        ElementsAre("manager", "engineer", "designer")
    );
    EXPECT_THAT(
        match({.as_of = as_of}).best.back().placed_after,
        ElementsAre(fit::PlacedAfter::refuses_outside_canada)
    );
}

TEST_F(Matching, says_of_each_posting_why_it_fits_and_what_it_would_add) {
    store({posting_of("manager", "00012"), posting_of("engineer", "21231")});
    const matching::Matches matches = match({.as_of = as_of});
    EXPECT_EQ(matches.revision, postings_.revision());
    EXPECT_EQ(matches.live, 2U);
    ASSERT_EQ(matches.best.size(), 2U);
    const matching::Match& engineer = matches.best.front();
    const fit::Weights weights = fit::built_in_weights().value();
    EXPECT_EQ(
        engineer.fit.total,
        weights.occupation.max + weights.experience.not_stated + weights.official_languages.max +
            weights.qualifications.not_stated + weights.place.max + weights.pay.max +
            weights.remote.max + weights.start.max + weights.terms.max
    );
    ASSERT_FALSE(engineer.lifts.empty());
    EXPECT_EQ(engineer.lifts.front().role, express_entry::LiftRole::basis);
    EXPECT_EQ(engineer.lifts.front().points, 50);
    EXPECT_EQ(matches.best.back().lifts.front().points, 200);
    const auto& input = matches.profile.input;
    EXPECT_EQ(
        *engineer.lifts.front().score_without,
        *express_entry::score(rule_book().basis(), input).total
    );
}

TEST_F(Matching, shows_the_rule_set_that_was_asked_for_beside_the_others) {
    store({posting_of("engineer", "21231")});
    const rules::RuleSet* const asked = rule_book().find("2015-01-01");
    ASSERT_NE(asked, nullptr);
    const matching::Match match = this->match({.as_of = as_of, .asked = asked}).best.at(0);
    const auto found = std::ranges::find(match.lifts, asked, &express_entry::Lift::rule_set);
    ASSERT_NE(found, match.lifts.end());
    EXPECT_EQ(found->points, 600);
}

TEST_F(Matching, shows_only_what_is_open_on_the_day_and_not_excluded) {
    domain::Posting closed = posting_of("closed", "21231");
    closed.closed_on = as_of;
    store({closed, posting_of("open", "21231"), posting_of("hidden", "21231")});
    candidate_.exclusions.employers = {"EXEMPLE HIDDEN INC"};
    EXPECT_THAT(listed({.as_of = as_of}), ElementsAre("open"));
    EXPECT_EQ(match({.as_of = as_of}).live, 1U);
    EXPECT_THAT(listed({.as_of = as_of + std::chrono::days{60}}), IsEmpty());
    EXPECT_THAT(
        listed({.as_of = as_of - std::chrono::days{1}}),
        testing::UnorderedElementsAre("open", "closed")
    );
}

TEST_F(Matching, hides_every_branch_and_franchise_of_an_excluded_employer) {
    std::vector<domain::Posting> postings;
    const auto by = [&](const std::string& id, const std::string& employer) {
        postings.push_back(posting_of(id, "21231"));
        postings.back().hiring_organization = employer;
    };
    by("itself", "Café Fictif Inc.");
    by("branch", "Cafe Fictif Fredericton & Oromocto");
    by("franchise", "9123-4567 Québec inc. faisant affaire sous Café-Fictif Moncton");
    by("numbered", "9123-4567 Québec inc.");
    by("longer", "Cafe Fictifs Moncton");
    by("other", "Le Café");
    store(postings);
    candidate_.exclusions.employers = {"CAFÉ FICTIF"};
    EXPECT_THAT(
        listed({.as_of = as_of}), testing::UnorderedElementsAre("numbered", "longer", "other")
    );
    EXPECT_EQ(match({.as_of = as_of}).live, 3U);
    for (const domain::Posting& posting : postings) {
        const bool hidden = posting.source_id == "itself" || posting.source_id == "branch" ||
                            posting.source_id == "franchise";
        EXPECT_EQ(matching::excludes(candidate_.exclusions, posting), hidden)
            << posting.hiring_organization;
    }
}

TEST_F(Matching, drops_a_posting_that_was_held_back_after_the_snapshot) {
    store({posting_of("kept", "21231"), posting_of("gone", "21231")});
    auto held_back = record_of(posting_of("gone", "21231"), "2");
    held_back.verified = false;
    held_back.quarantine_field = "base_salary";
    held_back.quarantine_reason = "pay is not above zero";
    postings_.write({held_back});
    EXPECT_THAT(listed({.as_of = as_of}), ElementsAre("kept"));
}

TEST_F(Matching, says_the_same_of_one_posting_as_in_the_list) {
    store({posting_of("engineer", "21231")});
    const matching::MatchQuery query{.as_of = as_of};
    const matching::Match listed = match(query).best.at(0);
    const matching::Match alone = match_one(listed.posting().id, query);
    EXPECT_EQ(alone.posting().id, listed.posting().id);
    EXPECT_EQ(alone.fit.total, listed.fit.total);
    EXPECT_EQ(alone.placed_after, listed.placed_after);
    ASSERT_EQ(alone.lifts.size(), listed.lifts.size());
    for (std::size_t index = 0; index < alone.lifts.size(); ++index) {
        EXPECT_EQ(alone.lifts[index].rule_set, listed.lifts[index].rule_set);
        EXPECT_EQ(alone.lifts[index].points, listed.lifts[index].points);
    }
}

}  // namespace
