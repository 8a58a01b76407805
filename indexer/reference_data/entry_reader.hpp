#pragma once

#include "indexer/reference_data/layout.hpp"
#include "sql/store/import_store.hpp"

#include <unordered_map>

namespace reference_data {

/// Makes entries of the rows of one list, by its layout. What it refuses it names by field and
/// reason; the next row is read all the same.
class EntryReader {
public:
    /// `layout` outlives the reader and recognises the header.
    EntryReader(const Layout& layout, Header header, Prepare prepare);

    store::ImportItem read(Row row);

private:
    struct Source {
        const Field* field;
        std::optional<std::size_t> column;
    };

    /// The value of one field, or nothing where it is empty and may be.
    domain::Result<std::optional<std::string>> value_of(const Source& source, const Row& row) const;
    domain::Result<std::string> rest_of(const Row& row) const;
    domain::Result<store::ImportedRow> entry_from(const Row& row) const;
    std::optional<std::int64_t> line_of_the_same(const store::ImportedRow& entry);

    const Layout& layout_;
    Header header_;
    Prepare prepare_;
    std::vector<Source> sources_;
    std::vector<std::size_t> rest_;
    std::vector<std::size_t> key_;
    std::unordered_map<std::string, std::int64_t> lines_;  ///< Of each key.
};

}  // namespace reference_data
