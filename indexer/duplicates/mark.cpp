#include "indexer/duplicates/mark.hpp"

#include "indexer/duplicates/clusters.hpp"
#include "indexer/duplicates/rules.hpp"
#include "indexer/normalise/employer_name.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace duplicates {
namespace {

using domain::PostingId;
using store::AdvertisedPosting;

/// The keys rest on both rules.
constexpr int rules_version = rules::version * 1000 + normalise::employer_key_version;

/// A set of postings grows by whatever shares a key with one of them, until nothing does; more
/// steps than this take only links that everybody uses.
constexpr int steps_max = 8;

Advertisement advertisement_in(const AdvertisedPosting& stored) {
    return advertisement_of(
        stored.posting,
        {.employer_key = stored.employer_key,
         .record = stored.record_digest,
         .text = stored.text_digest}
    );
}

/// PostgreSQL has no unsigned numbers; the bits are what matters.
std::int64_t stored(const Key key) { return static_cast<std::int64_t>(key); }

store::DuplicateKeys keys_of(const Advertisement& ad) {
    store::DuplicateKeys keys{.id = ad.id, .block = {}, .ad = {}, .raw = stored(ad.raw)};
    if (ad.block) {
        keys.block = stored(*ad.block);
    }
    if (ad.ad) {
        keys.ad = stored(*ad.ad);
    }
    return keys;
}

class Marking {
public:
    Marking(store::DuplicateStore& store, const Options& options)
        : store_{store}, options_{options} {}

    Marked run();

private:
    void take(
        const std::vector<AdvertisedPosting>& batch, const store::DuplicateProgress& progress
    );
    void grow(std::unordered_set<PostingId>& ids, std::vector<PostingId> newest);
    std::vector<store::Canonical> marks_of(
        std::unordered_set<PostingId> affected, std::vector<AdvertisedPosting> postings
    );

    store::DuplicateStore& store_;
    const Options& options_;
    Marked marked_;
};

Marked Marking::run() {
    store::DuplicateProgress progress = store_.progress();
    if (progress.rules_version != rules_version) {
        store_.start_over(rules_version);
        progress = store_.progress();
    }
    while (true) {
        const auto batch =
            store_.changed_since(progress.revision, progress.id, options_.batch_size);
        if (batch.empty()) {
            return marked_;
        }
        progress.revision = batch.back().revision;
        progress.id = batch.back().posting.id;
        take(batch, progress);
        if (options_.progress) {
            options_.progress(marked_.looked_at);
        }
    }
}

/// Those that are marked change their revision, so that a later batch has them again; they are
/// found to be as they should, and the search ends.
void Marking::take(
    const std::vector<AdvertisedPosting>& batch, const store::DuplicateProgress& progress
) {
    std::vector<PostingId> ids;
    std::vector<store::DuplicateKeys> keys;
    for (const AdvertisedPosting& changed : batch) {
        ids.push_back(changed.posting.id);
        if (changed.verified) {
            keys.push_back(keys_of(advertisement_in(changed)));
        }
    }
    // Whoever shared a key with what these were, and whoever shares one with what they are now.
    std::unordered_set<PostingId> affected{ids.begin(), ids.end()};
    grow(affected, ids);
    store_.write_keys(ids, keys);
    grow(affected, {affected.begin(), affected.end()});

    marked_.looked_at += static_cast<std::int64_t>(batch.size());
    const auto marks = marks_of(affected, batch);
    marked_.marked += static_cast<std::int64_t>(marks.size());
    const store::Revision revision = store_.mark(marks, progress);
    if (options_.written && !marks.empty()) {
        options_.written(revision, marks.size());
    }
}

void Marking::grow(std::unordered_set<PostingId>& ids, std::vector<PostingId> newest) {
    for (int step = 0; step < steps_max && !newest.empty(); ++step) {
        std::vector<PostingId> next;
        for (const PostingId id : store_.sharing(newest)) {
            if (ids.insert(id).second) {
                next.push_back(id);
            }
        }
        newest = std::move(next);
    }
}

/// Of all affected, those that are not marked as they should.
std::vector<store::Canonical> Marking::marks_of(
    std::unordered_set<PostingId> affected, std::vector<AdvertisedPosting> postings
) {
    for (const AdvertisedPosting& posting : postings) {
        affected.erase(posting.posting.id);
    }
    if (!affected.empty()) {
        auto others = store_.find({affected.begin(), affected.end()});
        std::move(others.begin(), others.end(), std::back_inserter(postings));
    }
    std::vector<Advertisement> ads;
    for (const AdvertisedPosting& posting : postings) {
        if (posting.verified) {
            ads.push_back(advertisement_in(posting));
        }
    }
    std::unordered_map<PostingId, PostingId> canonical;
    for (const Cluster& cluster : clusters(std::move(ads))) {
        for (const PostingId other : cluster.others) {
            canonical[other] = cluster.canonical;
        }
    }
    std::vector<store::Canonical> marks;
    for (const AdvertisedPosting& posting : postings) {
        const PostingId id = posting.posting.id;
        const auto found = canonical.find(id);
        const PostingId should = found == canonical.end() ? id : found->second;
        if (should != posting.canonical) {
            marks.push_back({.id = id, .canonical = should});
        }
    }
    return marks;
}

}  // namespace

Marked mark(store::DuplicateStore& store, const Options& options) {
    return Marking{store, options}.run();
}

}  // namespace duplicates
