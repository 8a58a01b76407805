#include "indexer/watch/schedule.hpp"

#include <algorithm>
#include <chrono>

namespace watch {
namespace {

using domain::Instant;

Instant after(const fetch::EveryMinutes& schedule, const store::SourceRun& last) {
    const auto longest = std::max<std::chrono::minutes>(schedule.minutes, std::chrono::days{1});
    std::chrono::minutes wait = schedule.minutes;
    for (int failed = 1; failed < last.failures && wait < longest; ++failed) {
        wait *= 2;
    }
    return last.started_at + std::min(wait, longest);
}

Instant after(const fetch::DailyAt& schedule, const store::SourceRun& last) {
    const Instant that_day =
        std::chrono::floor<std::chrono::days>(last.started_at) + schedule.after_midnight;
    return that_day > last.started_at ? that_day : that_day + std::chrono::days{1};
}

}  // namespace

Instant next_run(
    const fetch::Schedule& schedule, const std::optional<store::SourceRun>& last, const Instant now
) {
    if (!last) {
        return now;
    }
    const Instant scheduled =
        std::visit([&](const auto& kind) { return after(kind, *last); }, schedule);
    return std::max({scheduled, last->not_before.value_or(scheduled), now});
}

}  // namespace watch
