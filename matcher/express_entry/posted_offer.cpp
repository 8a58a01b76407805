#include "matcher/express_entry/posted_offer.hpp"

#include <cassert>

namespace express_entry {

domain::Offer posted_offer(const domain::Posting& posting) {
    using domain::EmploymentTerm;
    assert(posting.noc && !posting.job_locations.empty());
    domain::Offer offer;
    offer.noc = *posting.noc;
    offer.province = posting.job_locations.front().province;
    if (posting.work_hours) {
        offer.weekly_hours = posting.work_hours->min_tenths / 10.0;
    }
    if (posting.base_salary) {
        offer.paid = true;
    }
    if (posting.term != EmploymentTerm::not_stated) {
        offer.seasonal = posting.term == EmploymentTerm::seasonal;
    }
    if (posting.term == EmploymentTerm::casual) {
        offer.continuous = false;
    }
    if (posting.term == EmploymentTerm::permanent) {
        offer.lasts = true;
    } else if (posting.term_ends && posting.date_posted) {
        offer.lasts = false;
        offer.months = domain::whole_months(*posting.date_posted, *posting.term_ends);
    }
    if (posting.lmia == domain::LmiaStatement::approved) {
        offer.lmia = true;
    }
    return offer;
}

}  // namespace express_entry
