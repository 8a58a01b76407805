#pragma once

#include "matcher/express_entry/categories.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/programs.hpp"
#include "matcher/express_entry/projection.hpp"
#include "matcher/express_entry/rounds.hpp"

#include <map>
#include <optional>
#include <vector>

namespace matching {

/// Whether a candidate is eligible under a program with what the document holds, and with the
/// offer.
struct ProgramChange {
    domain::Program program = domain::Program::cec;
    express_entry::Verdict before = express_entry::Verdict::unknown;
    express_entry::Verdict after = express_entry::Verdict::unknown;
};

/// How the basis score stands among the rounds of one type, without and with the posting's points.
struct RoundChange {
    express_entry::RoundStanding before;
    express_entry::RoundStanding after;
};

/// What a job would open beside the points of its offer.
struct Prospects {
    std::vector<ProgramChange> programs;  ///< CEC, FSWP, FSTP.
    std::vector<express_entry::OpenedCategory> categories_opened;
    /// The score month by month for a year of this job from today on, under each rule set shown.
    std::vector<express_entry::ProjectedMonth> months;
    std::vector<RoundChange>
        rounds;  ///< One for each type held in the last year, most rounds first.
};

/// A recent cut-off that the candidate could be invited at, and how far away it is.
struct CutOff {
    express_entry::RoundType type;
    domain::Round round;    ///< The last of its type.
    int points_needed = 0;  ///< Cut-off less the basis score; 0 or less where it is reached.
};

/// Works out prospects for the postings of one answer. What depends on the candidate alone, or on
/// the occupation, is worked out once.
class Outlook {
public:
    /// `candidate` and `rounds` must outlive this.
    Outlook(
        const domain::Candidate& candidate,
        const express_entry::CrsProfile& profile,
        std::vector<const rules::RuleSet*> rule_sets,
        const std::vector<domain::Round>& rounds,
        domain::Date as_of
    );

    /// The nearest of the last cut-offs of each type of round, of a year and held often enough,
    /// that the candidate might be invited in as they are: what is not known does not rule one
    /// out. Nothing where there is none, or where the basis score, of the first rule set, is not
    /// known.
    std::optional<CutOff> nearest_cut_off() const;

    /// Nothing for a job in Quebec, which is outside Express Entry. `basis` is the posting's lift
    /// under the first rule set.
    std::optional<Prospects> prospects(
        const domain::Posting& posting, const express_entry::Lift& basis
    );

private:
    struct OfOccupation {
        std::vector<express_entry::OpenedCategory> categories_opened;
        std::vector<express_entry::ProjectedMonth> months;
    };
    const OfOccupation& of_occupation(domain::NocCode noc);
    std::vector<ProgramChange> programs_with(const domain::Offer& offer) const;
    std::vector<RoundChange> rounds_with(const express_entry::Points& points) const;

    const domain::Candidate& candidate_;
    std::vector<const rules::RuleSet*> rule_sets_;
    const std::vector<domain::Round>& rounds_;
    domain::Date as_of_;
    express_entry::Points score_;
    express_entry::PoolStanding pool_;
    std::vector<express_entry::RoundStanding> standings_;
    std::map<domain::NocCode, OfOccupation> known_;
};

}  // namespace matching
