#pragma once

#include "indexer/fetch/fetcher.hpp"
#include "indexer/verification/verify.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace watch {

/// Asks the page of a posting whether it is still open, and that of its employer whether it is
/// shown there, as politely as any source is fetched: by robots.txt, a second between the pages of
/// a host, and no more of them than its budget.
class PageAsker {
public:
    struct Options {
        std::filesystem::path folder;    ///< For what is fetched.
        std::size_t per_host_max = 100;  ///< Pages of one host, those it redirects to included.
        std::string user_agent = "jobscout";
        fetch::Addresses addresses = fetch::Addresses::public_only;
        std::chrono::milliseconds crawl_delay{1000};
        std::chrono::seconds page_time_max{30};
    };

    explicit PageAsker(Options options);

    /// Nothing where the budget of its host, or of one that it redirects to, is spent. 404, 410 and
    /// a page that says so in English or French are closed; a page that still holds a posting, or
    /// is its employer's and shows the title, is live; anything else is uncertain.
    std::optional<verification::Liveness> ask(const domain::Posting& posting, domain::Date day);

    /// The same of its employer's page (verification::employer_page_of). One that is not of this
    /// one posting closes nothing.
    std::optional<verification::Liveness> ask_employer(
        const domain::Posting& posting, const std::string& page, domain::Date day
    );

    /// Each host may be asked as often as at first.
    void renew_budgets() { asked_.clear(); }

private:
    using Reader = std::function<
        verification::Liveness(const std::string& bytes, const std::string& found_at)>;
    std::optional<verification::Liveness> ask(
        const std::string& page, domain::Date day, const Reader& read
    );

    Options options_;
    fetch::Fetcher fetcher_;
    std::stop_source never_;
    std::map<std::string, std::size_t> asked_;  ///< By host.
};

}  // namespace watch
