#pragma once

#include "indexer/search/document.hpp"
#include "indexer/search/writer.hpp"

#include <xapian.h>

namespace search {

/// One generation in the hands of its writer. Changes and the revision that they lead to become
/// visible together.
class Generation {
public:
    Generation(const std::string& path, const std::vector<store::NocUnitGroup>& unit_groups);

    /// What the index shows now, with what was written since it was opened.
    const IndexReport& report() const { return report_; }

    void begin();
    void write(const store::StoredPosting& stored);
    void commit(store::Revision revision);

private:
    void remove(Xapian::docid id);

    Xapian::WritableDatabase database_;
    UnitGroups unit_groups_;
    IndexReport report_;
};

}  // namespace search
