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

    /// Verifies those of which `news_of` gives news, of which there may be none to tell.
    template <class NewsOf>
    void take(const std::vector<store::ToVerify>& batch, const NewsOf news_of) {
        const auto begin = time_used();
        std::vector<store::Verification> changes;
        std::vector<store::SketchedPosting> texts;
        for (const store::ToVerify& stored : batch) {
            const std::optional<trust::News> news = news_of(stored);
            if (!news) {
                continue;
            }
            ++counts_.looked_at;
            if (auto text = stored.sketched ? std::nullopt : trust::text_sketch(stored.posting)) {
                texts.push_back(
                    {.id = stored.posting.id,
                     .text = *text,
                     .posted = stored.posting.date_posted,
                     .use = {}}
                );
            }
            if (auto change = trust::verify_again(
                    stored, reference_.lists.get(), reference_.basis, options_.day, *news
                )) {
                if (news->source && news->source->state == Liveness::State::closed) {
                    change->closed_because = "its page says: " + news->source->evidence;
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
        ask_employers();
        return counts_;
    }

    std::optional<VerifyCounts> one(const domain::PostingId id) {
        const auto stored = trust_.to_verify(id);
        if (!stored) {
            return std::nullopt;
        }
        take({*stored}, [this](const auto& each) { return news_of_source(each); });
        if (const auto again = trust_.to_verify(id); again && is_to_ask(*again)) {
            take({*again}, [this](const auto& each) { return news_of_employer(each); });
        }
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
            take(batch, [this](const auto& each) { return news_of_source(each); });
            asked.after = batch.back().posting.id;
        }
    }

    /// Employers' pages, once all has been asked that would lapse without an answer.
    void ask_employers() {
        domain::PostingId after = 0;
        while (options_.ask_employer && may_ask_employers()) {
            const auto begin = Clock::now();
            const auto batch = trust_.to_ask(after, options_.batch_size, options_.day);
            counts_.reading += Clock::now() - begin;
            if (batch.empty()) {
                return;
            }
            after = batch.back().posting.id;
            take(batch, [this](const auto& each) { return news_of_employer(each); });
        }
    }

    bool may_ask_employers() const {
        return static_cast<std::size_t>(counts_.employers_asked) < options_.employer_pages_max;
    }

    bool is_open(const domain::Posting& posting) const {
        return !posting.closed_on && posting.date_posted &&
               domain::last_live_day(posting) >= options_.day;
    }

    /// As TrustStore::to_ask() chooses.
    bool is_to_ask(const store::ToVerify& stored) const {
        const auto& [page, said] = stored.employer_page;
        return options_.ask_employer && !page.empty() && !(said && said->until) &&
               stored.verified && !stored.lapsed_on && is_open(stored.posting);
    }

    /// What is uncertain says nothing against a proof that counts.
    bool outweighs_proof(const Liveness& said, const store::ToVerify& stored) const {
        return said.state != Liveness::State::uncertain || !stored.liveness->until ||
               *stored.liveness->until < options_.day;
    }

    /// Asks only of what would lapse: it was fetched once, is open as far as its own dates go, and
    /// what proved it runs out today or has. Where its page is its employer's, that has been asked.
    trust::News news_of_source(const store::ToVerify& stored) {
        const domain::Posting& posting = stored.posting;
        const bool runs_out =
            stored.liveness && (!stored.liveness->until || *stored.liveness->until <= options_.day);
        if (!options_.ask || !runs_out || posting.url.empty() || !is_open(posting)) {
            return {};
        }
        const auto said = options_.ask(posting);
        if (!said) {
            return {};
        }
        ++counts_.asked;
        trust::News news;
        if (outweighs_proof(*said, stored)) {
            news.source = said;
        }
        if (stored.employer_page.url == posting.url) {
            news.employer = said;
        }
        return news;
    }

    /// Where the employer's page is the posting's own, what it says is the word of its source, too;
    /// a posting that came in a file has none to close it.
    std::optional<trust::News> news_of_employer(const store::ToVerify& stored) {
        const std::string& page = stored.employer_page.url;
        const bool is_own = page == stored.posting.url;
        if (!may_ask_employers() || (is_own && !options_.ask)) {
            return std::nullopt;
        }
        const auto said =
            is_own ? options_.ask(stored.posting) : options_.ask_employer(stored.posting, page);
        if (!said) {
            return std::nullopt;
        }
        ++counts_.employers_asked;
        trust::News news{.employer = said};
        if (is_own && stored.liveness && outweighs_proof(*said, stored)) {
            news.source = said;
        }
        return news;
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
