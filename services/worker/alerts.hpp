#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"
#include "services/worker/worker.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The job `alerts`: every saved search that is to be told of new postings is held against those
/// that came after the revision it has seen; what is good enough becomes a digest.
namespace worker {

inline constexpr std::string_view alerts_kind = "alerts";

struct AlertArguments {
    domain::Date as_of;  ///< Postings open on this day; fit and points on this day.
    /// Looks again at all that came after this revision; else each search goes on from where it
    /// was. Nothing is announced twice in either case.
    std::optional<std::int64_t> since;
};

/// As they stand in the table of jobs: `{"as_of": "2026-11-16", "since": "12"}`.
std::string to_json(const AlertArguments& arguments);
domain::Result<AlertArguments> alert_arguments_from(std::string_view json);

/// How far it has come; in the end, what it has done.
struct AlertProgress {
    std::int64_t revision = 0;  ///< New postings up to here are looked at; fixed at the beginning.
    std::optional<std::string> after;     ///< The last saved search that was looked at.
    std::int64_t searches = 0;            ///< Looked at so far,
    std::int64_t searches_total = 0;      ///< of so many at the beginning,
    std::int64_t candidates_total = 0;    ///< for so many candidates,
    std::int64_t candidates_without = 0;  ///< beside so many who have no such search.
    std::int64_t postings = 0;            ///< New ones.
    std::int64_t digests = 0;             ///< Written.
    std::int64_t announced = 0;           ///< Postings in them.
    std::int64_t pairs = 0;               ///< Of a candidate and a new posting.
    std::int64_t pairs_skipped = 0;       ///< Of them, proven not good enough without a score.
    std::int64_t refused = 0;  ///< Searches whose stored document or query is none any more.
};
std::string to_json(const AlertProgress& progress);
domain::Result<AlertProgress> alert_progress_from(std::string_view json);

/// Works off the job in steps of some hundred saved searches. False where it was told to stop.
bool run_alerts(const Workshop& workshop, const store::Job& job, const Control& control);

}  // namespace worker
