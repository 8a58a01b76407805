// How a file's batch goes into the store, and what the store refuses is kept aside.

#include "indexer/file_ingest.hpp"

#include <utility>

namespace ingest {
namespace {

std::vector<store::StatisticRecord> statistics_from(
    const std::span<const store::PostingRecord> records
) {
    std::vector<store::StatisticRecord> statistics;
    statistics.reserve(records.size());
    for (const store::PostingRecord& record : records) {
        statistics.push_back(
            {.posting = record.posting,
             .sha256 = record.sha256,
             .normaliser_version = record.normaliser_version}
        );
    }
    return statistics;
}

}  // namespace

void FileIngest::write() {
    if (options_.dry_run) {
        const auto total = to_store_.size() + statistics_.size() + kept_aside_.size();
        report_.counts.added += static_cast<std::int64_t>(total);
    } else {
        write_all(std::span{to_store_}, [&](const auto records) {
            return write_postings(records);
        });
        write_all(std::span{statistics_}, [&](const auto records) {
            return postings_.write_statistics(statistics_from(records));
        });
        count(postings_.quarantine(kept_aside_));
    }
    to_store_.clear();
    statistics_.clear();
    kept_aside_.clear();
}

store::WriteCounts FileIngest::write_postings(const std::span<store::PostingRecord> records) {
    employers_.key(records);
    const store::Written written = postings_.write_some(records);
    if (options_.changed && written.counts.changed > 0) {
        // What stands beside the record of a posting that is not new, only the store knows.
        options_.changed(
            written.revision,
            postings_.changed_since(written.revision - 1, 0, written.postings.size())
        );
    } else if (options_.changed && written.revision > 0) {
        std::vector<store::StoredPosting> changes;
        changes.reserve(written.postings.size());
        for (const store::WrittenPosting& each : written.postings) {
            store::PostingRecord& record = records[each.record];
            changes.push_back(
                {.posting = std::move(record.posting),
                 .verified = record.verified,
                 .revision = written.revision}
            );
            changes.back().posting.id = each.id;
        }
        options_.changed(written.revision, std::move(changes));
    }
    return written.counts;
}

/// A value that only the database refuses must not stop the feed either: which record it was, the
/// batch does not tell, so it goes in by halves, and those that are refused alone are kept aside.
template <class Write>
void FileIngest::write_all(const std::span<store::PostingRecord> records, const Write& write) {
    if (records.empty()) {
        return;
    }
    std::string refusal;
    try {
        count(write(records));
        return;
    } catch (const store::RecordRefused& refused) {
        refusal = refused.what();
    }
    if (records.size() == 1) {
        keep_aside_refused(std::move(records.front()), std::move(refusal));
        return;
    }
    const std::size_t half = records.size() / 2;
    write_all(records.first(half), write);
    write_all(records.subspan(half), write);
}

void FileIngest::keep_aside_refused(store::PostingRecord record, std::string reason) {
    if (!record.verified) {
        // It is counted as held back already, for a reason of its own that names more.
        reason = record.quarantine_reason + "; " + reason;
        auto counted = report_.counts.reasons.find(
            {.field = record.quarantine_field, .reason = record.quarantine_reason}
        );
        if (--counted->second == 0) {
            report_.counts.reasons.erase(counted);
        }
        --report_.counts.quarantined;
    } else {
        --(serves() ? report_.counts.stored : report_.counts.statistics);
        held_back_.insert(record.posting.source_id);
    }
    keep_aside(
        {.source = report_.source.name,
         .file = std::move(record.file),
         .line = record.line,
         .field = std::move(record.quarantine_field),
         .reason = std::move(reason),
         .raw = std::move(record.raw),
         .sha256 = std::move(record.sha256)}
    );
}

void FileIngest::count(const store::WriteCounts& written) {
    report_.counts.added += written.added;
    report_.counts.changed += written.changed;
    report_.counts.unchanged += written.unchanged;
}

}  // namespace ingest
