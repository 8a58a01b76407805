#pragma once

#include "indexer/fetch/backoff.hpp"
#include "indexer/fetch/http.hpp"
#include "indexer/fetch/robots.hpp"
#include "indexer/fetch/source_list.hpp"
#include "indexer/fetch/url.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <stop_token>
#include <string>

namespace fetch {

/// What is known of a page from the last time. All empty: nothing.
struct Known {
    std::string etag;           ///< As the server gave it; empty: it gave none.
    std::string last_modified;  ///< Likewise.
    std::string next_page;
    std::string sha256;  ///< Of the file that stands there.
    std::int64_t bytes = 0;
};

enum class Outcome {
    changed,    ///< The file is another than before.
    unchanged,  ///< The server says so, or sent the same bytes again.
    gone,       ///< 404 or 410; the file of last time stays.
    failed,     ///< By what may pass, after all tries; the file of last time stays.
    refused,  ///< By what will not pass by itself: robots.txt, size, address, certificate, status.
    stopped,
};

struct Fetched {
    Outcome outcome = Outcome::failed;
    int status = 0;              ///< Of HTTP, the last one; 0: no answer.
    std::string reason;          ///< Unless changed or unchanged: why. Fit for a log.
    Known known;                 ///< To be kept; of a failure what was known before.
    std::filesystem::path file;  ///< Where the body stands.
    std::optional<std::chrono::seconds> retry_after;  ///< The server asked for so long a pause.
};

/// A page to fetch.
struct Page {
    std::string url;             ///< As parse_url() gives it.
    std::filesystem::path file;  ///< Where its body is to stand.
    Known known;
    std::chrono::steady_clock::time_point deadline;  ///< For everything, with waiting and tries.

    /// Whether this URL may be asked for, the page's own or one that it redirects to; empty: any.
    std::function<bool(const Url&)> admits = {};
};

/// Fetches pages politely: asks robots.txt first, keeps the crawl delay of each host, asks only for
/// what has changed, tries again what may pass, and follows redirects only to where they may lead.
/// For one thread. It remembers robots.txt for a day, and when it last asked each host.
class Fetcher {
public:
    struct Options {
        Backoff backoff;
        std::chrono::milliseconds connect_max{10000};
        std::chrono::seconds stall_max{30};
        std::chrono::seconds robots_kept{86400};
        std::chrono::milliseconds crawl_delay_max{600000};  ///< Of what a robots.txt may ask.
        /// Hears of what is tried again and why; may be empty.
        std::function<void(const std::string&)> note;
    };

    explicit Fetcher(Options options);

    Fetched fetch(const Remote& source, const Page& page, const std::stop_token& stop);

private:
    using Clock = std::chrono::steady_clock;

    /// What came of asking for one URL.
    struct Try {
        Fetched fetched;
        bool may_pass = false;  ///< Another try may end better.
        std::string redirect;   ///< Where it says to go instead; then the rest says nothing.
    };
    /// Everything that stays the same during a fetch.
    struct Job {
        const Remote& source;
        const Page& page;
        Url start;
        std::string home;  ///< The origin of the source's own URL.
        const std::stop_token& stop;
    };
    struct KnownRobots {
        Robots robots;
        Clock::time_point read_at;
    };
    /// The rules of an origin, or the reply that did not give them.
    struct FoundRobots {
        const Robots* robots = nullptr;
        Reply reply{};
    };

    Try follow_redirects(const Job& job);
    Try ask(const Job& job, const Url& url);
    std::optional<Try> forbidden(const Job& job, const Url& url);
    FoundRobots robots_of(const Job& job, const Url& url);
    Reply robots_reply(const Job& job, Url url, std::string& text);
    Request request_for(const Job& job, const Url& url) const;
    bool wait_for_turn(
        const Job& job, const std::string& origin, std::chrono::milliseconds spacing
    );

    Options options_;
    std::map<std::string, KnownRobots> robots_;          ///< By origin.
    std::map<std::string, Clock::time_point> asked_at_;  ///< By origin.
    std::mt19937_64 random_;
};

/// Sleeps, and says whether it slept to the end: false when it was told to stop.
bool sleep_for(std::chrono::milliseconds duration, const std::stop_token& stop);

}  // namespace fetch
