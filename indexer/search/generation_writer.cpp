#include "indexer/search/generation_writer.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/schema.hpp"

#include <limits>

namespace search {
namespace {

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

}  // namespace

Generation::Generation(const std::string& path, const std::vector<store::NocUnitGroup>& unit_groups)
    : database_{path, Xapian::DB_OPEN}, unit_groups_{by_noc(unit_groups)} {
    report_.revision = revision_of(database_);
}

void Generation::begin() { database_.begin_transaction(); }

Change Generation::prepare(const store::StoredPosting& stored) const {
    Change change{.id = document_id(stored.posting.id), .document = std::nullopt};
    if (stored.verified) {
        change.document = document(stored.posting, unit_groups_);
        change.document->add_value(
            schema::revision, schema::to_value(static_cast<std::uint64_t>(stored.revision))
        );
    }
    return change;
}

void Generation::write(const Change& change) {
    if (change.document) {
        database_.replace_document(change.id, *change.document);
        ++report_.documents_written;
    } else {
        remove(change.id);
    }
}

void Generation::remove(const Xapian::docid id) {
    try {
        database_.delete_document(id);
        ++report_.documents_removed;
    } catch (const Xapian::DocNotFoundError&) {
        // Held back from the first: it has never been in the index.
        return;
    }
}

void Generation::commit(const store::Revision revision) {
    database_.set_metadata(std::string{schema::revision_key}, std::to_string(revision));
    database_.commit_transaction();
    report_.revision = revision;
}

}  // namespace search
