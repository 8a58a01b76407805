#include "services/matching/exclusions.hpp"

#include "indexer/normalise/employer_name.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace matching {

domain::Exclusions with_spellings(domain::Exclusions exclusions, store::PostingStore& postings) {
    std::vector<std::string>& employers = exclusions.employers;
    if (employers.empty()) {
        return exclusions;
    }
    std::vector<std::string> keys;
    for (const std::string& employer : employers) {
        std::ranges::move(normalise::keys_of_called(employer), std::back_inserter(keys));
    }
    std::ranges::move(postings.spellings_called(keys), std::back_inserter(employers));
    return exclusions;
}

bool excludes(const domain::Exclusions& exclusions, const domain::Posting& posting) {
    const auto has = [](const auto& values, const auto& value) {
        return std::ranges::find(values, value) != values.end();
    };
    if (has(exclusions.postings, posting.id) ||
        (posting.noc && has(exclusions.nocs, *posting.noc))) {
        return true;
    }
    if (exclusions.employers.empty()) {
        return false;
    }
    const auto employer = normalise::employer_name_from(posting.hiring_organization);
    return std::ranges::any_of(exclusions.employers, [&](const std::string& asked) {
        return normalise::is_called(employer, asked);
    });
}

}  // namespace matching
