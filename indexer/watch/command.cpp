#include "indexer/watch/command.hpp"

#include "indexer/fetch/folder_lock.hpp"
#include "indexer/logging/log.hpp"
#include "indexer/search/search.hpp"
#include "indexer/verification/text_rules.hpp"
#include "indexer/watch/added.hpp"
#include "indexer/watch/watch.hpp"
#include "matcher/document/named.hpp"

#include <boost/json.hpp>

#include <array>
#include <chrono>
#include <csignal>
#include <ctime>
#include <iostream>
#include <stop_token>
#include <thread>

namespace watch {
namespace {

namespace bj = boost::json;
using document::Named;

constexpr std::array outcome_names{
    Named{"ingested", TurnOutcome::ingested},
    Named{"unchanged", TurnOutcome::unchanged},
    Named{"failed", TurnOutcome::failed},
    Named{"stopped", TurnOutcome::stopped},
};

/// Turns SIGTERM and SIGINT into a request to stop. Made before any thread that should not get
/// them, libcurl's included: threads inherit what is blocked.
class Signals {
public:
    Signals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
        waiter_ = std::jthread{[this](const std::stop_token& ending) { wait(ending); }};
    }
    ~Signals() {
        waiter_.request_stop();
        waiter_.join();
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    std::stop_token stop() const { return stop_.get_token(); }

private:
    void wait(const std::stop_token& ending) {
        constexpr timespec moment{.tv_sec = 0, .tv_nsec = 100'000'000};
        while (!ending.stop_requested()) {
            if (sigtimedwait(&signals_, nullptr, &moment) > 0) {
                stop_.request_stop();
                pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);  // The next one ends us.
                return;
            }
        }
    }

    sigset_t signals_{};
    sigset_t before_{};
    std::stop_source stop_;
    std::jthread waiter_;
};

/// For whoever called `fetch` and waits.
void tell_line(const std::string& line) { std::cerr << line << '\n' << std::flush; }

/// Of a program that runs for long: in JSON, like the others.
void log_line(const std::string& line) {
    logging::line(logging::Level::info, "watch", {{"told", line}});
}

domain::Result<fetch::FolderLock> take_folder(const std::filesystem::path& folder) {
    auto held = fetch::FolderLock::try_take(folder);
    if (!held) {
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "another jobscout-indexer fetches into " + folder.string(),
            .field = ""};
    }
    return *std::move(held);
}

/// The list, of which only the sources asked for by name are left.
domain::Result<Watched> watched_of(const Asked& asked) {
    auto list = fetch::load_source_list(asked.sources);
    if (!list) {
        return list.error();
    }
    auto sources = fetch::named(std::move(list->sources), asked.names);
    if (!sources) {
        return sources.error();
    }
    list->sources = *std::move(sources);
    return Watched{.list = *std::move(list), .added = asked.names.empty()};
}

/// The same with what operators have added, as it is now.
domain::Result<std::vector<fetch::Source>> sources_of(
    store::Database& database, const Asked& asked
) {
    const auto list = fetch::load_source_list(asked.sources);
    if (!list) {
        return list.error();
    }
    const auto added = store::AddedSourceStore{database}.list();
    return fetch::named(with_added(*list, added, tell_line), asked.names);
}

Answer answer_of(const std::vector<Ran>& ran, const search::IndexLocation& index) {
    Answer answer;
    ingest::RunReport run;
    bj::array sources;
    for (const Ran& one : ran) {
        const std::string_view outcome =
            document::name_of<TurnOutcome>(outcome_names, one.turn.outcome);
        const bool failed = one.turn.outcome == TurnOutcome::failed;
        sources.push_back(
            {{"name", one.name},
             {"outcome", outcome},
             {"error", failed ? bj::value(one.turn.error) : bj::value(nullptr)}}
        );
        answer.text.append(one.name).append(": ").append(outcome);
        answer.text += failed ? ": " + one.turn.error + '\n' : "\n";
        answer.complete = answer.complete && !failed && one.turn.outcome != TurnOutcome::stopped;
        run.files.insert(run.files.end(), one.turn.files.begin(), one.turn.files.end());
    }
    run.index = search::status(index);
    answer.text += ingest::text(run);
    answer.json = bj::serialize(bj::object{
                      {"sources", std::move(sources)}, {"ingest", bj::parse(ingest::json(run))}}) +
                  '\n';
    return answer;
}

/// How a command goes about it.
struct Manner {
    WhenBusy when_busy = WhenBusy::wait;
    void (*log)(const std::string& line) = nullptr;
};

/// What a command runs with.
struct Running {
    Tools& tools;
    std::stop_token stop;
};

/// `run(Running)` while this process alone fetches into the folder.
template <class Run>
auto alone(store::Database& database, const Asked& asked, const Manner& manner, const Run& run)
    -> decltype(run(std::declval<const Running&>())) {
    const auto folder = take_folder(asked.fetch_folder);
    if (!folder) {
        return folder.error();
    }
    const Signals signals;
    fetch::Fetcher::Options options;
    options.note = manner.log;
    fetch::Fetcher fetcher{options};
    Tools tools{
        .database = database,
        .fetcher = fetcher,
        .fetch_folder = asked.fetch_folder,
        .index = asked.index,
        .when_busy = manner.when_busy,
        .log = manner.log};
    return run(Running{.tools = tools, .stop = signals.stop()});
}

}  // namespace

domain::Result<Answer> fetch_command(store::Database& database, const Asked& asked) {
    const auto sources = sources_of(database, asked);
    if (!sources) {
        return sources.error();
    }
    return alone(
        database,
        asked,
        {.when_busy = WhenBusy::fail, .log = tell_line},
        [&](const Running& running) -> domain::Result<Answer> {
            return answer_of(run_once(*sources, running.tools, running.stop), asked.index);
        }
    );
}

domain::Result<void> watch_command(store::Database& database, const Asked& asked) {
    const auto watched = watched_of(asked);
    if (!watched) {
        return watched.error();
    }
    const auto on = [&](const Running& running) -> domain::Result<void> {
        // A wording that cannot be compiled is told of now, and not when a text first needs it.
        verification::TextRules::shipped().compile();
        log_line(
            "watching " + std::to_string(watched->list.sources.size()) + " sources of the list"
        );
        const Outlets outlets{.status = asked.status, .metrics = asked.metrics};
        watch(*watched, running.tools, outlets, running.stop);
        log_line("stopped");
        return {};
    };
    return alone(database, asked, {.when_busy = WhenBusy::wait, .log = log_line}, on);
}

}  // namespace watch
