#pragma once

#include "indexer/search/location.hpp"
#include "indexer/search/search.hpp"

#include <filesystem>
#include <string>
#include <vector>
#include <xapian.h>

/// Where an index stands on the disk. The index folder holds generations, each a Xapian database or
/// a folder of several, its shards, and the stub file `XAPIANDB` that names those in force, so that
/// Xapian's own tools open the folder as well. Beside it, `shard-0`, `shard-1`... name one shard
/// each where there are several: what `xapian-tcpsrv` is given to serve stays the same through
/// rebuilds. A rebuild writes the next generation beside the old one and puts it in force by
/// renaming a new stub over the old one. A reader that had read the old stub and finds its
/// generation removed opens the index again; one that has it open keeps it until it closes.
namespace search {

/// Runs `work` and reports Xapian's errors as IndexError, which callers outside this folder can
/// catch: a Xapian::Error is no std::exception.
template <class Work>
auto reporting_index_errors(const Work& work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw IndexError{error.get_description()};
    }
}

bool has_index(const std::string& index_folder);

/// The folders of the shards of one generation, in their order; one where it is not divided.
using Shards = std::vector<std::filesystem::path>;

/// Those of the generation in force; there must be one.
Shards shards_in_force(const std::string& index_folder);

/// Creates an empty generation that is not in force yet, and says where.
Shards create_generation(const std::string& index_folder, std::size_t shards);

/// Puts a generation in force and removes all others.
void put_in_force(const std::string& index_folder, const Shards& generation);

std::int64_t revision_of(const Xapian::Database& shard);

/// True if the documents were written under the schema of this program.
bool has_current_schema(const Xapian::Database& shard);

}  // namespace search
