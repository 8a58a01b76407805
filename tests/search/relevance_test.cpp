#include "indexer/search/relevance.hpp"

#include "tests/search/indexed_postings.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace {

using search::Relevance;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::record;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::size_t all_words = 100;

std::int64_t weight(Relevance& relevance, const domain::PostingId id) {
    return relevance.likeness({&id, 1}).front().weight;
}

std::vector<search::ResumeText> texts(const std::string& text) { return {{.text = text}}; }

class RelevanceOf : public testing::Test {
protected:
    /// Postings of unrelated titles, so that the words of each are rare.
    RelevanceOf() {
        store::PostingRecord welder = record("welder", "Night crew");
        welder.posting.duties = {"Weld pressure vessels", "Read blueprints"};
        store::PostingRecord nurse = french_record("nurse", "Équipe de nuit");
        nurse.posting.duties = {"Soigner les aînés", "Préparer des médicaments"};
        store::PostingRecord cook = record("cook", "Kitchen");
        cook.posting.duties = {"Prepare vegetables", "Read orders"};
        for (store::PostingRecord* one : {&welder, &nurse, &cook}) {
            one->posting.noc = domain::NocCode::from_number(65200);
        }
        indexed_.add({welder, nurse, cook});
    }

    domain::PostingId id(const std::string& key) {
        for (const store::StoredPosting& stored : indexed_.postings().changed_since(0, 0, 1'000)) {
            if (stored.posting.source_id == key) {
                return stored.posting.id;
            }
        }
        ADD_FAILURE() << "no posting " << key;
        return 0;
    }

    std::vector<std::string> found(
        const std::vector<search::ResumeText>& texts, const std::string& key
    ) {
        return Relevance{indexed_.index(), texts, all_words}.explain(id(key)).words;
    }

    IndexedPostings indexed_;
};

TEST_F(RelevanceOf, finds_words_in_any_form_of_either_language) {
    EXPECT_THAT(
        found({{"welding of vessels"}, {"blueprint reading"}}, "welder"),
        UnorderedElementsAre("welding", "vessels", "blueprint", "reading")
    );
    EXPECT_THAT(
        found({{"Préparation de médicament, soins"}}, "nurse"), testing::Contains("médicament")
    );
    EXPECT_THAT(found({{"welding"}}, "cook"), IsEmpty());
    EXPECT_THAT(found({{"astronomy"}}, "cook"), IsEmpty());
}

TEST_F(RelevanceOf, weighs_rare_words_and_what_the_resume_weighs_more) {
    // Two postings have "read", one has "blueprints".
    Relevance relevance{indexed_.index(), {{"read blueprints"}}, all_words};
    EXPECT_THAT(relevance.explain(id("welder")).words, ElementsAre("blueprints", "read"));
    const std::int64_t read = weight(relevance, id("cook"));
    EXPECT_GT(relevance.own_weight(), 2 * read);

    Relevance weighted{
        indexed_.index(), {{"blueprints"}, {.text = "read", .weight = 5}}, all_words};
    EXPECT_THAT(weighted.explain(id("welder")).words, ElementsAre("read", "blueprints"));
    EXPECT_EQ(weight(weighted, id("cook")), 5 * read);
}

TEST_F(RelevanceOf, compares_titles_with_that_of_the_job_most_alike) {
    store::PostingRecord analyst = record("analyst", "Kitchen Manager");
    analyst.posting.original_title = "Data Analyst";
    indexed_.add(
        {record("manager", "Kitchen Manager"), record("lead", "Night Crew Manager"), analyst}
    );
    const auto title = [&](const std::vector<std::string>& titles, const std::string& key) {
        std::vector<search::ResumeText> texts;
        for (const std::string& text : titles) {
            texts.push_back({.text = text, .is_title = true});
        }
        const domain::PostingId posting = id(key);
        return Relevance{indexed_.index(), texts, all_words}
            .likeness({&posting, 1})
            .front()
            .title_permille;
    };
    EXPECT_EQ(title({"Kitchen managers"}, "manager"), 1000);
    EXPECT_EQ(title({"Welder", "Kitchen manager"}, "manager"), 1000);
    const int by_one_word = title({"Kitchen manager"}, "lead");
    EXPECT_GT(by_one_word, 0);
    EXPECT_LT(by_one_word, 600) << "more titles have 'manager' than 'kitchen'";
    EXPECT_EQ(title({"Welder"}, "manager"), 0);
    // The shorter title decides, unless it says hardly anything.
    EXPECT_EQ(title({"Kitchen manager, vegetables"}, "manager"), 1000);
    EXPECT_LT(title({"Kitchen manager, vegetables, vessels, blueprints"}, "manager"), 1000);
    EXPECT_GT(title({"Night manager"}, "lead"), 900);
    indexed_.add({record("any", "Manager")});
    EXPECT_LT(title({"Kitchen manager, vegetables and vessels"}, "any"), 500);
    // What the source calls it says nothing where the employer has a title of their own.
    EXPECT_EQ(title({"Kitchen manager"}, "analyst"), 0);
    EXPECT_EQ(title({"Data analyst"}, "analyst"), 1000);
    // In the duties alone, a word is no title.
    EXPECT_EQ(title({"Vessels"}, "welder"), 0);
}

TEST_F(RelevanceOf, knows_the_words_of_a_title_in_either_language) {
    store::PostingRecord french = french_record("french", "Kitchen");
    french.posting.original_title = "Cuisinier(ère) - de soir";
    indexed_.add({record("english", "Kitchen cook - Toronto"), french});
    const auto known = [&](const std::string& text, const std::string& key) {
        const domain::PostingId posting = id(key);
        return Relevance{indexed_.index(), texts(text), all_words}
            .likeness({&posting, 1})
            .front()
            .title_known_permille;
    };
    EXPECT_EQ(known("Read orders as a cook in kitchens", "english"), 1000);
    EXPECT_EQ(known("Cuisinière, read", "english"), 500);
    EXPECT_EQ(known("Read blueprints in Toronto", "english"), 0) << "what stands behind a sign";
    // The employer's own title or the source's, whichever has more.
    EXPECT_EQ(known("Cook, night", "french"), 1000);
    EXPECT_EQ(known("Kitchen", "french"), 1000);
    EXPECT_EQ(known("Read vessels", "french"), 0);
    // Nothing is known of a posting where nothing is looked for.
    EXPECT_EQ(known("", "english"), 0);
}

TEST_F(RelevanceOf, leaves_out_of_a_title_what_is_too_long_for_a_word) {
    indexed_.add({record("long", "Cook " + std::string(300, 'x'))});
    const domain::PostingId posting = id("long");
    Relevance relevance{indexed_.index(), texts("cook"), all_words};
    EXPECT_EQ(relevance.likeness({&posting, 1}).front().title_known_permille, 1000);
}

TEST_F(RelevanceOf, looks_for_the_words_that_weigh_most_alone) {
    Relevance one{indexed_.index(), {{"read blueprints prepare vegetables"}}, 1};
    Relevance all{indexed_.index(), {{"read blueprints prepare vegetables"}}, all_words};
    EXPECT_LT(one.own_weight(), all.own_weight());
    EXPECT_LE(one.explain(id("welder")).words.size(), 1U);
}

TEST_F(RelevanceOf, does_not_depend_on_order_case_accents_or_repetition) {
    const auto weights = [&](const std::vector<search::ResumeText>& texts) {
        Relevance relevance{indexed_.index(), texts, all_words};
        std::vector<domain::PostingId> ids{id("welder"), id("nurse"), id("cook")};
        std::ranges::sort(ids);
        auto found = relevance.likeness(ids);
        found.push_back({.weight = relevance.own_weight()});
        return found;
    };
    const auto expected = weights({{"Read blueprints"}, {"préparer médicaments"}});
    EXPECT_EQ(weights({{"préparer médicaments"}, {"Read blueprints"}}), expected);
    EXPECT_EQ(weights({{"BLUEPRINTS, read; Blueprints!"}, {"PREPARER MEDICAMENTS"}}), expected);
}

TEST_F(RelevanceOf, weighs_a_word_once_whatever_its_gender) {
    indexed_.add({record("directeur", "Directeur, directrice d’école")});
    const auto own_weight = [&](const std::string& title) {
        return Relevance{indexed_.index(), {{title}, {"Conseiller les directeurs"}}, all_words}
            .own_weight();
    };
    EXPECT_GT(own_weight("Directrice"), 0);
    EXPECT_EQ(own_weight("Directrice"), own_weight("Directeur"));
}

TEST_F(RelevanceOf, is_the_sum_of_the_words_found_and_never_more_than_all) {
    Relevance relevance{
        indexed_.index(), {{"weld read prepare night crew kitchen soigner"}}, all_words};
    for (const std::string key : {"welder", "nurse", "cook"}) {
        const std::int64_t found = weight(relevance, id(key));
        EXPECT_GE(found, 0);
        EXPECT_LE(found, relevance.own_weight());
        EXPECT_EQ(found > 0, !relevance.explain(id(key)).words.empty()) << key;
    }
}

TEST_F(RelevanceOf, finds_nothing_in_what_is_not_in_the_index) {
    Relevance relevance{indexed_.index(), {{"weld"}}, all_words};
    EXPECT_THAT(
        relevance.likeness(std::vector<domain::PostingId>{999'999, 1'000'000}),
        ElementsAre(search::Likeness{}, search::Likeness{})
    );
    EXPECT_THAT(relevance.explain(999'999).words, IsEmpty());
    EXPECT_THAT(relevance.likeness({}), IsEmpty());
}

TEST(Relevance, of_an_index_that_is_not_there_looks_for_nothing) {
    const support::TemporaryFolder folder;
    Relevance relevance{search::IndexLocation{folder.path() / "index"}, {{"weld"}}, all_words};
    EXPECT_EQ(relevance.own_weight(), 0);
    EXPECT_THAT(
        relevance.likeness(std::vector<domain::PostingId>{1}), ElementsAre(search::Likeness{})
    );
}

TEST_F(RelevanceOf, reads_on_while_the_index_is_written) {
    Relevance relevance{indexed_.index(), {{"weld"}}, all_words};
    const domain::PostingId cook = id("cook");
    const domain::PostingId welder = id("welder");
    const std::int64_t before =
        Relevance{indexed_.index(), texts("weld"), all_words}.explain(welder).likeness.weight;
    EXPECT_EQ(weight(relevance, cook), 0);
    for (int round = 0; round < 5; ++round) {
        indexed_.add({record("more" + std::to_string(round), "Further posting")});
    }
    EXPECT_EQ(weight(relevance, welder), before);
}

TEST_F(RelevanceOf, what_was_kept_is_what_would_be_read) {
    const search::PostingWords kept{indexed_.index()};
    const search::PostingWords forgetful{indexed_.index(), 0};
    const std::vector<domain::PostingId> all{id("welder"), id("nurse"), id("cook"), 999'999};
    for (const std::string text :
         {"weld vessels", "read orders", "Soigner les aînés", "kitchen", "crew nurse"}) {
        const std::vector<search::ResumeText> asked{
            {.text = text, .is_title = true}, {.text = "blueprints"}};
        Relevance first{kept, asked, all_words};
        Relevance again{kept, asked, all_words};
        Relevance read{forgetful, asked, all_words};
        const auto expected = read.likeness(all);
        EXPECT_EQ(first.likeness(all), expected) << text;
        EXPECT_EQ(again.likeness(all), expected) << text;
        for (const domain::PostingId one : all) {
            EXPECT_EQ(again.explain(one).words, read.explain(one).words) << text;
        }
    }
}

TEST_F(RelevanceOf, what_was_kept_is_let_go_when_the_index_changes) {
    const search::PostingWords kept{indexed_.index()};
    const domain::PostingId welder = id("welder");
    const auto words_found = [&] {
        return Relevance{kept, texts("weld vegetables"), all_words}.explain(welder).words;
    };
    const auto expect_fresh_weights = [&] {
        const auto asked = texts("weld vegetables read orders");
        EXPECT_EQ(
            Relevance(kept, asked, all_words).own_weight(),
            Relevance(indexed_.index(), asked, all_words).own_weight()
        );
    };
    EXPECT_THAT(words_found(), ElementsAre("weld"));
    expect_fresh_weights();
    store::PostingRecord changed = record("welder", "Night crew");
    changed.posting.noc = domain::NocCode::from_number(65200);
    changed.posting.duties = {"Prepare vegetables"};
    changed.sha256 = std::string(64, 'a');
    indexed_.add({changed});
    EXPECT_THAT(words_found(), ElementsAre("vegetables"));
    expect_fresh_weights();
    indexed_.rebuild();
    EXPECT_THAT(words_found(), ElementsAre("vegetables"));
}

TEST(KeptTerms, are_as_many_as_there_is_room_for) {
    search::KeptTerms kept{10'000};
    search::PostingTerms posting;
    posting.terms.assign(112, 7);
    search::PostingTerms another;
    another.terms.assign(112, 8);
    domain::PostingId id = 1;
    for (; id < 100; ++id) {
        kept.keep(id, posting);
        kept.keep(id, another);
        if (kept.find(id) == nullptr) {
            break;
        }
        EXPECT_EQ(kept.find(id)->terms, posting.terms);
    }
    EXPECT_GT(id, 5);
    EXPECT_LT(id, 12);
    EXPECT_EQ(kept.find(1)->terms, posting.terms);
}

/// Whose every title has every word: none of them weighs anything.
TEST(RelevanceOfAlike, compares_titles_that_tell_no_posting_from_another) {
    IndexedPostings indexed;
    indexed.add({record("welder", "Welder")});
    const domain::PostingId id = indexed.postings().changed_since(0, 0, 1).at(0).posting.id;
    Relevance same{indexed.index(), {{.text = "Welder", .is_title = true}}, all_words};
    EXPECT_EQ(same.likeness({&id, 1}).front().title_permille, 0);

    // The words of a title that counts are its own.
    const std::vector<search::ResumeText> titles{
        {.text = "Welder", .is_title = true}, {.text = "Night baker", .is_title = true}};
    Relevance other{indexed.index(), titles, all_words};
    EXPECT_EQ(other.likeness({&id, 1}).front().title_permille, 0);
}

}  // namespace
