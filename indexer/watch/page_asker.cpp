#include "indexer/watch/page_asker.hpp"

#include "indexer/fetch/url.hpp"
#include "indexer/sources/document.hpp"
#include "indexer/sources/html.hpp"
#include "indexer/verification/host.hpp"
#include "indexer/watch/file_content.hpp"
#include "indexer/watch/turn.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace watch {
namespace {

using verification::Liveness;

/// A longer text is prose, in which such words may stand for anything.
constexpr std::size_t banner_bytes_max = 200;
constexpr std::int64_t page_bytes_max = std::int64_t{4} << 20U;

/// How pages say that a posting is over, in lower case; apostrophes are straight.
constexpr auto closing_phrases = std::to_array<std::string_view>({
    "no longer accepting applications",
    "position has been filled",
    "job has been filled",
    "job has expired",
    "posting has expired",
    "job posting is closed",
    "this job is closed",
    "this position is closed",
    "n'accepte plus de candidatures",
    "poste a été pourvu",
    "poste est pourvu",
    "offre est expirée",
    "offre a expiré",
    "offre est fermée",
    "affichage est fermé",
});

/// These say it of anything, a browser or a brochure: the line has to name a job as well.
constexpr auto ending_phrases = std::to_array<std::string_view>({
    "no longer advertised",
    "no longer available",
    "no longer open",
    "n'est plus annonc",
    "n'est plus disponible",
    "n'est plus offert",
});
constexpr auto job_words = std::to_array<std::string_view>({
    "job",
    "position",
    "posting",
    "vacancy",
    "opportunity",
    "competition",
    "role ",
    "emploi",
    "poste",
    "offre",
    "affichage",
    "annonce ",
    "concours",
});

bool holds_any(const std::string_view text, const std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

std::string plain(const std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        constexpr std::string_view curly = "\u2019";
        if (text.substr(at).starts_with(curly)) {
            result += '\'';
            at += curly.size() - 1;
        } else {
            const char c = text[at];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

/// A short line of the page that says that the posting is over; empty where none does.
std::string banner_of(const std::string& html) {
    const auto page = sources::Page::parse(html);
    if (!page) {
        return {};
    }
    for (std::string& line : page->root().lines()) {
        const std::string words = plain(line);
        const bool closes = holds_any(words, closing_phrases) ||
                            (holds_any(words, ending_phrases) && holds_any(words, job_words));
        if (closes && line.size() <= banner_bytes_max) {
            return std::move(line);
        }
    }
    return {};
}

/// The words that close a page, as they can be stored and shown.
std::string quote(std::string_view words) {
    if (words.size() > banner_bytes_max) {
        std::size_t end = banner_bytes_max;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        words = words.substr(0, end);
    }
    std::string line = one_line(std::string{words});
    return line.find_first_not_of(' ') == std::string::npos ? "its page says so" : line;
}

Liveness uncertain(const domain::Date day, std::string why) {
    return {.state = Liveness::State::uncertain, .day = day, .evidence = std::move(why)};
}

}  // namespace

std::optional<Liveness> liveness_of_page(
    const std::string& bytes, const std::string& url, const domain::Date day
) {
    const std::string html = sources::page_text(bytes);
    // Who is sent on to a list of other postings finds those, and not the one asked for.
    std::size_t postings = 0;
    bool is_named = false;
    std::string closing;
    sources::Sink sink;
    sink.record = [&](const sources::Record& record) {
        ++postings;
        is_named = is_named || record.posting.get(sources::Field::url) == url;
    };
    sink.unreadable = [](const sources::Unreadable&) {};
    sink.gone = [&](const sources::Gone& gone) { closing = gone.quote; };
    // Without the address: a posting that names no link of its own would be given this one.
    sources::read_page(html, url, sink, {.employer = {}, .address = {}});
    if (closing.empty() && postings == 0) {
        closing = banner_of(html);
    }
    if (!closing.empty()) {
        return Liveness{.state = Liveness::State::closed, .day = day, .evidence = quote(closing)};
    }
    if (postings == 1 || is_named) {
        return Liveness{
            .state = Liveness::State::live, .day = day, .evidence = "its page still shows it"};
    }
    return std::nullopt;
}

PageAsker::PageAsker(Options options) : options_{std::move(options)}, fetcher_{{}} {
    std::filesystem::create_directories(options_.folder);
}

std::optional<Liveness> PageAsker::ask(const domain::Posting& posting, const domain::Date day) {
    const auto url = fetch::parse_url(posting.url);
    if (!url) {
        return uncertain(day, "its link cannot be asked: " + url.error().message);
    }
    // A host counts once for a posting, however often it redirects or is tried again.
    std::set<std::string> hosts;
    bool spent = false;
    const auto admits = [&](const fetch::Url& next) {
        std::string host = verification::host_of(next.text);
        std::size_t& asked = asked_[host];
        const bool is_new = hosts.insert(std::move(host)).second;
        spent = is_new && asked >= options_.per_host_max;
        asked += is_new && !spent ? 1 : 0;
        return !spent;
    };
    const fetch::Remote remote{
        .url = posting.url,
        .user_agent = options_.user_agent,
        .robots = fetch::RobotsPolicy::respect,
        .addresses = options_.addresses,
        .crawl_delay = options_.crawl_delay,
        .limits = {.bytes = page_bytes_max, .time = options_.page_time_max},
        .ca_file = {},
        .authorization_file = {}};
    const std::filesystem::path file = options_.folder / "posting_page";
    const fetch::Fetched fetched = fetcher_.fetch(
        remote,
        {.url = url->text,
         .file = file,
         .known = {},
         .deadline = std::chrono::steady_clock::now() + options_.page_time_max,
         .admits = admits},
        never_.get_token()
    );
    if (spent) {
        return std::nullopt;
    }
    std::optional<Liveness> said;
    if (fetched.outcome == fetch::Outcome::gone) {
        said = {
            .state = Liveness::State::closed,
            .day = day,
            .evidence = "HTTP " + std::to_string(fetched.status)};
    } else if (fetched.outcome == fetch::Outcome::changed || fetched.outcome == fetch::Outcome::unchanged) {
        said = liveness_of_page(content_of(file), posting.url, day);
    }
    std::error_code none;
    std::filesystem::remove(file, none);
    return said
               ? said
               : uncertain(day, fetched.reason.empty() ? "its page does not tell" : fetched.reason);
}

}  // namespace watch
