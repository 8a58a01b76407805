#pragma once

#include "indexer/search/columns.hpp"
#include "matcher/domain/posting.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search {

/// Of a term or a concept: 64 bits take less room than the text, and are compared at once. One of
/// 2^64 pairs shares a hash. It means nothing outside this process.
using TermHash = std::uint64_t;

inline TermHash hash_of(const std::string_view text) { return std::hash<std::string_view>{}(text); }

/// The words of one posting that a résumé can share with it, as terms of the index.
struct PostingTerms {
    std::vector<TermHash> terms;
    int called_english = 0;  ///< How many of them are words that the employer calls the job by.
    int called_french = 0;
    std::vector<TermHash> called_concepts;  ///< Of what the employer calls the job (concepts.hpp).
    std::vector<TermHash> title_concepts;   ///< Of the title.
};

/// What was read of an index in one state of it. Threads may share it.
class KeptTerms {
public:
    explicit KeptTerms(std::size_t bytes_max) : bytes_max_{bytes_max} {}

    /// Null where it is not kept. What is kept stays where it is as long as this lives.
    const PostingTerms* find(domain::PostingId id) const;

    /// Does nothing where there is no room left.
    void keep(domain::PostingId id, PostingTerms terms);

    /// How many postings have a term; nothing where it is not kept.
    std::optional<std::uint32_t> having(TermHash term) const;

    /// Does nothing where there is no room left.
    void keep(TermHash term, std::uint32_t having);

private:
    const std::size_t bytes_max_;
    mutable std::shared_mutex mutex_;
    std::unordered_map<domain::PostingId, PostingTerms> kept_;
    std::unordered_map<TermHash, std::uint32_t> having_;
    std::size_t bytes_ = 0;
};

/// An index whose postings are compared with résumés, and what was read of it: to read the words of
/// a posting costs far more than to compare them. Copies share what is kept.
class PostingWords {
public:
    static constexpr std::size_t kept_bytes_default = std::size_t{64} << 20;

    // NOLINTNEXTLINE(google-explicit-constructor)
    PostingWords(SearchedIndex index, std::size_t kept_bytes_max = kept_bytes_default)
        : index_{std::move(index)}, shared_{std::make_shared<Shared>()} {
        shared_->bytes_max = kept_bytes_max;
    }
    // NOLINTNEXTLINE(google-explicit-constructor)
    PostingWords(const IndexLocation& index) : PostingWords{SearchedIndex{index}} {}

    const SearchedIndex& index() const { return index_; }

    /// What is kept of the index in the state that this text names. What was kept of another state
    /// is let go as soon as nobody uses it.
    std::shared_ptr<KeptTerms> kept(const std::string& state) const;

private:
    struct Shared {
        std::size_t bytes_max = 0;
        std::mutex mutex;
        std::string state;
        std::shared_ptr<KeptTerms> kept;
    };

    SearchedIndex index_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace search
