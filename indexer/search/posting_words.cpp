#include "indexer/search/posting_words.hpp"

#include <utility>

namespace search {
namespace {

/// What a posting takes beside its terms: the node of the map and its place in the table.
constexpr std::size_t bytes_beside = 160;

/// What the count of a term takes: the same of its map.
constexpr std::size_t bytes_of_count = 40;

}  // namespace

const PostingTerms* KeptTerms::find(const domain::PostingId id) const {
    const std::shared_lock while_looking{mutex_};
    const auto found = kept_.find(id);
    return found == kept_.end() ? nullptr : &found->second;
}

void KeptTerms::keep(const domain::PostingId id, PostingTerms terms) {
    std::size_t bytes = bytes_beside;
    for (auto* const hashes : {&terms.terms, &terms.called_concepts, &terms.title_concepts}) {
        hashes->shrink_to_fit();
        bytes += hashes->capacity() * sizeof(TermHash);
    }
    const std::unique_lock while_adding{mutex_};
    if (bytes_ + bytes <= bytes_max_ && kept_.try_emplace(id, std::move(terms)).second) {
        bytes_ += bytes;
    }
}

std::optional<std::uint32_t> KeptTerms::having(const TermHash term) const {
    const std::shared_lock while_looking{mutex_};
    const auto found = having_.find(term);
    return found == having_.end() ? std::nullopt : std::optional{found->second};
}

void KeptTerms::keep(const TermHash term, const std::uint32_t having) {
    const std::unique_lock while_adding{mutex_};
    if (bytes_ + bytes_of_count <= bytes_max_ && having_.try_emplace(term, having).second) {
        bytes_ += bytes_of_count;
    }
}

std::shared_ptr<KeptTerms> PostingWords::kept(const std::string& state) const {
    const std::lock_guard for_a_moment{shared_->mutex};
    if (!shared_->kept || shared_->state != state) {
        shared_->state = state;
        shared_->kept = std::make_shared<KeptTerms>(shared_->bytes_max);
    }
    return shared_->kept;
}

}  // namespace search
