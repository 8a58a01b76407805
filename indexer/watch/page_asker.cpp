#include "indexer/watch/page_asker.hpp"

#include "indexer/fetch/url.hpp"
#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/employer_page.hpp"
#include "indexer/verification/host.hpp"
#include "indexer/watch/file_content.hpp"
#include "indexer/watch/posting_page.hpp"

#include <set>
#include <utility>

namespace watch {
namespace {

using verification::Liveness;

constexpr std::int64_t page_bytes_max = std::int64_t{4} << 20U;

}  // namespace

PageAsker::PageAsker(Options options) : options_{std::move(options)}, fetcher_{{}} {
    std::filesystem::create_directories(options_.folder);
}

std::optional<Liveness> PageAsker::ask(const domain::Posting& posting, const domain::Date day) {
    return ask(posting.url, day, [&](const std::string& bytes, const std::string&) {
        const auto said = liveness_of_page(bytes, posting.url, day);
        if (said) {
            return *said;
        }
        const std::string key = normalise::employer_name_from(posting.hiring_organization).key;
        return verification::names_employer(posting.url, key)
                   ? shown_at_employer(bytes, posting, PageOf::posting, day)
                   : uncertain(day, "its page does not tell");
    });
}

std::optional<Liveness> PageAsker::ask_employer(
    const domain::Posting& posting, const std::string& page, const domain::Date day
) {
    auto said = ask(page, day, [&](const std::string& bytes, const std::string& found_at) {
        const bool of_one = verification::is_of_one_posting(found_at, posting);
        return shown_at_employer(bytes, posting, of_one ? PageOf::posting : PageOf::many, day);
    });
    // Sites are built anew: that a list of jobs has moved closes none of them.
    if (said && said->state == Liveness::State::closed &&
        !verification::is_of_one_posting(page, posting)) {
        return uncertain(day, std::move(said->evidence));
    }
    return said;
}

std::optional<Liveness> PageAsker::ask(
    const std::string& page, const domain::Date day, const Reader& read
) {
    const auto url = fetch::parse_url(page);
    if (!url) {
        return uncertain(day, "its link cannot be asked: " + url.error().message);
    }
    // A host counts once for a posting, however often it redirects or is tried again.
    std::set<std::string> hosts;
    std::string found_at;
    bool spent = false;
    const auto admits = [&](const fetch::Url& next) {
        found_at = next.text;
        std::string host = verification::host_of(next.text);
        std::size_t& asked = asked_[host];
        const bool is_new = hosts.insert(std::move(host)).second;
        spent = is_new && asked >= options_.per_host_max;
        asked += is_new && !spent ? 1 : 0;
        return !spent;
    };
    const fetch::Remote remote{
        .url = page,
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
        said = read(content_of(file), found_at);
    }
    std::error_code none;
    std::filesystem::remove(file, none);
    return said ? said : uncertain(day, fetched.reason);
}

}  // namespace watch
