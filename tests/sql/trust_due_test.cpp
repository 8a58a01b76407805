// Which postings are due to be verified again, and which are not.

#include "sql/store/duplicate_store.hpp"
#include "tests/sql/trusted.hpp"
#include "tests/support/values.hpp"

namespace {

using store::Verification;
using support::day;
using testing::ElementsAre;
using testing::IsEmpty;

class Due : public Trust {};

TEST_F(Due, is_due_once_what_it_rests_on_has_run_out) {
    const auto basis = trust_.basis(R"({"checks":1})");
    for (const auto& [id, expires_on, live_until] : std::vector<
             std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>>{
             {"lists", "2026-11-20", std::nullopt},
             {"source", std::nullopt, "2026-11-20"},
             {"both", "2026-11-22", "2026-11-20"},
             {"endless", std::nullopt, std::nullopt}}) {
        auto record = counting(record_of(small_posting(id)), expires_on, live_until);
        record.verdicts.basis = basis;
        put(record);
    }
    EXPECT_THAT(due("2026-11-20", basis), IsEmpty()) << "the last day counts";
    EXPECT_THAT(due("2026-11-21", basis), ElementsAre("lists", "source", "both"));
}

TEST_F(Due, is_not_due_by_running_out_where_the_posting_is_over_or_nobody_asks) {
    auto over = small_posting("over");
    over.valid_through = day("2026-11-19");
    auto by_default = small_posting("by_default");
    by_default.date_posted = day("2026-09-01");
    for (const auto& posting : {small_posting("open"), small_posting("closed"), over, by_default}) {
        put(counting(record_of(posting), "2026-11-18", std::nullopt));
    }
    trust_.write(
        {{.id = postings_.history("closed").at(0).posting.id,
          .verdicts =
              {.letters = "p",
               .verified_on = day("2026-11-16"),
               .basis = trust_.basis("{}"),
               .expires_on = day("2026-11-18")},
          .closed_because = "its page says: HTTP 410"}},
        day("2026-11-17")
    );
    const auto basis = trust_.basis("{}");
    for (auto each : trust_.to_verify(store::TrustStore::Asked{})) {
        each.verdicts.basis = basis;
        trust_.write({{.id = each.posting.id, .verdicts = each.verdicts}}, day("2026-11-17"));
    }
    EXPECT_THAT(due("2026-11-19"), ElementsAre("open", "over"));
    EXPECT_THAT(due("2026-11-20"), ElementsAre("open"));
    EXPECT_THAT(trust_.to_verify({.due_only = true}), IsEmpty());
}

TEST_F(Due, is_due_where_it_rests_on_another_basis_and_that_is_asked) {
    const auto one = trust_.basis(R"({"checks":1})");
    const auto other = trust_.basis(R"({"checks":2})");
    for (const auto& [id, basis] : {std::pair{"one", one}, {"other", other}}) {
        auto record = record_of(small_posting(id));
        record.verdicts.basis = basis;
        put(record);
    }
    EXPECT_THAT(due("2026-11-16", one), ElementsAre("other"));
    EXPECT_THAT(due("2026-11-16", other), ElementsAre("one"));
    EXPECT_THAT(due("2026-11-16"), IsEmpty());
}

TEST_F(Due, is_due_after_duplicates_were_marked_and_after_a_decision_until_it_is_written_anew) {
    std::vector<domain::PostingId> ids;
    const auto basis = trust_.basis(R"({"checks":1})");
    for (const char* id : {"canonical", "duplicate", "decided", "other"}) {
        auto record = record_of(small_posting(id));
        record.verdicts.basis = basis;
        ids.push_back(put(record));
    }
    EXPECT_THAT(due("2026-11-16", basis), IsEmpty());
    store::DuplicateStore{database_}.mark({{.id = ids[1], .canonical = ids[0]}}, {});
    reviews_.decide(
        ids[2],
        {.decision = "note", .check = "", .reviewer = "one", .words = "seen", .made_at = ""},
        day("2026-11-16")
    );
    EXPECT_THAT(due("2026-11-16"), ElementsAre("canonical", "duplicate", "decided"));

    std::vector<Verification> anew;
    for (const auto& each : trust_.to_verify({.due_only = true, .day = day("2026-11-16")})) {
        anew.push_back(
            {.id = each.posting.id, .verdicts = each.verdicts, .review_known = each.review_latest}
        );
        anew.back().verdicts.basis = basis;
    }
    EXPECT_THAT(trust_.to_verify(ids[0])->same_job, testing::SizeIs(1));
    EXPECT_EQ(trust_.to_verify(ids[1])->same_job.at(0).id, ids[0]);
    EXPECT_EQ(trust_.write(anew, day("2026-11-16")), 0) << "nothing that is served has changed";
    EXPECT_THAT(due("2026-11-16", basis), IsEmpty());
}

TEST_F(Due, is_read_page_by_page) {
    for (const char* id : {"a", "b", "c"}) {
        put(record_of(small_posting(id)));
    }
    for (const bool due_only : {false, true}) {
        std::vector<std::string> seen;
        store::TrustStore::Asked asked{.count = 2, .due_only = due_only, .day = day("2026-11-16")};
        for (auto page = trust_.to_verify(asked); !page.empty(); page = trust_.to_verify(asked)) {
            EXPECT_LE(page.size(), 2U);
            for (const auto& each : page) {
                seen.push_back(each.posting.source_id);
            }
            asked.after = page.back().posting.id;
        }
        EXPECT_THAT(seen, ElementsAre("a", "b", "c")) << due_only;
    }
}

}  // namespace
