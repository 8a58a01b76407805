#pragma once

#include "indexer/run.hpp"
#include "indexer/search/writer.hpp"
#include "indexer/trust/trust.hpp"
#include "indexer/verify.hpp"
#include "sql/store/review_store.hpp"
#include "tests/ingest/indexer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

inline domain::Date day(const std::string& text) { return domain::parse_date(text).value(); }

/// The last day on which what a source said on `seen` counts, or so many days after it.
inline std::string last_day_of(const std::string& seen, const int days_after = 0) {
    const int days = verification::rule_of(verification::CheckKind::liveness).days + days_after;
    return domain::to_string(day(seen) + std::chrono::days{days});
}

/// What the tests below look at, in one line.
inline std::string to_text(const ingest::VerifyCounts& counts) {
    const auto part = [](const std::string& name, const std::int64_t count) {
        return count == 0 ? std::string{} : " " + std::to_string(count) + " " + name;
    };
    return std::to_string(counts.looked_at) + " looked at" + part("changed", counts.changed) +
           part("held back", counts.held_back) + part("released", counts.released) +
           part("lapsed", counts.lapsed) + part("renewed", counts.renewed) +
           part("asked", counts.asked) + part("closed", counts.closed) +
           part("employers asked", counts.employers_asked);
}

/// Postings of a partner, taken in, verified and decided on as days go by.
class Verify : public testing::Test {
protected:
    void take_in(
        const std::vector<std::string>& lines, const std::string& on, const bool fetched = true
    ) {
        const std::string named = indexer_.feed(lines);
        ingest::run(
            {{.file = sources::source_file_from(named).value(), .fetched = fetched}},
            database_,
            reference_,
            {.day = day(on), .index_folder = indexer_.index()}
        );
    }

    /// `verify --due`, or of all, with the index brought up to date as the command does.
    std::string verify(ingest::VerifyOptions options) {
        const auto counts = ingest::verify(database_, reference_, options);
        search::update_index(indexer_.index(), postings_, {}, reference_.unit_groups);
        return to_text(counts);
    }
    std::string verify_due(const std::string& on) {
        return verify({.day = day(on), .due_only = true});
    }

    domain::PostingId id_of(const std::string& source_id) {
        return postings_.history(source_id).at(0).posting.id;
    }

    std::vector<std::string> states(const std::string& source_id) {
        std::vector<std::string> states;
        const auto told = postings_.history(source_id);
        for (const auto& change : told.at(0).changes) {
            states.push_back(change.state);
        }
        return states;
    }

    std::string last_reason(const std::string& source_id) {
        return postings_.history(source_id).at(0).changes.back().reason;
    }

    bool is_served(const std::string& source_id, const std::string& on) {
        return !postings_.find_served({id_of(source_id)}, day(on)).empty();
    }

    trust::UnpackedCheck check(const std::string& source_id, const verification::CheckKind kind) {
        const auto card = trust_.card(id_of(source_id)).value();
        return trust::unpack(card.verdicts.value()).at(static_cast<std::size_t>(kind));
    }

    void decide(
        const std::string& source_id,
        const std::string& decision,
        const std::string& check,
        const std::string& reviewer
    ) {
        ASSERT_TRUE(reviews_.decide(
            id_of(source_id),
            {.decision = decision,
             .check = check,
             .reviewer = reviewer,
             .words = "because",
             .made_at = ""},
            day("2026-11-16")
        ));
    }

    void expect_sound() {
        EXPECT_THAT(postings_.contradictions(), testing::IsEmpty());
        const auto outcome = indexer_.run({"check"});
        EXPECT_EQ(outcome.status, 0) << outcome.out;
    }

    Indexer indexer_;
    store::Database database_{
        {.conninfo = indexer_.database(),
         .connections_max = 2,
         .statement_timeout = std::chrono::milliseconds{0}}};
    ingest::Reference reference_ = ingest::load_reference(database_);
    store::PostingStore postings_{database_};
    store::TrustStore trust_{database_};
    store::ReviewStore reviews_{database_};
};
