#pragma once

#include "services/matching/matching.hpp"
#include "tests/quality/cases.hpp"
#include "tests/quality/corpus.hpp"
#include "tests/quality/measures.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// What is held against the grades: the matcher, and what a job board would do without it. Each is
/// given the same candidate, the same postings and the same day, and gives its first hundred.
namespace quality {

domain::Candidate candidate_of(const boost::json::object& document);

/// The matcher as jobscout-api and jobscout call it: the one place where tests/quality meets it.
class Ours {
public:
    /// With the weights of this file, or those that ship. Throws std::runtime_error that names the
    /// figure which is refused. `corpus` lives longer.
    explicit Ours(const Corpus& corpus, const std::filesystem::path& weights = {});

    /// In the default order.
    matching::Matches matches(const domain::Candidate& candidate) const;

    /// What it says of one posting, listed or not.
    matching::Match match(const domain::Posting& posting, const domain::Candidate& candidate) const;

private:
    const Corpus& corpus_;
    rules::RuleBook rule_book_;
    std::shared_ptr<const matching::Facts> facts_;
};

Ranking ranking_of(const matching::Matches& matches);

/// What stands between the words and the list of a baseline.
enum class HardFacts : std::uint8_t {
    ignored,
    left_out,  ///< Refusals of people abroad, licences not held and excluded employers, as the
               ///< record states them: what any job board can filter by.
};

/// BM25 with Xapian's defaults over the index of jobscout-indexer: any word of the text, in either
/// language, each as often as it is said. Equal scores come in the order of ids.
Ranking bm25(
    const Corpus& corpus,
    const domain::Candidate& candidate,
    const std::string& text,
    HardFacts hard_facts
);

/// PostgreSQL's full-text ranking over the same words of the same postings: titles weigh most, then
/// names of the occupation and the employer, then duties, skills and description.
class FullText {
public:
    /// Makes the text vectors, English and French side by side, in a table of its own session.
    explicit FullText(const Corpus& corpus);
    ~FullText();
    FullText(const FullText&) = delete;
    FullText& operator=(const FullText&) = delete;

    enum class Rank : std::uint8_t { frequency, cover_density };  ///< ts_rank or ts_rank_cd.

    /// Any word of the text. Equal scores come in the order of ids.
    Ranking top(const std::string& text, Rank rank) const;

private:
    struct Session;
    std::unique_ptr<Session> session_;
};

}  // namespace quality
