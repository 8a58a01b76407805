#include "indexer/verify.hpp"

#include "indexer/trust/trust.hpp"

namespace ingest {
namespace {

using verification::Liveness;

class Verifying {
public:
    Verifying(store::Database& database, const Reference& reference, const VerifyOptions& options)
        : trust_{database}, reference_{reference}, options_{options} {}

    void take(const std::vector<store::ToVerify>& batch) {
        std::vector<store::Verification> changes;
        for (const store::ToVerify& stored : batch) {
            ++counts_.looked_at;
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
        trust_.write(changes, options_.day);
        if (options_.progress) {
            options_.progress(counts_.looked_at);
        }
    }

    VerifyCounts all() {
        store::TrustStore::Asked asked{
            .count = options_.batch_size,
            .due_only = options_.due_only,
            .day = options_.older_basis_counts ? std::optional{options_.day} : std::nullopt,
            .basis = options_.older_basis_counts ? reference_.basis : 0};
        for (;;) {
            const auto batch = trust_.to_verify(asked);
            if (batch.empty()) {
                return counts_;
            }
            take(batch);
            asked.after = batch.back().posting.id;
        }
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
    /// Asks only of what would lapse: it was fetched once, is open as far as its own dates go, and
    /// what proved it has run out.
    std::optional<Liveness> liveness_of(const store::ToVerify& stored) {
        const domain::Posting& posting = stored.posting;
        const bool runs_out =
            stored.liveness && (!stored.liveness->until || *stored.liveness->until < options_.day);
        if (!options_.ask || !runs_out || posting.closed_on || posting.url.empty() ||
            !posting.date_posted || domain::last_live_day(posting) < options_.day) {
            return std::nullopt;
        }
        auto said = options_.ask(posting);
        counts_.asked += said ? 1 : 0;
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

    store::TrustStore trust_;
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
