#pragma once

#include "services/worker/worker.hpp"

#include <chrono>
#include <string_view>

/// The job `mail`: sends what waits in the outbox, one mail a step.
namespace worker {

inline constexpr std::string_view mail_kind = "mail";

/// Before the next attempt after so many in vain, a minute at first and at most an hour; zero after
/// most of a day: then the mail is given up.
std::chrono::milliseconds mail_pause_after(int attempts);

/// False where it was told to stop.
bool run_mail(const Workshop& workshop, const store::Job& job, const Control& control);

}  // namespace worker
