#pragma once

#include "indexer/search/document.hpp"
#include "indexer/search/writer.hpp"

#include <optional>
#include <xapian.h>

namespace search {

/// What is to become of a document.
struct Change {
    Xapian::docid id = 0;
    std::optional<Xapian::Document> document;  ///< None where the posting is not served.
};

/// One generation in the hands of its writer. Changes and the revision that they lead to become
/// visible together.
class Generation {
public:
    Generation(const std::string& path, const std::vector<store::NocUnitGroup>& unit_groups);

    /// What the index shows now, with what was written since it was opened.
    const IndexReport& report() const { return report_; }

    void begin();
    /// Touches nothing that write() changes.
    Change prepare(const store::StoredPosting& stored) const;
    void write(const Change& change);
    void commit(store::Revision revision);

private:
    void remove(Xapian::docid id);

    Xapian::WritableDatabase database_;
    UnitGroups unit_groups_;
    IndexReport report_;
};

}  // namespace search
