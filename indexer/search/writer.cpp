#include "indexer/search/writer.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/generation_writer.hpp"

#include <algorithm>

namespace search {
namespace {

/// Postings of one commit. A commit waits for the disk, so few large ones are fast; half of this
/// is what Xapian by default keeps in memory before it writes.
constexpr std::size_t commit_size = 20'000;

using Progress = std::function<void(std::int64_t)>;

IndexReport bring_up_to_date(
    Generation index, store::PostingStore& postings, const Progress& progress
) {
    // Read before the postings: revisions become visible in order, so all changes up to this one
    // are seen below.
    const store::Revision target = postings.revision();
    store::Revision after = index.report().revision;
    domain::PostingId after_id = 0;
    while (index.report().revision < target) {
        const auto batch = postings.changed_since(after, after_id, commit_size);
        index.begin();
        for (const store::StoredPosting& stored : batch) {
            index.write(index.prepare(stored));
        }
        if (batch.size() < commit_size) {
            index.commit(batch.empty() ? target : std::max(target, batch.back().revision));
        } else {
            // The last revision of a full batch may go on in the next one.
            after = batch.back().revision;
            after_id = batch.back().posting.id;
            index.commit(std::max(index.report().revision, after - 1));
        }
        if (progress) {
            progress(index.report().documents_written + index.report().documents_removed);
        }
    }
    return index.report();
}

}  // namespace

IndexReport update_index(
    const std::string& index_folder,
    store::PostingStore& postings,
    const Progress& progress,
    const std::vector<store::NocUnitGroup>& unit_groups
) {
    return reporting_index_errors([&] {
        if (!has_index(index_folder)) {
            put_in_force(create_generation(index_folder));
        }
        const Xapian::Database current{index_folder};
        if (!has_current_schema(current) || revision_of(current) > postings.revision()) {
            return rebuild_index(index_folder, postings, progress, unit_groups);
        }
        return bring_up_to_date(Generation{index_folder, unit_groups}, postings, progress);
    });
}

IndexReport rebuild_index(
    const std::string& index_folder,
    store::PostingStore& postings,
    const Progress& progress,
    const std::vector<store::NocUnitGroup>& unit_groups
) {
    return reporting_index_errors([&] {
        const std::filesystem::path generation = create_generation(index_folder);
        const IndexReport report =
            bring_up_to_date(Generation{generation.string(), unit_groups}, postings, progress);
        put_in_force(generation);
        return report;
    });
}

}  // namespace search
