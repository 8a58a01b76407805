// Which postings are due to be verified again, and which are not.

#include "sql/store/duplicate_store.hpp"
#include "tests/sql/trusted.hpp"
#include "tests/support/values.hpp"

#include <map>

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

TEST_F(Due, is_due_once_the_answer_of_its_employer_has_run_out_and_lapses_by_none) {
    const auto basis = trust_.basis(R"({"checks":1})");
    auto record = record_of(small_posting("a"));
    record.verdicts.basis = basis;
    record.employer_page = "https://exemple.example/7";
    const auto id = put(record);
    store::EmployerPage page{
        .url = record.employer_page,
        .said = store::StoredLiveness{
            .state = "live",
            .day = day("2026-11-16"),
            .evidence = "its page still shows it",
            .until = day("2026-11-20")}};
    trust_.write(
        {{.id = id, .verdicts = record.verdicts, .employer_page = page}}, day("2026-11-16")
    );
    EXPECT_THAT(due("2026-11-20", basis), IsEmpty()) << "the last day counts";
    EXPECT_THAT(due("2026-11-21", basis), ElementsAre("a"));
    EXPECT_THAT(trust_.to_verify({.due_only = true}), IsEmpty()) << "nobody asks by the day";
    EXPECT_THAT(postings_.find_served({id}, day("2026-11-21")), testing::SizeIs(1));
    page.said->until.reset();
    trust_.write(
        {{.id = id, .verdicts = record.verdicts, .employer_page = page}}, day("2026-11-21")
    );
    EXPECT_THAT(due("2026-11-22", basis), IsEmpty()) << "it waits to be asked";
}

TEST_F(Due, is_to_be_asked_where_a_page_is_known_has_no_answer_and_it_is_served) {
    std::map<std::string, domain::PostingId> ids;
    for (const char* id :
         {"asked", "closed", "held", "lapsed", "none", "over", "run_out", "a", "b"}) {
        auto posting = small_posting(id);
        if (posting.source_id == "over") {
            posting.valid_through = day("2026-11-15");
        }
        auto record = record_of(posting);
        record.employer_page = posting.source_id == "none" ? "" : "https://exemple.example/7";
        ids[id] = put(posting.source_id == "held" ? held_back(record) : record);
    }
    const auto said = [&](const std::string& id, const std::optional<domain::Date> until) {
        trust_.write(
            {{.id = ids.at(id),
              .verdicts = trust_.to_verify(ids.at(id))->verdicts,
              .employer_page =
                  {.url = "https://exemple.example/7",
                   .said =
                       store::StoredLiveness{
                           .state = "uncertain",
                           .day = day("2026-11-16"),
                           .evidence = "HTTP 503",
                           .until = until}}}},
            day("2026-11-16")
        );
    };
    said("asked", day("2026-11-23"));
    said("run_out", std::nullopt);
    auto lapsing = with_state(
        ids.at("lapsed"), {.verified = true, .lapsed_on = day("2026-11-16"), .history = "lapsed"}
    );
    lapsing.employer_page = {.url = "https://exemple.example/7"};
    trust_.write({lapsing}, day("2026-11-16"));
    postings_.close(
        {.ids = {ids.at("closed")}, .state = "closed", .reason = "x", .day = day("2026-11-16")}
    );
    std::vector<std::string> found;
    const auto page_of = [&](const domain::PostingId after) {
        found.clear();
        for (const auto& each : trust_.to_ask(after, 2, day("2026-11-16"))) {
            found.push_back(each.posting.source_id);
        }
        return found;
    };
    EXPECT_THAT(page_of(0), ElementsAre("run_out", "a"));
    EXPECT_THAT(page_of(ids.at("a")), ElementsAre("b"));
    EXPECT_THAT(page_of(ids.at("b")), IsEmpty());
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
