#include "indexer/search/writer.hpp"

#include "indexer/search/document.hpp"
#include "indexer/search/generation.hpp"
#include "indexer/search/schema.hpp"

#include <algorithm>
#include <limits>
#include <xapian.h>

namespace search {
namespace {

/// Postings of one commit. A commit waits for the disk, so few large ones are fast; half of this
/// is what Xapian by default keeps in memory before it writes.
constexpr std::size_t batch_size = 20'000;

using Progress = std::function<void(std::int64_t)>;

UnitGroups by_noc(const std::vector<store::NocUnitGroup>& unit_groups) {
    UnitGroups result;
    for (const store::NocUnitGroup& group : unit_groups) {
        result.emplace(group.noc, group);
    }
    return result;
}

Xapian::docid document_id(const domain::PostingId id) {
    if (id < 1 || id > std::numeric_limits<Xapian::docid>::max()) {
        throw IndexError{
            "posting " + std::to_string(id) + " has no place in an index of 32-bit ids"};
    }
    return static_cast<Xapian::docid>(id);
}

/// Brings one generation up to date.
class Writer {
public:
    Writer(const std::string& path, const std::vector<store::NocUnitGroup>& unit_groups)
        : database_{path, Xapian::DB_OPEN}, unit_groups_{by_noc(unit_groups)} {}

    IndexReport update(store::PostingStore& postings, const Progress& progress);

private:
    void write(const store::StoredPosting& stored);
    void remove(Xapian::docid id);

    Xapian::WritableDatabase database_;
    UnitGroups unit_groups_;
    IndexReport report_;
};

void Writer::remove(const Xapian::docid id) {
    try {
        database_.delete_document(id);
        ++report_.documents_removed;
    } catch (const Xapian::DocNotFoundError&) {
        // Held back from the first: it has never been in the index.
        return;
    }
}

void Writer::write(const store::StoredPosting& stored) {
    const Xapian::docid id = document_id(stored.posting.id);
    if (!stored.verified) {
        remove(id);
        return;
    }
    database_.replace_document(id, document(stored.posting, unit_groups_));
    ++report_.documents_written;
}

IndexReport Writer::update(store::PostingStore& postings, const Progress& progress) {
    report_.revision = revision_of(database_);
    // Read before the postings: revisions become visible in order, so all changes up to this one
    // are seen below.
    const store::Revision target = postings.revision();
    store::Revision after = report_.revision;
    domain::PostingId after_id = 0;
    while (report_.revision < target) {
        const auto batch = postings.changed_since(after, after_id, batch_size);
        database_.begin_transaction();
        for (const store::StoredPosting& stored : batch) {
            write(stored);
        }
        if (batch.size() < batch_size) {
            report_.revision = batch.empty() ? target : std::max(target, batch.back().revision);
        } else {
            // The last revision of a full batch may go on in the next one.
            after = batch.back().revision;
            after_id = batch.back().posting.id;
            report_.revision = std::max(report_.revision, after - 1);
        }
        database_.set_metadata(std::string{schema::revision_key}, std::to_string(report_.revision));
        database_.commit_transaction();
        if (progress) {
            progress(report_.documents_written + report_.documents_removed);
        }
    }
    return report_;
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
        return Writer{index_folder, unit_groups}.update(postings, progress);
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
            Writer{generation.string(), unit_groups}.update(postings, progress);
        put_in_force(generation);
        return report;
    });
}

}  // namespace search
