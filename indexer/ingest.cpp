#include "indexer/ingest.hpp"

#include "indexer/assess.hpp"
#include "sql/store/sha256.hpp"

#include <cassert>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ingest {
namespace {

using sources::RecordKind;

/// Source id -> number of the last record of the file that has it.
using LastRecords = std::unordered_map<std::string, std::int64_t>;

std::string source_id(const sources::Record& record) {
    return std::string{record.posting.get(sources::Field::source_id)};
}

domain::Result<LastRecords> last_records(const sources::SourceFile& file) {
    LastRecords last;
    std::int64_t number = 0;
    const sources::Sink sink{
        .record = [&](const sources::Record& record) { last[source_id(record)] = ++number; },
        .unreadable = [](const sources::Unreadable&) {},
        .progress = {}};
    if (auto read = sources::read(file, sink); !read) {
        return read.error();
    }
    last.erase("");
    return last;
}

std::vector<store::StatisticRecord> statistics_from(const std::vector<store::PostingRecord>& records
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

/// One file on its way into the store, a batch of records at a time.
class Ingest {
public:
    Ingest(
        sources::SourceDescription source,
        LastRecords last,
        const normalise::Gazetteer& gazetteer,
        const occupation::Occupations& occupations,
        store::PostingStore& postings,
        const Options& options
    )
        : last_{std::move(last)},
          gazetteer_{gazetteer},
          occupations_{occupations},
          postings_{postings},
          options_{options} {
        report_.source = std::move(source);
    }

    void take(sources::Record record);
    void take(sources::Unreadable unreadable);
    Report finish();
    std::int64_t records() const { return report_.counts.records; }

private:
    struct Fingerprinted {
        sources::Record record;
        std::string sha256;
    };
    using Known = std::unordered_map<std::string, store::Fingerprint>;

    Known known_of_batch();
    void decide(Fingerprinted taken, const Known& known);
    void sort_in(Assessed assessed);
    void keep_aside(store::QuarantinedRecord record);
    void count_held_back(std::string field, std::string reason);
    void finish_batch();
    template <class Write>
    void write_all(std::vector<store::PostingRecord>& records, Write write);
    void keep_aside_refused(store::PostingRecord record, std::string reason);
    void count(const store::WriteCounts& written);
    bool serves() const { return report_.source.kind == RecordKind::postings; }

    LastRecords last_;
    const normalise::Gazetteer& gazetteer_;
    const occupation::Occupations& occupations_;
    store::PostingStore& postings_;
    const Options& options_;
    Report report_;
    std::int64_t record_number_ = 0;  ///< Of those that can be read, as last_records() counts.

    std::vector<Fingerprinted> batch_;
    std::vector<store::PostingRecord> to_store_;
    std::vector<store::PostingRecord> statistics_;
    std::vector<store::QuarantinedRecord> kept_aside_;
};

void Ingest::take(sources::Record record) {
    ++report_.counts.records;
    ++record_number_;
    std::string sha256 = store::sha256(record.raw);
    const auto last = last_.find(source_id(record));
    if (last != last_.end() && last->second > record_number_) {
        keep_aside(
            {.source = report_.source.name,
             .file = std::move(record.origin.file),
             .line = record.origin.line,
             .field = std::string{sources::to_string(sources::Field::source_id)},
             .reason = "a later record of the same file has the same id",
             .raw = std::move(record.raw),
             .sha256 = std::move(sha256)}
        );
    } else {
        batch_.push_back({.record = std::move(record), .sha256 = std::move(sha256)});
    }
    if (batch_.size() + kept_aside_.size() >= options_.batch_size) {
        finish_batch();
    }
}

void Ingest::take(sources::Unreadable unreadable) {
    ++report_.counts.records;
    std::string sha256 = store::sha256(unreadable.raw);
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

Report Ingest::finish() {
    finish_batch();
    const Counts& counts = report_.counts;
    assert(counts.records == counts.stored + counts.statistics + counts.quarantined);
    assert(counts.records == counts.added + counts.changed + counts.unchanged);
    return report_;
}

Ingest::Known Ingest::known_of_batch() {
    std::vector<std::string> ids;
    ids.reserve(batch_.size());
    for (const Fingerprinted& taken : batch_) {
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
void Ingest::decide(Fingerprinted taken, const Known& known) {
    const auto before = known.find(source_id(taken.record));
    if (before != known.end() && before->second.verified && before->second.sha256 == taken.sha256 &&
        before->second.normaliser_version == normalise::version) {
        ++(serves() ? report_.counts.stored : report_.counts.statistics);
        ++report_.counts.unchanged;
        return;
    }
    Assessed assessed = assess(
        report_.source,
        std::move(taken.record),
        std::move(taken.sha256),
        gazetteer_,
        occupations_,
        options_.fetched_on
    );
    for (const normalise::NotUnderstood& value : assessed.not_understood) {
        ++report_.counts.not_understood[std::string{sources::to_string(value.field)}];
    }
    sort_in(std::move(assessed));
}

void Ingest::sort_in(Assessed assessed) {
    store::PostingRecord& record = assessed.record;
    const bool has_row = serves() ? !record.posting.source_id.empty() : record.verified;
    if (!has_row) {
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
            count_held_back(record.quarantine_field, record.quarantine_reason);
        }
        to_store_.push_back(std::move(record));
    } else {
        ++report_.counts.statistics;
        statistics_.push_back(std::move(record));
    }
}

void Ingest::keep_aside(store::QuarantinedRecord record) {
    count_held_back(record.field, record.reason);
    kept_aside_.push_back(std::move(record));
}

void Ingest::count_held_back(std::string field, std::string reason) {
    ++report_.counts.quarantined;
    ++report_.counts.reasons[{.field = std::move(field), .reason = std::move(reason)}];
}

void Ingest::finish_batch() {
    const Known known = known_of_batch();
    for (Fingerprinted& taken : batch_) {
        decide(std::move(taken), known);
    }
    if (options_.dry_run) {
        const auto total = to_store_.size() + statistics_.size() + kept_aside_.size();
        report_.counts.added += static_cast<std::int64_t>(total);
    } else {
        write_all(to_store_, [&](const auto& records) { return postings_.write(records).counts; });
        write_all(statistics_, [&](const auto& records) {
            return postings_.write_statistics(statistics_from(records));
        });
        count(postings_.quarantine(kept_aside_));
    }
    batch_.clear();
    to_store_.clear();
    statistics_.clear();
    kept_aside_.clear();
}

/// A value that only the database refuses must not stop the feed either: then the batch goes in
/// record by record, and those that are refused are kept aside.
template <class Write>
void Ingest::write_all(std::vector<store::PostingRecord>& records, Write write) {
    try {
        count(write(records));
        return;
    } catch (const store::RecordRefused&) {
        // Which record it was, the batch does not tell.
    }
    for (store::PostingRecord& record : records) {
        try {
            count(write(std::vector{record}));
        } catch (const store::RecordRefused& refusal) {
            keep_aside_refused(std::move(record), refusal.what());
        }
    }
}

void Ingest::keep_aside_refused(store::PostingRecord record, std::string reason) {
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

void Ingest::count(const store::WriteCounts& written) {
    report_.counts.added += written.added;
    report_.counts.changed += written.changed;
    report_.counts.unchanged += written.unchanged;
}

}  // namespace

domain::Result<Report> ingest(
    const sources::SourceFile& file,
    const normalise::Gazetteer& gazetteer,
    const occupation::Occupations& occupations,
    store::PostingStore& postings,
    const Options& options
) {
    auto source = sources::describe(file);
    if (!source) {
        return source.error();
    }
    auto last = last_records(file);
    if (!last) {
        return last.error();
    }
    Ingest ingest{*std::move(source), *std::move(last), gazetteer, occupations, postings, options};
    const sources::Sink sink{
        .record = [&](sources::Record record) { ingest.take(std::move(record)); },
        .unreadable = [&](sources::Unreadable record) { ingest.take(std::move(record)); },
        .progress =
            [&](const std::int64_t bytes_read, const std::int64_t bytes_total) {
                if (options.progress) {
                    options.progress(
                        {.records = ingest.records(),
                         .bytes_read = bytes_read,
                         .bytes_total = bytes_total}
                    );
                }
            }};
    if (auto read = sources::read(file, sink); !read) {
        return read.error();
    }
    return ingest.finish();
}

}  // namespace ingest
