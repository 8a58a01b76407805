#include "indexer/verify.hpp"

#include "indexer/compare_texts.hpp"
#include "indexer/trust/text_uses.hpp"
#include "indexer/trust/trust.hpp"

#include <ctime>

namespace ingest {
namespace {

using verification::Liveness;
using Clock = std::chrono::steady_clock;

/// Of the processor, in this thread.
VerifyCounts::Seconds time_used() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds{used.tv_sec} + std::chrono::nanoseconds{used.tv_nsec};
}

class Verifying {
public:
    Verifying(store::Database& database, const Reference& reference, const VerifyOptions& options)
        : database_{database},
          trust_{database},
          texts_{database},
          reference_{reference},
          options_{options} {}

    void take(const std::vector<store::ToVerify>& batch) {
        const auto begin = time_used();
        std::vector<store::Verification> changes;
        std::vector<store::SketchedPosting> texts;
        for (const store::ToVerify& stored : batch) {
            ++counts_.looked_at;
            if (auto text = stored.sketched ? std::nullopt : trust::text_sketch(stored.posting)) {
                texts.push_back(
                    {.id = stored.posting.id,
                     .text = *text,
                     .posted = stored.posting.date_posted,
                     .use = {}}
                );
            }
            const auto news = liveness_of(stored);
            if (auto change = trust::verify_again(
                    stored, reference_.lists.get(), reference_.basis, options_.day, news
                )) {
                if (news && news->state == Liveness::State::closed) {
                    change->closed_because = "its page says: " + news->evidence;
                }
                count(*change);
                changes.push_back(std::move(*change));
            }
        }
        counts_.deciding += time_used() - begin;
        const auto decided = Clock::now();
        trust_.write(changes, options_.day);
        if (!texts.empty()) {
            texts_.write(texts);
        }
        counts_.writing += Clock::now() - decided;
        if (options_.progress) {
            options_.progress(counts_.looked_at);
        }
    }

    VerifyCounts all() {
        store::TrustStore::Asked asked{.count = options_.batch_size, .due_only = options_.due_only};
        if (options_.older_basis_counts) {
            asked.day = options_.day;
            if (options_.ask) {
                asked.proved_to = options_.day;
            }
            asked.basis = reference_.basis;
        }
        take_all(asked);
        // Postings that an older version stored have their texts compared now.
        if (compare_texts(database_) > 0) {
            take_all({.count = options_.batch_size, .due_only = true});
        }
        return counts_;
    }

    std::optional<VerifyCounts> one(const domain::PostingId id) {
        const auto stored = trust_.to_verify(id);
        if (!stored) {
            return std::nullopt;
        }
        take({*stored});
        return counts_;
    }

private:
    void take_all(store::TrustStore::Asked asked) {
        for (;;) {
            const auto begin = Clock::now();
            const auto batch = trust_.to_verify(asked);
            counts_.reading += Clock::now() - begin;
            if (batch.empty()) {
                return;
            }
            take(batch);
            asked.after = batch.back().posting.id;
        }
    }

    /// Asks only of what would lapse: it was fetched once, is open as far as its own dates go, and
    /// what proved it runs out today or has. What is uncertain says nothing against a proof.
    std::optional<Liveness> liveness_of(const store::ToVerify& stored) {
        const domain::Posting& posting = stored.posting;
        const bool runs_out =
            stored.liveness && (!stored.liveness->until || *stored.liveness->until <= options_.day);
        if (!options_.ask || !runs_out || posting.closed_on || posting.url.empty() ||
            !posting.date_posted || domain::last_live_day(posting) < options_.day) {
            return std::nullopt;
        }
        auto said = options_.ask(posting);
        counts_.asked += said ? 1 : 0;
        const bool still_proved = stored.liveness->until && *stored.liveness->until == options_.day;
        if (said && said->state == Liveness::State::uncertain && still_proved) {
            return std::nullopt;
        }
        return said;
    }

    void count(const store::Verification& change) {
        ++counts_.changed;
        counts_.closed += change.closed_because.empty() ? 0 : 1;
        if (!change.state) {
            return;
        }
        const std::string& state = change.state->history;
        counts_.held_back += state == "held_back" ? 1 : 0;
        counts_.released += state == "released" ? 1 : 0;
        counts_.lapsed += state == "lapsed" ? 1 : 0;
        counts_.renewed += state == "renewed" ? 1 : 0;
    }

    store::Database& database_;
    store::TrustStore trust_;
    store::TextStore texts_;
    const Reference& reference_;
    const VerifyOptions& options_;
    VerifyCounts counts_;
};

}  // namespace

VerifyCounts verify(
    store::Database& database, const Reference& reference, const VerifyOptions& options
) {
    return Verifying{database, reference, options}.all();
}

std::optional<VerifyCounts> verify_one(
    store::Database& database,
    const Reference& reference,
    const domain::PostingId id,
    const VerifyOptions& options
) {
    return Verifying{database, reference, options}.one(id);
}

}  // namespace ingest
