#include "indexer/search/generation_writer.hpp"

#include "indexer/search/schema.hpp"

#include <algorithm>
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

/// Forms with accents that are remembered; past this they are learnt anew.
constexpr std::size_t seen_max = 200'000;

std::vector<Xapian::WritableDatabase> opened(const Shards& paths) {
    std::vector<Xapian::WritableDatabase> shards;
    for (const auto& path : paths) {
        shards.emplace_back(path.string(), Xapian::DB_OPEN);
    }
    return shards;
}

std::int64_t revision_of_all(const std::vector<Xapian::WritableDatabase>& shards) {
    std::int64_t revision = revision_of(shards.front());
    for (const Xapian::WritableDatabase& shard : shards) {
        revision = std::min(revision, revision_of(shard));
    }
    return revision;
}

}  // namespace

Generation::Generation(const Shards& shards, const std::vector<store::NocUnitGroup>& unit_groups)
    : shards_{opened(shards)}, unit_groups_{by_noc(unit_groups)} {
    report_.revision = revision_of_all(shards_);
}

void Generation::begin() {
    for (Xapian::WritableDatabase& shard : shards_) {
        shard.begin_transaction();
    }
}

Change Generation::prepare(const store::StoredPosting& stored) const {
    const domain::PostingId id = stored.posting.id;
    if (id < 1 || id > std::numeric_limits<Xapian::docid>::max()) {
        throw IndexError{
            "posting " + std::to_string(id) + " has no place in an index of 32-bit ids"};
    }
    Change change{.id = id, .content = std::nullopt};
    if (stored.verified) {
        change.content = document(stored.posting, unit_groups_);
        change.content->document.add_value(
            schema::revision, schema::to_value(static_cast<std::uint64_t>(stored.revision))
        );
    }
    return change;
}

Generation::Address Generation::address_of(const domain::PostingId id) {
    const auto index = static_cast<std::size_t>(id - 1);
    return {
        .shard = shards_[index % shards_.size()],
        .id = static_cast<Xapian::docid>(index / shards_.size() + 1)};
}

void Generation::write(const Change& change) {
    const Address address = address_of(change.id);
    if (change.content) {
        address.shard.replace_document(address.id, change.content->document);
        note_spelling(*change.content);
        ++report_.documents_written;
    } else {
        remove(address);
    }
}

void Generation::remove(const Address& address) {
    try {
        address.shard.delete_document(address.id);
        ++report_.documents_removed;
    } catch (const Xapian::DocNotFoundError&) {
        // Held back from the first: it has never been in the index.
        return;
    }
}

void Generation::note_spelling(const IndexedDocument& content) {
    for (const std::string& word : content.words) {
        ++new_words_[word];
    }
    if (seen_.size() > seen_max) {
        seen_.clear();
    }
    for (const auto& [word, as_written] : content.accented_words) {
        std::string& known = seen_[word];
        if (known != as_written) {
            known = as_written;
            shards_.front().set_metadata(std::string{schema::seen_prefix}.append(word), known);
        }
    }
}

void Generation::write_spelling() {
    for (const auto& [word, count] : new_words_) {
        shards_.front().add_spelling(word, count);
    }
    new_words_.clear();
}

void Generation::commit(const store::Revision revision) {
    write_spelling();
    for (Xapian::WritableDatabase& shard : shards_) {
        shard.set_metadata(std::string{schema::revision_key}, std::to_string(revision));
        shard.commit_transaction();
    }
    report_.revision = revision;
}

}  // namespace search
