#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

/// Generated postings and candidates, the same for every engine that is measured. Occupations,
/// places and words have the frequencies of a real market: few have most of the postings.
namespace market {

inline const domain::Date today = domain::date_from_days(20'773);  // 2026-11-16

class Market {
public:
    explicit Market(unsigned seed);
    ~Market();
    Market(const Market&) = delete;
    Market& operator=(const Market&) = delete;

    /// Some 1.2 kB of text; whatever the order of asking.
    domain::Posting posting(domain::PostingId id) const;

    /// Somebody of one occupation, or of two, with a résumé of 60 words or so.
    domain::Candidate candidate(int number) const;

private:
    struct World;
    unsigned seed_;
    std::unique_ptr<const World> world_;
};

}  // namespace market
