#include "indexer/duplicates/same_job.hpp"

#include "indexer/duplicates/rules.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace duplicates {
namespace {

using domain::EmploymentTerm;
using domain::WorkTime;

bool near(const domain::Cents one, const domain::Cents other) {
    const auto larger = static_cast<double>(std::max(one, other));
    return std::abs(static_cast<double>(one - other)) <= larger * rules::pay_tolerance;
}

/// One end of the range is the same: boards show a range or only where it begins.
bool pay_agrees(const domain::Pay& one, const domain::Pay& other) {
    return near(one.hourly_min, other.hourly_min) ||
           (one.hourly_max == other.hourly_max && one.hourly_max > one.hourly_min);
}

bool overlap(const domain::WeeklyHours& one, const domain::WeeklyHours& other) {
    return one.min_tenths <= other.max_tenths && other.min_tenths <= one.max_tenths;
}

/// Boards call one job that ends casual, seasonal or fixed-term; permanent is another thing.
bool terms_agree(const EmploymentTerm one, const EmploymentTerm other) {
    const bool both_stated =
        one != EmploymentTerm::not_stated && other != EmploymentTerm::not_stated;
    return !both_stated ||
           (one == EmploymentTerm::permanent) == (other == EmploymentTerm::permanent);
}

bool work_times_agree(const WorkTime one, const WorkTime other) {
    return one == other || one == WorkTime::not_stated || other == WorkTime::not_stated;
}

bool at_one_address(const Advertisement& one, const Advertisement& other) {
    return !one.postal_codes || !other.postal_codes || *one.postal_codes == *other.postal_codes;
}

/// Stated by both, and to the cent.
bool state_same_pay(const Advertisement& one, const Advertisement& other) {
    return one.pay && other.pay && one.pay->hourly_min == other.pay->hourly_min &&
           one.pay->hourly_max == other.pay->hourly_max;
}

bool pay_and_hours_agree(const Advertisement& one, const Advertisement& other) {
    return (!one.pay || !other.pay || pay_agrees(*one.pay, *other.pay)) &&
           (!one.hours || !other.hours || overlap(*one.hours, *other.hours));
}

int days_between(const Advertisement& one, const Advertisement& other) {
    return std::abs(static_cast<int>((one.posted - other.posted).count()));
}

bool both_state_terms(const Advertisement& one, const Advertisement& other) {
    return one.term == other.term && one.term != EmploymentTerm::not_stated &&
           one.work_time == other.work_time && one.work_time != WorkTime::not_stated &&
           one.vacancies == other.vacancies;
}

Alike with_the_same_words(const Advertisement& one, const Advertisement& other, const Crowd crowd) {
    const bool both_own = one.own_words > 0 && other.own_words > 0;
    const int days_max = crowd == Crowd::many ? 0 : rules::across_boards_days_unconfirmed_max;
    const bool at_once = days_between(one, other) <= days_max;
    // A board that asks for full or part time fills in the one where the employer says the other.
    if (both_own && one.own_words >= rules::telling_words_min && at_once &&
        pay_and_hours_agree(one, other) && terms_agree(one.term, other.term)) {
        return Alike::alike;
    }
    if (!agree(one, other)) {
        return Alike::no;
    }
    // Pay that only begins alike is confirmed by the number of chairs.
    const bool confirmed =
        state_same_pay(one, other) || (one.pay && other.pay && one.vacancies == other.vacancies);
    const bool bare_but_at_once = at_once && both_state_terms(one, other);
    return confirmed || bare_but_at_once ? Alike::alike : Alike::no;
}

}  // namespace

bool agree(const Advertisement& one, const Advertisement& other) {
    const bool both_state_term =
        one.term != EmploymentTerm::not_stated && other.term != EmploymentTerm::not_stated;
    // Under another name for the term, the pay has to be the very same.
    const bool another_name = both_state_term && one.term != other.term;
    return pay_and_hours_agree(one, other) && terms_agree(one.term, other.term) &&
           work_times_agree(one.work_time, other.work_time) &&
           (!another_name || state_same_pay(one, other));
}

Crowd crowd_of(const std::size_t advertisements) {
    return advertisements < rules::many_on_a_board_min ? Crowd::some : Crowd::many;
}

Alike alike_across_boards(const Advertisement& one, const Advertisement& other, const Crowd crowd) {
    if (days_between(one, other) > rules::across_boards_days_max || !at_one_address(one, other)) {
        return Alike::no;
    }
    if (one.words == other.words) {
        return with_the_same_words(one, other, crowd);
    }
    const bool one_shows_own_words = (one.own_words > 0) != (other.own_words > 0);
    const bool translated = one.standard_words == other.standard_words && one_shows_own_words &&
                            state_same_pay(one, other) && agree(one, other);
    return translated ? Alike::translated : Alike::no;
}

bool repeats(const Advertisement& one, const Advertisement& other, const Crowd crowd) {
    return crowd != Crowd::many && at_one_address(one, other) && one.text &&
           one.text == other.text && one.pay == other.pay && one.hours == other.hours &&
           one.term == other.term && one.work_time == other.work_time;
}

}  // namespace duplicates
