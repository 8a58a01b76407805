#pragma once

#include "indexer/fetch/source_list.hpp"
#include "sql/store/added_source_store.hpp"

#include <functional>
#include <string>
#include <vector>

namespace watch {

/// The sources of the list, then those that operators added. Of two with one name the list's
/// counts; that, and what cannot be read of an added one, is told to `log`.
std::vector<fetch::Source> with_added(
    const fetch::SourceList& list,
    const std::vector<store::AddedSource>& added,
    const std::function<void(const std::string&)>& log
);

}  // namespace watch
