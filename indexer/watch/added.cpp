#include "indexer/watch/added.hpp"

#include <algorithm>

namespace watch {

std::vector<fetch::Source> with_added(
    const fetch::SourceList& list,
    const std::vector<store::AddedSource>& added,
    const std::function<void(const std::string&)>& log
) {
    std::vector<fetch::Source> sources = list.sources;
    for (const store::AddedSource& one : added) {
        const auto has_name = [&](const fetch::Source& source) { return source.name == one.name; };
        if (std::ranges::any_of(list.sources, has_name)) {
            log(one.name + ": left out as added: the list has a source of this name");
            continue;
        }
        auto source = fetch::added_source_from(one.name, one.entry, list.for_added);
        if (!source) {
            log(one.name + ": left out: " + source.error().field + ": " + source.error().message);
            continue;
        }
        sources.push_back(*std::move(source));
    }
    return sources;
}

}  // namespace watch
