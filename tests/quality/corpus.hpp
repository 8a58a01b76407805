#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/ranking/columns.hpp"
#include "services/matching/matching.hpp"
#include "sql/store/reference_store.hpp"
#include "sql/store/round_store.hpp"
#include "tests/quality/measures.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quality {

/// The day of the archive on which every system is asked.
domain::Date as_of();

/// Whether the archive is there that the corpus is taken from.
bool has_archive();

/// The postings of corpus.tsv as jobscout-indexer takes them in, in PostgreSQL and in an index, and
/// as the matcher sees them.
class Corpus {
public:
    /// Ingests into a database and a folder of its own, which go with this object. With a folder to
    /// keep, its cluster, database and index stay there and are used again as they are; whoever
    /// changes the indexer removes the folder. Throws std::runtime_error where the archive lacks a
    /// posting of the corpus.
    explicit Corpus(const std::filesystem::path& keep = {});
    ~Corpus();
    Corpus(const Corpus&) = delete;
    Corpus& operator=(const Corpus&) = delete;

    struct Counts {
        std::size_t named = 0;      ///< In corpus.tsv.
        std::size_t held_back = 0;  ///< By a check, or unreadable.
        std::size_t merged = 0;     ///< Another posting of the corpus is served for the same job.
        std::size_t closed = 0;     ///< Served, but not on the day.
        std::vector<std::string> reasons;  ///< `12 x base_salary: ...` of what is held back.
    };
    const Counts& counts() const { return counts_; }

    /// All that any system may find: verified, not merged, open on the day.
    const std::map<domain::PostingId, domain::Posting>& postings() const { return postings_; }

    struct Judged {
        JudgedPostings postings;
        std::size_t merged = 0;  ///< Judgments on a posting for which another judged one is served,
        std::size_t held_back = 0;       ///< on one that nobody can find,
        std::size_t good_held_back = 0;  ///< and how many of these are good.
    };
    /// Judgments by the postings that are served. What is merged stands for the one that is served,
    /// unless that has a judgment of its own; the best counts.
    Judged judged(const Judgments& judgments) const;

    std::string conninfo() const;  ///< As the superuser.
    std::string index_folder() const;
    matching::Stores stores() const;
    store::ReferenceStore& reference_store() const;
    store::RoundStore& round_store() const;
    const ranking::Snapshot& snapshot() const;

private:
    struct State;
    void learn();

    std::unique_ptr<State> state_;
    Counts counts_;
    std::map<domain::PostingId, domain::Posting> postings_;
    std::map<std::string, domain::PostingId> served_;  ///< By name; the one served for it.
};

}  // namespace quality
