#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"
#include "services/worker/worker.hpp"

#include <string>
#include <string_view>

/// The job `retention`: what has been kept for long enough is removed.
namespace worker {

inline constexpr std::string_view retention_kind = "retention";

/// How long each is kept; 0: for as long as its owner likes. Sessions and mailed secrets go on the
/// day after their end.
struct RetentionArguments {
    domain::Date as_of;
    int candidate_months = 0;  ///< Since its owner or an advisor last used it.
    int view_months = 0;       ///< Since somebody else read the candidate.
    int unconfirmed_days = 0;  ///< An account whose address nobody confirms.
    int mail_months = 0;       ///< That a digest went out.
};

/// As they stand in the table of jobs: `{"as_of": "2026-11-16", "candidate_months": 24, ...}`.
std::string to_json(const RetentionArguments& arguments);
domain::Result<RetentionArguments> retention_arguments_from(std::string_view json);

/// The days before which nothing is kept: so many months before `as_of`, on the day of the same
/// number or the last of a shorter month.
store::RetentionStore::Limits limits_of(const RetentionArguments& arguments);

/// Works off the job in steps of some hundred rows. False where it was told to stop.
bool run_retention(const Workshop& workshop, const store::Job& job, const Control& control);

}  // namespace worker
