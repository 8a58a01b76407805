#include "services/worker/alerts.hpp"

#include "indexer/search/search.hpp"
#include "services/worker/alert_matches.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace worker {
namespace {

/// A step takes well under the time of a lease, and one commit is shared by many searches.
constexpr std::size_t step_searches = 250;

AlertProgress begin(const Workshop& workshop) {
    const store::AlertStore::Totals totals = workshop.alerts.totals();
    AlertProgress progress;
    progress.revision = workshop.postings.revision();
    // What the index does not show yet comes with the next batch, and is not passed over: queries
    // find nothing of it, and matches lack the words that may make them good enough.
    const std::int64_t indexed = search::revision(workshop.index);
    if (indexed > 0) {
        progress.revision = std::min(progress.revision, indexed);
    } else if (totals.queries > 0 && progress.revision > 0) {
        throw std::runtime_error{"there is no search index in " + workshop.index.folder};
    }
    progress.searches_total = totals.searches;
    progress.candidates_total = totals.candidates;
    progress.candidates_without = totals.candidates_stored - totals.candidates;
    return progress;
}

/// What each of these searches has been told of already, among the arrivals.
std::map<std::string, std::vector<domain::PostingId>> announced_to(
    const Workshop& workshop,
    const std::vector<store::SearchToAlert>& searches,
    const std::int64_t after,
    const std::int64_t upto
) {
    std::vector<std::string> ids;
    ids.reserve(searches.size());
    for (const store::SearchToAlert& search : searches) {
        ids.push_back(search.id);
    }
    std::map<std::string, std::vector<domain::PostingId>> result;
    for (const auto& [search, posting] : workshop.alerts.alerted(ids, after, upto)) {
        result[search].push_back(posting);
    }
    return result;
}

}  // namespace

bool run_alerts(const Workshop& workshop, const store::Job& job, const Control& control) {
    const AlertArguments arguments = alert_arguments_from(job.arguments).value();
    AlertProgress progress =
        job.progress == "{}" ? begin(workshop) : alert_progress_from(job.progress).value();
    const std::int64_t after = arguments.since.value_or(workshop.alerts.totals().revision_seen_min);
    Arrivals arrivals{workshop, after, progress.revision, arguments.as_of};
    progress.postings = static_cast<std::int64_t>(arrivals.size());
    if (job.progress == "{}") {
        store::AlertStore::Step nothing_yet;
        nothing_yet.progress = to_json(progress);
        workshop.alerts.write(job, nothing_yet);
    }

    while (true) {
        const auto searches = workshop.alerts.searches(progress.after, step_searches);
        if (searches.empty()) {
            return true;
        }
        auto announced = announced_to(workshop, searches, after, progress.revision);
        store::AlertStore::Step step;
        step.revision = progress.revision;
        for (const store::SearchToAlert& search : searches) {
            const std::int64_t from = arguments.since.value_or(search.revision_seen);
            step.searches.push_back(search.id);
            const auto looked =
                find_new(workshop, search, arrivals, from, announced[search.id], arguments.as_of);
            if (!looked) {
                ++progress.refused;
                continue;
            }
            const Found& found = *looked;
            progress.pairs += static_cast<std::int64_t>(found.pairs);
            progress.pairs_skipped += static_cast<std::int64_t>(found.pairs_skipped);
            if (!found.best.empty()) {
                ++progress.digests;
                progress.announced += static_cast<std::int64_t>(found.best.size());
                step.digests.emplace_back(
                    search.id,
                    store::Digest{
                        .revision_after = std::min(from, progress.revision),
                        .revision = progress.revision,
                        .day = arguments.as_of,
                        .rules = workshop.rule_book.basis().id,
                        .matching = static_cast<int>(found.matching),
                        .postings = found.best}
                );
            }
        }
        progress.after = searches.back().id;
        progress.searches += static_cast<std::int64_t>(searches.size());
        step.progress = to_json(progress);
        workshop.alerts.write(job, step);
        control.tell(step.progress);
        if (control.stop()) {
            return false;
        }
    }
}

}  // namespace worker
