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

/// Whether the index in force is one that this program would go on with.
bool is_continued_by(
    const Shards& shards, const IndexLocation& location, const store::Revision stored
) {
    const bool is_as_asked = location.shards == 0 || location.shards == shards.size();
    return is_as_asked && std::all_of(shards.begin(), shards.end(), [&](const auto& path) {
               const Xapian::Database shard{path.string()};
               return has_current_schema(shard) && revision_of(shard) <= stored;
           });
}

}  // namespace

IndexReport update_index(
    const IndexLocation& location,
    store::PostingStore& postings,
    const Progress& progress,
    const std::vector<store::NocUnitGroup>& unit_groups
) {
    return reporting_index_errors([&] {
        if (!has_index(location.folder)) {
            put_in_force(
                location.folder,
                create_generation(location.folder, std::max<std::size_t>(location.shards, 1))
            );
        }
        const Shards shards = shards_in_force(location.folder);
        if (!is_continued_by(shards, location, postings.revision())) {
            return rebuild_index(location, postings, progress, unit_groups);
        }
        return bring_up_to_date(Generation{shards, unit_groups}, postings, progress);
    });
}

IndexReport rebuild_index(
    const IndexLocation& location,
    store::PostingStore& postings,
    const Progress& progress,
    const std::vector<store::NocUnitGroup>& unit_groups
) {
    return reporting_index_errors([&] {
        const std::size_t present =
            has_index(location.folder) ? shards_in_force(location.folder).size() : 1;
        const Shards generation =
            create_generation(location.folder, location.shards == 0 ? present : location.shards);
        const IndexReport report =
            bring_up_to_date(Generation{generation, unit_groups}, postings, progress);
        put_in_force(location.folder, generation);
        return report;
    });
}

}  // namespace search
