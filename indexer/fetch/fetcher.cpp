#include "indexer/fetch/fetcher.hpp"

#include "indexer/fetch/body_file.hpp"

#include <condition_variable>
#include <fstream>
#include <limits>
#include <mutex>

namespace fetch {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int robots_redirects_max = 5;  // RFC 9309, 2.3.1.2

bool is_redirect(const int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool asks_to_come_back(const int status) { return status == 429 || status >= 500; }

milliseconds left_until(const Clock::time_point deadline) {
    return std::chrono::ceil<milliseconds>(deadline - Clock::now());
}

std::string in_seconds(const milliseconds duration) {
    const auto tenths = duration.count() / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

/// The first line of the file: it is read anew each time, so that a key can be replaced.
std::string authorization(const std::filesystem::path& file) {
    std::ifstream stream{file};
    std::string line;
    if (!std::getline(stream, line) || line.empty()) {
        throw std::runtime_error{file.string() + ": cannot be read, or its first line is empty"};
    }
    return line;
}

bool stands(const Page& page) {
    std::error_code error;
    const auto size = std::filesystem::file_size(page.file, error);
    return !error && !page.known.sha256.empty() &&
           static_cast<std::int64_t>(size) == page.known.bytes;
}

/// As it was before, for what did not work out.
Fetched as_before(const Page& page) {
    Fetched fetched;
    fetched.known = page.known;
    fetched.file = page.file;
    return fetched;
}

/// Of a request that got no whole answer.
Outcome outcome_of(const End end) {
    switch (end) {
        case End::stopped:
            return Outcome::stopped;
        case End::refused:
            return Outcome::refused;
        default:
            return Outcome::failed;
    }
}

}  // namespace

bool sleep_for(const milliseconds duration, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock{mutex};
    never.wait_for(lock, stop, duration, [] { return false; });
    return !stop.stop_requested();
}

Fetcher::Fetcher(Options options) : options_{std::move(options)}, random_{std::random_device{}()} {}

Fetched Fetcher::fetch(const Remote& source, const Page& page, const std::stop_token& stop) {
    const Job job{
        .source = source,
        .page = page,
        .start = parse_url(page.url).value(),
        .home = parse_url(source.url).value().origin,
        .stop = stop};
    for (int tried = 1;; ++tried) {
        Try done = follow_redirects(job);
        if (!done.may_pass) {
            return done.fetched;
        }
        std::uniform_real_distribution<double> evenly{0, 1};
        const auto wait =
            wait_after(options_.backoff, tried, evenly(random_), done.fetched.retry_after);
        if (!wait || *wait >= left_until(page.deadline)) {
            return done.fetched;
        }
        if (options_.note) {
            options_.note(done.fetched.reason + "; trying again in " + in_seconds(*wait));
        }
        if (!sleep_for(*wait, stop)) {
            done.fetched.outcome = Outcome::stopped;
            return done.fetched;
        }
    }
}

Fetcher::Try Fetcher::follow_redirects(const Job& job) {
    const auto refuse = [&](std::string reason) {
        Try refused{.fetched = as_before(job.page), .redirect = {}};
        refused.fetched.outcome = Outcome::refused;
        refused.fetched.reason = std::move(reason);
        return refused;
    };
    Url url = job.start;
    for (int followed = 0;; ++followed) {
        if (job.page.admits && !job.page.admits(url)) {
            return refuse("its host may not be asked again");
        }
        if (auto no = forbidden(job, url)) {
            return *std::move(no);
        }
        Try done = ask(job, url);
        if (done.redirect.empty()) {
            return done;
        }
        if (followed == job.source.limits.redirects) {
            return refuse("more than " + std::to_string(followed) + " redirects");
        }
        auto next = parse_url(done.redirect);
        if (!next) {
            return refuse("redirected to what " + next.error().message);
        }
        if (url.scheme == "https" && next->scheme != "https") {
            return refuse("redirected from https to http");
        }
        url = *std::move(next);
    }
}

/// Asks robots.txt, and waits for the turn that it gives. Nothing where the page may be asked for.
std::optional<Fetcher::Try> Fetcher::forbidden(const Job& job, const Url& url) {
    Try no{.fetched = as_before(job.page), .redirect = {}};
    milliseconds spacing = job.source.crawl_delay;
    if (job.source.robots == RobotsPolicy::respect) {
        const FoundRobots found = robots_of(job, url);
        if (found.robots == nullptr) {
            const Reply& reply = found.reply;
            const bool answered = reply.end == End::answered;
            no.fetched.outcome = outcome_of(reply.end);
            no.fetched.status = reply.status;
            no.fetched.reason = url.origin +
                                "/robots.txt cannot be read, so nothing may be "
                                "fetched: " +
                                (answered ? std::to_string(reply.status) : reply.error);
            no.fetched.retry_after = reply.retry_after;
            no.may_pass = no.fetched.outcome == Outcome::failed;
            return no;
        }
        if (!found.robots->allows(url.target)) {
            no.fetched.outcome = Outcome::refused;
            no.fetched.reason = "robots.txt disallows " + loggable(url);
            return no;
        }
        spacing =
            std::max(spacing, std::min(found.robots->crawl_delay(), options_.crawl_delay_max));
    }
    if (!wait_for_turn(job, url.origin, spacing)) {
        const bool stopped = job.stop.stop_requested();
        no.fetched.outcome = stopped ? Outcome::stopped : Outcome::failed;
        no.fetched.reason = stopped ? "stopped" : "the crawl delay is longer than the time limit";
        return no;
    }
    return std::nullopt;
}

Fetcher::FoundRobots Fetcher::robots_of(const Job& job, const Url& url) {
    const std::string key = url.origin + ' ' + job.source.user_agent;
    const auto found = robots_.find(key);
    if (found != robots_.end() && Clock::now() - found->second.read_at < options_.robots_kept) {
        return {.robots = &found->second.robots};
    }
    std::string text;
    Url robots_url = url;
    robots_url.text = url.origin + "/robots.txt";
    Reply reply = robots_reply(job, std::move(robots_url), text);
    // RFC 9309, 2.3.1.4: a host that cannot tell is not to be asked for anything.
    if (reply.end != End::answered || asks_to_come_back(reply.status)) {
        return {.robots = nullptr, .reply = std::move(reply)};
    }
    // What else is no 200 says that there is none, also more redirects than may be followed.
    Robots robots;
    if (reply.status == 200) {
        if (text.size() >= Robots::bytes_max) {
            text.resize(text.rfind('\n') + 1);  // No rule cut in half.
        }
        robots = Robots{text, job.source.user_agent};
    }
    KnownRobots& known = robots_[key];
    known = {.robots = std::move(robots), .read_at = Clock::now()};
    return {.robots = &known.robots};
}

Reply Fetcher::robots_reply(const Job& job, Url url, std::string& text) {
    for (int followed = 0;; ++followed) {
        asked_at_[url.origin] = Clock::now();
        text.clear();
        Request request = request_for(job, url);
        request.bytes_max = std::numeric_limits<std::int64_t>::max();  // The sink has its own.
        Reply reply = get(
            request,
            [&](const std::string_view piece) {
                text += piece;
                return text.size() < Robots::bytes_max;
            },
            job.stop
        );
        const bool follow = reply.end == End::answered && is_redirect(reply.status) &&
                            !reply.redirect.empty() && followed < robots_redirects_max;
        if (!follow) {
            return reply;
        }
        auto next = parse_url(reply.redirect);
        if (!next) {
            reply.end = End::refused;
            reply.error = "redirected to what " + next.error().message;
            return reply;
        }
        url = *std::move(next);
    }
}

Request Fetcher::request_for(const Job& job, const Url& url) const {
    const Remote& source = job.source;
    const bool at_home = url.origin == job.home;
    const bool anywhere = at_home && source.addresses == Addresses::private_at_origin;
    Request request{
        .url = url.text,
        .user_agent = source.user_agent,
        .headers = {},
        .reach = anywhere ? Reach::anywhere : Reach::public_only,
        .ca_file = source.ca_file,
        .bytes_max = source.limits.bytes,
        .time_max = std::max(left_until(job.page.deadline), milliseconds{1}),
        .connect_max = options_.connect_max,
        .stall_max = options_.stall_max};
    if (at_home && source.authorization_file) {
        request.headers.push_back("Authorization: " + authorization(*source.authorization_file));
    }
    return request;
}

bool Fetcher::wait_for_turn(const Job& job, const std::string& origin, const milliseconds spacing) {
    const auto asked = asked_at_.find(origin);
    if (asked != asked_at_.end() && spacing > milliseconds{0}) {
        const auto turn = asked->second + spacing;
        if (turn >= job.page.deadline ||
            !sleep_for(std::chrono::ceil<milliseconds>(turn - Clock::now()), job.stop)) {
            return false;
        }
    }
    asked_at_[origin] = Clock::now();
    return true;
}

Fetcher::Try Fetcher::ask(const Job& job, const Url& url) {
    Request request = request_for(job, url);
    const Known& known = job.page.known;
    const bool conditional = stands(job.page);
    if (conditional && !known.etag.empty()) {
        request.headers.push_back("If-None-Match: " + known.etag);
    }
    if (conditional && !known.last_modified.empty()) {
        request.headers.push_back("If-Modified-Since: " + known.last_modified);
    }
    BodyFile body{job.page.file};
    Reply reply = get(
        request,
        [&](const std::string_view piece) {
            body.write(piece);
            return true;
        },
        job.stop
    );
    Try done{.fetched = as_before(job.page), .redirect = {}};
    Fetched& fetched = done.fetched;
    fetched.status = reply.status;
    fetched.retry_after = reply.retry_after;
    if (reply.end != End::answered) {
        fetched.outcome = outcome_of(reply.end);
        fetched.reason = std::move(reply.error);
        done.may_pass = fetched.outcome == Outcome::failed;
    } else if (reply.status == 200) {
        std::string sha256 = body.sha256();
        const bool same = conditional && sha256 == known.sha256;
        fetched.outcome = same ? Outcome::unchanged : Outcome::changed;
        fetched.known = {
            .etag = std::move(reply.etag),
            .last_modified = std::move(reply.last_modified),
            .next_page = next_page(reply.link, url),
            .sha256 = std::move(sha256),
            .bytes = body.bytes()};
        body.keep();
    } else if (reply.status == 304 && conditional) {
        fetched.outcome = Outcome::unchanged;
    } else if (is_redirect(reply.status) && !reply.redirect.empty()) {
        done.redirect = std::move(reply.redirect);
    } else {
        const bool gone = reply.status == 404 || reply.status == 410;
        done.may_pass = asks_to_come_back(reply.status);
        fetched.outcome = gone ? Outcome::gone : done.may_pass ? Outcome::failed : Outcome::refused;
        fetched.reason = loggable(url) + " answered " + std::to_string(reply.status);
    }
    return done;
}

}  // namespace fetch
