#pragma once

#include "indexer/search/relevance.hpp"
#include "matcher/domain/candidate.hpp"
#include "matcher/fit/fit.hpp"
#include "matcher/ranking/top_k.hpp"

#include <string>
#include <vector>

namespace matching {

/// What a candidate's document says of work and skills by a day, weighted by how much each kind of
/// text says: what the person was called, then what they can do, then what they did.
std::vector<search::ResumeText> resume_of(const domain::Candidate& candidate, domain::Date as_of);

/// The words of one candidate, to be looked for in the postings of the index. One thread at a time,
/// for one request. Failures of the index throw search::IndexError.
class Resume {
public:
    Resume(
        const search::PostingWords& postings,
        const domain::Candidate& candidate,
        domain::Date as_of,
        const fit::Model& model
    );

    /// As ranking asks for it; this must outlive it.
    ranking::Text text();

    /// As a fit explains it.
    fit::TextMatch match(domain::PostingId id);

private:
    search::Relevance relevance_;
};

}  // namespace matching
