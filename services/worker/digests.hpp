#pragma once

#include "matcher/domain/result.hpp"
#include "services/worker/worker.hpp"

#include <string>
#include <string_view>

/// The job `digests`: whoever agreed to it is written what was found for their saved searches and
/// which rounds were held, in one mail a day at most. The mail itself is sent by the job `mail`.
namespace worker {

inline constexpr std::string_view digests_kind = "digests";

struct DigestArguments {
    domain::Date as_of;  ///< Postings open on this day; scores and rounds on this day.
    store::Instant at;   ///< Who is due then.
};

/// As they stand in the table of jobs: `{"as_of": "2026-11-16", "at": 1794830400}`.
std::string to_json(const DigestArguments& arguments);
domain::Result<DigestArguments> digest_arguments_from(std::string_view json);

/// Whether there is anybody to write to.
bool digests_are_due(const Workshop& workshop, const DigestArguments& arguments);

/// Works off the job in steps of some dozens of people. False where it was told to stop. Throws
/// std::runtime_error where no postal address is configured: then nobody may be written to.
bool run_digests(const Workshop& workshop, const store::Job& job, const Control& control);

}  // namespace worker
