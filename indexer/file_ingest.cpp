#include "indexer/file_ingest.hpp"

#include "indexer/missing.hpp"
#include "indexer/trust/trust.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <utility>

namespace ingest {
namespace {

/// Superseded records that wait for the end of the file, at most. Of a file with more, the next
/// ingest writes some once more; what stands in the end is the same.
constexpr std::size_t waiting_max = 20'000;

std::string source_id_field() { return std::string{sources::to_string(sources::Field::source_id)}; }

}  // namespace

FileIngest::FileIngest(
    sources::SourceDescription source,
    const Reference& reference,
    store::PostingStore& postings,
    const Options& options
)
    : reference_{reference},
      postings_{postings},
      employers_{postings},
      options_{options},
      records_{
          source.kind == sources::RecordKind::postings ? OnePerId::Counts::last
                                                       : OnePerId::Counts::first} {
    report_.source = std::move(source);
}

void FileIngest::take(Chunk chunk) {
    for (Found& found : chunk.found) {
        ++report_.counts.records;
        std::visit([&](auto& what) { take(std::move(what), std::move(found.sha256)); }, found.what);
    }
    std::vector<Taken> batch = records_.take_batch();
    const Known known = known_of(batch);
    batch = without_unchanged(std::move(batch), known);
    if (serves()) {
        batch = without_superseded(std::move(batch), known);
    }
    write_batch(std::move(batch), known);
}

Report FileIngest::finish() {
    std::vector<Taken> waiting = records_.take_waiting();
    std::sort(waiting.begin(), waiting.end(), [](const Taken& left, const Taken& right) {
        return left.record.origin.line < right.record.origin.line;
    });
    for (std::size_t start = 0; start < waiting.size(); start += options_.batch_size) {
        const std::size_t end = std::min(waiting.size(), start + options_.batch_size);
        std::vector<Taken> batch;
        batch.reserve(end - start);
        for (std::size_t at = start; at < end; ++at) {
            batch.push_back(std::move(waiting[at]));
        }
        const Known known = known_of(batch);
        write_batch(std::move(batch), known);
    }
    Counts& counts = report_.counts;
    assert(
        counts.records == counts.stored + counts.statistics + counts.quarantined + counts.closed
    );
    assert(counts.records == counts.added + counts.changed + counts.unchanged);
    report_.seen = records_.seen();
    return std::move(report_);
}

void FileIngest::take(sources::Record record, std::string sha256) {
    if (auto loser = records_.add({.record = std::move(record), .sha256 = std::move(sha256)})) {
        keep_aside(*std::move(loser));
    }
}

void FileIngest::take(sources::Unreadable unreadable, std::string sha256) {
    ++report_.counts.unreadable;
    keep_aside(
        {.source = report_.source.name,
         .file = std::move(unreadable.origin.file),
         .line = unreadable.origin.line,
         .field = std::move(unreadable.field),
         .reason = std::move(unreadable.reason),
         .raw = std::move(unreadable.raw),
         .sha256 = std::move(sha256)}
    );
}

void FileIngest::take(sources::Gone gone, std::string sha256) {
    gone_.push_back(
        {.source = report_.source.name,
         .file = std::move(gone.origin.file),
         .line = gone.origin.line,
         .field = std::move(gone.url),
         .reason = std::move(gone.quote),
         .raw = std::move(gone.raw),
         .sha256 = std::move(sha256)}
    );
}

/// A record that stands in the file twice is stored once, and needs no row of its own.
void FileIngest::keep_aside(OnePerId::Loser loser) {
    if (loser.reason == repeated_reason) {
        count_held_back(source_id_field(), std::string{loser.reason});
        ++report_.counts.unchanged;
        return;
    }
    keep_aside(
        {.source = report_.source.name,
         .file = std::move(loser.taken.record.origin.file),
         .line = loser.taken.record.origin.line,
         .field = source_id_field(),
         .reason = std::string{loser.reason},
         .raw = std::move(loser.taken.record.raw),
         .sha256 = std::move(loser.taken.sha256)}
    );
}

void FileIngest::keep_aside(store::QuarantinedRecord record) {
    count_held_back(record.field, record.reason);
    kept_aside_.push_back(std::move(record));
}

void FileIngest::count_held_back(std::string field, std::string reason) {
    ++report_.counts.quarantined;
    ++report_.counts.reasons[{.field = std::move(field), .reason = std::move(reason)}];
}

FileIngest::Known FileIngest::known_of(const std::vector<Taken>& batch) {
    std::vector<std::string> ids;
    ids.reserve(batch.size());
    for (const Taken& taken : batch) {
        ids.push_back(source_id(taken.record));
    }
    const std::string& source = report_.source.name;
    Known known;
    for (store::Fingerprint& fingerprint : serves()
                                               ? postings_.fingerprints(source, ids)
                                               : postings_.statistic_fingerprints(source, ids)) {
        known.emplace(fingerprint.source_id, std::move(fingerprint));
    }
    return known;
}

/// What is stored and verified from the same bytes is left as it is. What was held back is taken
/// up again: the day has moved on, and its reasons belong into the report.
std::vector<Taken> FileIngest::without_unchanged(std::vector<Taken> batch, const Known& known) {
    std::vector<Taken> rest;
    std::vector<domain::PostingId> seen_again;
    for (Taken& taken : batch) {
        const auto before = known.find(source_id(taken.record));
        if (before == known.end() || before->second.sha256 != taken.sha256) {
            rest.push_back(std::move(taken));
            continue;
        }
        const store::Fingerprint& stored = before->second;
        if (taken.supersedes) {
            keep_aside({.taken = std::move(taken), .reason = repeated_reason});
        } else if (!stored.verified || stored.gone || stored.normaliser_version != normalise::version) {
            rest.push_back(std::move(taken));
        } else {
            ++(serves() ? report_.counts.stored : report_.counts.statistics);
            ++report_.counts.unchanged;
            if (serves() && stored.last_seen < options_.fetched_on) {
                seen_again.push_back(stored.id);
            }
        }
    }
    if (!seen_again.empty() && !options_.dry_run) {
        postings_.mark_seen(
            seen_again,
            options_.fetched_on,
            options_.fetched ? std::optional{trust::seen_in_feed(options_.fetched_on)}
                             : std::nullopt
        );
    }
    return rest;
}

/// Records that an earlier ingest saw superseded wait for their successors.
std::vector<Taken> FileIngest::without_superseded(std::vector<Taken> batch, const Known& known) {
    std::vector<std::string> changed;
    for (const Taken& taken : batch) {
        if (known.contains(source_id(taken.record))) {
            changed.push_back(taken.sha256);
        }
    }
    if (changed.empty()) {
        return batch;
    }
    const std::vector<std::string> found = postings_.superseded(report_.source.name, changed);
    const std::set<std::string> superseded{found.begin(), found.end()};
    std::vector<Taken> rest;
    rest.reserve(batch.size());
    for (Taken& taken : batch) {
        const bool waits = superseded.contains(taken.sha256) && records_.waiting() < waiting_max &&
                           known.contains(source_id(taken.record));
        if (waits) {
            records_.wait(std::move(taken));
        } else {
            rest.push_back(std::move(taken));
        }
    }
    return rest;
}

/// Records of this file that went into the store already give way to later ones.
void FileIngest::supersede(const std::vector<Taken>& batch, const Known& known) {
    std::vector<store::PostingStore::Successor> successors;
    for (const Taken& taken : batch) {
        const std::string id = source_id(taken.record);
        if (!taken.supersedes) {
            continue;
        }
        if (!held_back_.contains(id)) {
            --report_.counts.stored;
            count_held_back(source_id_field(), std::string{store::superseded_reason});
        }
        if (known.contains(id)) {
            successors.push_back({.source_id = id, .sha256 = taken.sha256});
        }
    }
    if (!successors.empty() && !options_.dry_run) {
        postings_.supersede(report_.source.name, successors);
    }
}

void FileIngest::write_batch(std::vector<Taken> batch, const Known& known) {
    if (serves()) {
        supersede(batch, known);
    }
    for (Taken& taken : batch) {
        Asked asked{.fetched_on = options_.fetched_on, .fetched = options_.fetched};
        if (const auto before = known.find(source_id(taken.record)); before != known.end()) {
            asked.rejected = before->second.rejected;
            if (before->second.sha256 == taken.sha256) {
                asked.cleared = before->second.cleared;
            }
        }
        Assessed assessed = assess(
            report_.source, std::move(taken.record), std::move(taken.sha256), reference_, asked
        );
        for (const normalise::NotUnderstood& value : assessed.not_understood) {
            ++report_.counts.not_understood[std::string{sources::to_string(value.field)}];
        }
        sort_in(std::move(assessed));
    }
    close_gone();
    write();
}

void FileIngest::sort_in(Assessed assessed) {
    store::PostingRecord& record = assessed.record;
    const bool has_row = serves() ? !record.posting.source_id.empty() : record.verified;
    if (!has_row) {
        report_.counts.unreadable += record.posting.source_id.empty() ? 1 : 0;
        keep_aside(
            {.source = report_.source.name,
             .file = std::move(record.file),
             .line = record.line,
             .field = std::move(record.quarantine_field),
             .reason = std::move(record.quarantine_reason),
             .raw = std::move(record.raw),
             .sha256 = std::move(record.sha256)}
        );
    } else if (serves()) {
        if (record.verified) {
            ++report_.counts.stored;
        } else {
            held_back_.insert(record.posting.source_id);
            count_held_back(record.quarantine_field, record.quarantine_reason);
        }
        to_store_.push_back(std::move(record));
    } else {
        ++report_.counts.statistics;
        statistics_.push_back(std::move(record));
    }
}

/// Pages that say that their posting is no longer advertised. One of a posting that nobody knows
/// is kept aside.
void FileIngest::close_gone() {
    if (gone_.empty()) {
        return;
    }
    std::vector<std::string> urls;
    urls.reserve(gone_.size());
    for (const store::QuarantinedRecord& page : gone_) {
        urls.push_back(page.field);
    }
    std::multimap<std::string, domain::PostingId> known;
    for (const auto& linked : postings_.find_by_urls(urls)) {
        known.emplace(linked.url, linked.id);
    }
    for (store::QuarantinedRecord& page : gone_) {
        const auto [begin, end] = known.equal_range(page.field);
        if (page.field.empty() || begin == end) {
            page.reason = "the posting is no longer advertised: " + page.reason;
            page.field.clear();
            keep_aside(std::move(page));
            continue;
        }
        ++report_.counts.closed;
        store::PostingStore::Closing closing{
            .ids = {},
            .state = "closed",
            .reason = "its page says: " + page.reason,
            .day = options_.fetched_on};
        std::for_each(begin, end, [&](const auto& linked) {
            closing.ids.push_back(linked.second);
        });
        const store::Written written = options_.dry_run
                                           ? store::Written{}
                                           : close_and_tell(postings_, closing, options_.changed);
        ++(written.counts.changed > 0 ? report_.counts.changed : report_.counts.unchanged);
    }
    gone_.clear();
}

}  // namespace ingest
