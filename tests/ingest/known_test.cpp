// What a verification knows that no list says: what the ingest alone has seen, who decided what,
// and which postings advertise the same job.

#include "tests/ingest/verifying.hpp"

#include <pqxx/pqxx>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using verification::CheckKind;
using verification::Verdict;

class Known : public Verify {};

TEST_F(Known, keeps_a_rejected_posting_out_whatever_record_of_it_comes) {
    take_in({partner_record("a")}, "2026-11-16");
    decide("a", "reject", "", "one");
    EXPECT_FALSE(is_served("a", "2026-11-16"));
    EXPECT_EQ(verify_due("2026-11-16"), "1 looked at 1 changed");
    EXPECT_EQ(check("a", CheckKind::review).verdict, Verdict::fail);
    EXPECT_EQ(verify_due("2026-11-16"), "0 looked at");
    take_in({partner_record("a")}, "2026-11-17");
    EXPECT_FALSE(is_served("a", "2026-11-17")) << "the same record";
    take_in({partner_record("a", {{"title", "Fitter"}})}, "2026-11-17");
    EXPECT_FALSE(is_served("a", "2026-11-17")) << "another record";
    EXPECT_EQ(check("a", CheckKind::review).verdict, Verdict::fail);
    EXPECT_THAT(indexer_.found("fitter"), IsEmpty());
    expect_sound();
}

TEST_F(Known, releases_what_two_reviewers_have_cleared) {
    take_in({partner_record("a")}, "2026-11-16");
    decide("a", "reject", "", "one");
    verify_due("2026-11-16");
    decide("a", "clear", "review", "two");
    EXPECT_EQ(verify_due("2026-11-16"), "1 looked at 1 changed") << "the decision is known";
    EXPECT_FALSE(is_served("a", "2026-11-16"));
    decide("a", "clear", "review", "three");
    EXPECT_EQ(verify_due("2026-11-16"), "1 looked at 1 changed 1 released");
    EXPECT_TRUE(is_served("a", "2026-11-16"));
    EXPECT_THAT(states("a"), ElementsAre("new", "held_back", "released"));
    EXPECT_THAT(indexer_.found("welder"), SizeIs(1));
    EXPECT_EQ(verify_due("2026-11-16"), "0 looked at");
    expect_sound();
}

TEST_F(Known, leaves_what_the_record_says_as_the_ingest_found_it) {
    // The ingest saw the words of the pay and of the day; what is stored has them no longer.
    take_in(
        {partner_record("pay", {{"pay", "30 USD hourly"}}),
         partner_record("zero", {{"pay", "$0.00 hourly"}}),
         partner_record("day", {{"posted", "2026-11-20"}}),
         partner_record("noc", {{"noc", "99999"}})},
        "2026-11-16"
    );
    struct Case {
        const char* id;
        CheckKind kind;
    };
    const std::array all{
        Case{"pay", CheckKind::pay},
        Case{"day", CheckKind::dates},
        Case{"noc", CheckKind::occupation}};
    std::vector<trust::UnpackedCheck> before;
    for (const Case& one : all) {
        before.push_back(check(one.id, one.kind));
        EXPECT_EQ(before.back().verdict, Verdict::fail) << one.id;
    }
    EXPECT_TRUE(is_served("zero", "2026-11-16"));
    EXPECT_EQ(verify({.day = day("2026-11-25")}).substr(0, 11), "4 looked at");
    EXPECT_EQ(check("zero", CheckKind::pay).verdict, Verdict::unknown);
    EXPECT_EQ(check("zero", CheckKind::pay).evidence, "$0.00 hourly");
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto after = check(all[at].id, all[at].kind);
        EXPECT_EQ(after.verdict, Verdict::fail) << all[at].id;
        EXPECT_EQ(after.evidence, before[at].evidence) << all[at].id;
        EXPECT_EQ(after.field, before[at].field) << all[at].id;
        EXPECT_FALSE(is_served(all[at].id, "2026-11-16"));
    }
    expect_sound();
}

TEST_F(Known, tells_of_other_advertisements_once_they_are_marked) {
    take_in(
        {partner_record("a"), partner_record("again", {{"posted", "2026-10-20"}})}, "2026-11-16"
    );
    EXPECT_EQ(check("a", CheckKind::repost).verdict, Verdict::pass);
    pqxx::connection connection{indexer_.database()};
    pqxx::work transaction{connection};
    transaction.exec(
        "UPDATE posting SET canonical_id = (SELECT id FROM posting WHERE source_id = 'a') "
        "WHERE source_id = 'again'"
    );
    transaction.exec("UPDATE posting_trust SET basis_id = NULL");
    transaction.commit();
    EXPECT_EQ(verify_due("2026-11-16"), "2 looked at 2 changed");
    EXPECT_EQ(check("a", CheckKind::repost).verdict, Verdict::warn);
    EXPECT_EQ(check("again", CheckKind::repost).verdict, Verdict::warn);
    EXPECT_EQ(verify_due("2026-11-16"), "0 looked at");
}

}  // namespace
