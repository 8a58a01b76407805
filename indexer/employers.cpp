#include "indexer/employers.hpp"

#include "indexer/normalise/employer_name.hpp"

#include <utility>

namespace ingest {
namespace {

store::EmployerSpelling spelling_of(const std::string& name) {
    normalise::EmployerName employer = normalise::employer_name_from(name);
    return {
        .name = name,
        .key = std::move(employer.key),
        .legal_name = std::move(employer.legal_name),
        .operating_name = std::move(employer.operating_name),
        .operating_key = std::move(employer.operating_key)};
}

}  // namespace

void EmployerKeys::key(const std::span<const store::PostingRecord> records) {
    constexpr std::size_t known_max = 50'000;
    if (known_.size() >= known_max) {
        known_.clear();
    }
    std::unordered_set<std::string> news;
    std::vector<store::EmployerSpelling> spellings;
    for (const store::PostingRecord& record : records) {
        const std::string& name = record.posting.hiring_organization;
        if (!known_.contains(name) && news.insert(name).second) {
            spellings.push_back(spelling_of(name));
        }
    }
    postings_.key_employers(spellings, normalise::employer_key_version);
    known_.merge(news);
}

void key_employers_anew(store::PostingStore& postings) {
    constexpr std::size_t at_once = 5'000;
    bool any = false;
    for (auto names = postings.spellings_not_keyed_by(normalise::employer_key_version, at_once);
         !names.empty();
         names = postings.spellings_not_keyed_by(normalise::employer_key_version, at_once)) {
        std::vector<store::EmployerSpelling> spellings;
        spellings.reserve(names.size());
        for (const std::string& name : names) {
            spellings.push_back(spelling_of(name));
            if (spellings.back().key.empty()) {
                spellings.back().key = name;  // Signs only; it stays an employer of its own.
            }
        }
        postings.key_employers(spellings, normalise::employer_key_version);
        any = true;
    }
    if (any) {
        postings.follow_spellings();
    }
}

}  // namespace ingest
