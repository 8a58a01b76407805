#pragma once

#include "indexer/search/search.hpp"

#include <filesystem>
#include <string>
#include <xapian.h>

/// Where an index stands on the disk. The index folder holds generations, each a Xapian database,
/// and the stub file `XAPIANDB` that names the one in force, so that Xapian's own tools open the
/// folder as well. A rebuild writes the next generation beside it and puts it in force by renaming
/// a new stub over the old one. A reader that had read the old stub and finds its generation
/// removed opens the index again; one that has it open keeps it until it closes.
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

/// The folder of the generation in force; there must be one.
std::filesystem::path generation_in_force(const std::string& index_folder);

/// Creates an empty generation that is not in force yet, and says where.
std::filesystem::path create_generation(const std::string& index_folder);

/// Puts a generation in force and removes all others.
void put_in_force(const std::filesystem::path& generation);

std::int64_t revision_of(const Xapian::Database& database);

/// True if the documents were written under the schema of this program.
bool has_current_schema(const Xapian::Database& database);

}  // namespace search
