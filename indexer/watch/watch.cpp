#include "indexer/watch/watch.hpp"

#include "indexer/fetch/body_file.hpp"
#include "indexer/fetch/url.hpp"
#include "indexer/watch/added.hpp"
#include "indexer/watch/clock.hpp"
#include "indexer/watch/recheck.hpp"
#include "indexer/watch/schedule.hpp"
#include "sql/store/program_store.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

namespace watch {
namespace {

using domain::Instant;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds database_pause{1000};
constexpr std::chrono::milliseconds begin_pause{5000};

std::optional<store::SourceRun> run_of(
    const std::string& source, const std::vector<store::SourceRun>& runs
) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const store::SourceRun& run) {
        return run.source == source;
    });
    return found != runs.end() ? std::optional{*found} : std::nullopt;
}

std::string told(const Turn& turn) {
    switch (turn.outcome) {
        case TurnOutcome::failed:
            return "failed: " + turn.error;
        case TurnOutcome::unchanged:
            return "unchanged";
        case TurnOutcome::stopped:
            return "stopped";
        case TurnOutcome::ingested:
            break;
    }
    std::int64_t records = 0;
    std::int64_t quarantined = 0;
    for (const ingest::FileReport& file : turn.files) {
        if (file.outcome) {
            records += file.outcome->counts.records;
            quarantined += file.outcome->counts.quarantined;
        }
    }
    return "ingested " + std::to_string(records) + " records, " + std::to_string(quarantined) +
           " of them kept aside";
}

std::string address_of(const fetch::Source& source) {
    if (const auto* remote = std::get_if<fetch::Remote>(&source.from)) {
        return fetch::loggable(fetch::parse_url(remote->url).value());
    }
    return one_line(std::get<fetch::Local>(source.from).string());
}

store::ListedSource listed(const SourceStatus& status, const bool added) {
    const fetch::Source& source = status.source;
    store::ListedSource listed{
        .name = source.name,
        .fetched = std::holds_alternative<fetch::Remote>(source.from),
        .address = address_of(source),
        .complete = source.complete,
        .every_minutes = {},
        .daily_at = {},
        .due_at = status.next_run,
        .added = added};
    if (const auto* every = std::get_if<fetch::EveryMinutes>(&source.schedule)) {
        listed.every_minutes = every->minutes.count();
    } else {
        // 1970-01-01T04:30:00Z
        const Instant time{std::get<fetch::DailyAt>(source.schedule).after_midnight};
        listed.daily_at = domain::to_string(time).substr(11, 5);
    }
    return listed;
}

class Watch {
public:
    Watch(const Watched& watched, Tools& tools, const Outlets& outlets, const std::stop_token& stop)
        : watched_{watched},
          tools_{tools},
          outlets_{outlets},
          stop_{stop},
          store_{tools.database},
          programs_{tools.database},
          pages_{{.folder = tools.fetch_folder}} {
        status_.started_at = now();
    }

    void run() {
        while (!begin() && fetch::sleep_for(begin_pause, stop_)) {
        }
        while (!stop_.stop_requested()) {
            step();
        }
        tell(Doing::stopped);
    }

private:
    std::vector<store::AddedSource> added_now() {
        return watched_.added ? store::AddedSourceStore{tools_.database}.list()
                              : std::vector<store::AddedSource>{};
    }

    /// The list and what was added to it, with what is known of each from before.
    void take_up(std::vector<store::AddedSource> added) {
        const auto runs = store_.runs();
        std::vector<SourceStatus> sources;
        for (fetch::Source& source : with_added(watched_.list, added, tools_.log)) {
            SourceStatus status;
            status.last = run_of(source.name, runs);
            status.next_run = next_run(source.schedule, status.last, now());
            const auto before = std::ranges::find(
                status_.sources, source.name, [](const auto& known) { return known.source.name; }
            );
            if (before != status_.sources.end()) {
                status.counters = before->counters;
            }
            status.source = std::move(source);
            sources.push_back(std::move(status));
        }
        status_.sources = std::move(sources);
        added_ = std::move(added);
        std::vector<store::ListedSource> list;
        for (const SourceStatus& source : status_.sources) {
            const auto& name = source.source.name;
            const auto is_it = [&](const fetch::Source& one) { return one.name == name; };
            list.push_back(listed(source, std::ranges::none_of(watched_.list.sources, is_it)));
        }
        store_.keep_list(list);
        look_at_index();
    }

    void look_at_index() {
        try {
            status_.index = search::status(tools_.index);
        } catch (const std::exception& error) {
            tools_.log("index: " + one_line(error.what()));
            status_.index.reset();
        }
    }

    /// Whether the sources are taken up. What fails is tried again.
    bool begin() {
        try {
            return patiently([&] { take_up(added_now()); });
        } catch (const std::exception& error) {
            tools_.log("not begun: " + one_line(error.what()));
            return false;
        }
    }

    /// Takes up what operators have added, changed or removed. What fails is tried again.
    void follow_added() {
        try {
            patiently([&] {
                if (auto added = added_now(); added != added_) {
                    take_up(std::move(added));
                }
            });
        } catch (const std::exception& error) {
            tools_.log("added sources: " + one_line(error.what()));
        }
    }

    /// Every few seconds, but not while a source is taken in. What fails is said again.
    void say_running() {
        try {
            programs_.see(store::ProgramStore::watch);
        } catch (const std::exception& error) {
            tools_.log("not seen: " + one_line(error.what()));
        }
    }

    /// Runs the source that is due first, or sleeps until one is.
    void step() {
        follow_added();
        say_running();
        const auto first = std::min_element(
            status_.sources.begin(),
            status_.sources.end(),
            [](const SourceStatus& left, const SourceStatus& right) {
                return left.next_run < right.next_run;
            }
        );
        if (first == status_.sources.end() || first->next_run > now()) {
            if (next_recheck_ <= now()) {
                look_again();
                return;
            }
            tell(Doing::waiting_for_next);
            // Not longer: operators add sources, and the clock of the machine may be set.
            const std::chrono::milliseconds longest = 5s;
            const bool none = first == status_.sources.end();
            const auto wait =
                none ? longest
                     : std::min<std::chrono::milliseconds>(first->next_run - now(), longest);
            fetch::sleep_for(wait, stop_);
            return;
        }
        run_source(*first);
    }

    /// Postings whose evidence has run out. What fails is tried again the next time.
    void look_again() {
        next_recheck_ = now() + recheck_every;
        try {
            const auto today = std::chrono::floor<std::chrono::days>(now());
            pages_.renew_budgets();
            if (const auto counts = recheck(tools_, pages_, today, stop_)) {
                account(status_.rechecks, *counts, now());
                tools_.log(
                    "verified again: " + std::to_string(counts->looked_at) + " postings due, " +
                    std::to_string(counts->asked) + " pages and " +
                    std::to_string(counts->employers_asked) + " employers' pages asked, " +
                    std::to_string(counts->closed) + " closed, " + std::to_string(counts->lapsed) +
                    " lapsed, " + std::to_string(counts->renewed) + " renewed"
                );
            }
        } catch (const std::exception& error) {
            tools_.log("verifying again failed: " + one_line(error.what()));
        }
        look_at_index();
    }

    void run_source(SourceStatus& source) {
        status_.running = source.source.name;
        tell(Doing::running);
        const Instant started_at = now();
        const Turn turn = turn_of(source);
        if (turn.outcome != TurnOutcome::stopped) {
            account(source, turn, started_at, now());
            source.next_run = next_run(source.source.schedule, source.last, now());
            look_at_index();
            record(source);
        }
        tools_.log(source.source.name + ": " + told(turn));
        status_.running.clear();
        tell(Doing::waiting_for_next);
    }

    /// What is not recorded is done once more after a restart, and is no loss.
    void record(const SourceStatus& source) {
        try {
            patiently([&] {
                store_.record(*source.last);
                store_.set_due(source.source.name, source.next_run);
            });
        } catch (const std::exception& error) {
            tools_.log(source.source.name + ": not recorded: " + one_line(error.what()));
        }
    }

    Turn turn_of(const SourceStatus& source) {
        Turn turn;
        turn.outcome = TurnOutcome::stopped;
        try {
            patiently([&] {
                turn = take_turn(
                    source.source, source.last ? source.last->ingested : "", tools_, stop_
                );
            });
        } catch (const std::exception& error) {
            turn.outcome = TurnOutcome::failed;
            turn.error = one_line(error.what());
        }
        return turn;
    }

    /// Does it, and does it again when PostgreSQL is back where that was missing. A failure while
    /// it answers is tried once more, for it may have been away for a moment only; the second one
    /// is the caller's. False: told to stop before it was done.
    template <class Action>
    bool patiently(const Action& action) {
        for (bool second = false;;) {
            try {
                action();
                return true;
            } catch (const std::exception& error) {
                tools_.log(
                    (status_.running.empty() ? "" : status_.running + ": ") + one_line(error.what())
                );
                const bool was_away = !tools_.database.reachable();
                if (!was_away && second) {
                    throw;
                }
                second = !was_away;
            }
            if (!wait_for_database()) {
                return false;
            }
        }
    }

    bool wait_for_database() {
        const Doing before = status_.doing;
        if (!fetch::sleep_for(database_pause, stop_)) {
            return false;
        }
        if (tools_.database.reachable()) {
            return true;
        }
        tools_.log("PostgreSQL does not answer; waiting for it");
        tell(Doing::waiting_for_database);
        while (!tools_.database.reachable()) {
            if (!fetch::sleep_for(database_pause, stop_)) {
                return false;
            }
        }
        tools_.log("PostgreSQL answers again");
        tell(before);
        return true;
    }

    /// A status that cannot be written must not stop what it is the status of.
    void tell(const Doing doing) {
        status_.doing = doing;
        status_.as_of = now();
        try {
            // The status comes last: who reads it finds metrics that are no older.
            if (outlets_.metrics) {
                fetch::write_atomically(*outlets_.metrics, metrics(status_));
            }
            if (outlets_.status) {
                fetch::write_atomically(*outlets_.status, json(status_));
            }
        } catch (const std::exception& error) {
            tools_.log("status: " + one_line(error.what()));
        }
    }

    const Watched& watched_;
    Tools& tools_;
    const Outlets& outlets_;
    const std::stop_token& stop_;
    store::FetchStore store_;
    store::ProgramStore programs_;
    PageAsker pages_;
    std::vector<store::AddedSource> added_;
    Instant next_recheck_ = now() + first_recheck_after;
    Status status_;
};

}  // namespace

void watch(
    const Watched& watched, Tools& tools, const Outlets& outlets, const std::stop_token& stop
) {
    Watch{watched, tools, outlets, stop}.run();
}

std::vector<Ran> run_once(
    const std::vector<fetch::Source>& sources, Tools& tools, const std::stop_token& stop
) {
    store::FetchStore store{tools.database};
    const auto runs = store.runs();
    std::vector<Ran> ran;
    for (const fetch::Source& source : sources) {
        SourceStatus status;
        status.source = source;
        status.last = run_of(source.name, runs);
        const Instant started_at = now();
        Turn turn = take_turn(source, status.last ? status.last->ingested : "", tools, stop);
        const bool stopped = turn.outcome == TurnOutcome::stopped;
        if (!stopped) {
            account(status, turn, started_at, now());
            store.record(*status.last);
        }
        tools.log(source.name + ": " + told(turn));
        ran.push_back({.name = source.name, .turn = std::move(turn)});
        if (stopped) {
            break;
        }
    }
    return ran;
}

}  // namespace watch
