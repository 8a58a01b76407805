#pragma once

#include "indexer/assess.hpp"
#include "indexer/employers.hpp"
#include "indexer/ingest.hpp"
#include "indexer/one_per_id.hpp"
#include "indexer/reading.hpp"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ingest {

/// One file on its way into the store, a batch of records at a time.
class FileIngest {
public:
    FileIngest(
        sources::SourceDescription source,
        const Reference& reference,
        store::PostingStore& postings,
        const Options& options
    );

    void take(Chunk chunk);
    Report finish();
    std::int64_t records() const { return report_.counts.records; }

private:
    using Known = std::unordered_map<std::string, store::Fingerprint>;

    void take(sources::Record record, std::string sha256);
    void take(sources::Unreadable unreadable, std::string sha256);
    void take(sources::Gone gone, std::string sha256);
    void keep_aside(OnePerId::Loser loser);
    void keep_aside(store::QuarantinedRecord record);
    void count_held_back(std::string field, std::string reason);

    void write_batch(std::vector<Taken> batch, const Known& known);
    Known known_of(const std::vector<Taken>& batch);
    std::vector<Taken> without_unchanged(std::vector<Taken> batch, const Known& known);
    std::vector<Taken> without_superseded(std::vector<Taken> batch, const Known& known);
    void supersede(const std::vector<Taken>& batch, const Known& known);
    void sort_in(Assessed assessed);
    void close_gone();

    void write();
    store::WriteCounts write_postings(std::span<store::PostingRecord> records);
    template <class Write>
    void write_all(std::span<store::PostingRecord> records, const Write& write);
    void keep_aside_refused(store::PostingRecord record, std::string reason);
    void count(const store::WriteCounts& written);
    bool serves() const { return report_.source.kind == sources::RecordKind::postings; }

    const Reference& reference_;
    store::PostingStore& postings_;
    EmployerKeys employers_;
    const Options& options_;
    Report report_;
    OnePerId records_;
    SeenIds held_back_;  ///< Of the ids seen, those that are not served.

    std::vector<store::PostingRecord> to_store_;
    std::vector<store::PostingRecord> statistics_;
    std::vector<store::QuarantinedRecord> kept_aside_;
    std::vector<store::QuarantinedRecord> gone_;  ///< Pages, `field` being the link.
};

}  // namespace ingest
