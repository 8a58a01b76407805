#pragma once

#include "indexer/search/document.hpp"
#include "indexer/search/generation.hpp"
#include "indexer/search/writer.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace search {

/// What is to become of a document.
struct Change {
    domain::PostingId id = 0;
    std::optional<IndexedDocument> content;  ///< None where the posting is not served.
};

/// One generation in the hands of its writer. Changes and the revision that they lead to become
/// visible together; of several shards, shard by shard, and the index is at the revision that all
/// of them have come to. What a crash leaves between two shards is written again from there.
class Generation {
public:
    Generation(const Shards& shards, const std::vector<store::NocUnitGroup>& unit_groups);

    /// What the index shows now, with what was written since it was opened.
    const IndexReport& report() const { return report_; }

    void begin();
    /// Touches nothing that write() changes.
    Change prepare(const store::StoredPosting& stored) const;
    void write(const Change& change);
    void commit(store::Revision revision);

private:
    /// Where a posting stands.
    struct Address {
        Xapian::WritableDatabase& shard;
        Xapian::docid id;
    };
    Address address_of(domain::PostingId id);
    void remove(const Address& address);
    void note_spelling(const IndexedDocument& content);
    void write_spelling();

    std::vector<Xapian::WritableDatabase> shards_;
    UnitGroups unit_groups_;
    IndexReport report_;
    /// What the spelling dictionary has not been told yet.
    std::unordered_map<std::string, Xapian::termcount> new_words_;
    std::unordered_map<std::string, std::string> seen_;  ///< By folded word, as last seen.
};

}  // namespace search
