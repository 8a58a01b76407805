#include "indexer/watch/collect.hpp"

#include "indexer/watch/clock.hpp"
#include "sql/store/fetch_store.hpp"

#include <system_error>

namespace watch {
namespace {

namespace fs = std::filesystem;
using fetch::Outcome;

fs::path page_file(const fs::path& folder, const int page) {
    return folder / ("page-" + std::to_string(page));
}

fetch::Known known_from(const store::FetchedPage& page) {
    return {
        .etag = page.etag,
        .last_modified = page.last_modified,
        .next_page = page.next_page,
        .sha256 = page.sha256,
        .bytes = page.bytes};
}

store::FetchedPage page_from(const std::string& url, const fetch::Known& known) {
    return {
        .url = url,
        .etag = known.etag,
        .last_modified = known.last_modified,
        .next_page = known.next_page,
        .sha256 = known.sha256,
        .bytes = known.bytes};
}

/// `address` is where it came from; empty for a file of this machine. One that was fetched before
/// is what its server says today, or it would have sent another.
sources::SourceFile source_file(
    const fetch::Source& source, fs::path path, const std::string& address
) {
    return {
        .path = std::move(path),
        .mapping = source.mapping,
        .name = source.name,
        .facts = {
            .employer = source.employer.value_or(""),
            .address = address,
            .fetched_on = address.empty() ? std::nullopt : std::optional{today()}}};
}

class Pages {
public:
    Pages(const fetch::Source& source, const fetch::Remote& remote, Tools& tools)
        : source_{source},
          remote_{remote},
          tools_{tools},
          store_{tools.database},
          folder_{tools.fetch_folder / source.name},
          known_{store_.pages(source.name)},
          deadline_{std::chrono::steady_clock::now() + remote.limits.time} {}

    Collected collect(const std::stop_token& stop) {
        Collected collected;
        std::string url = remote_.url;
        int page = 1;
        for (;; ++page) {
            const fetch::Fetched fetched = fetch(url, page, stop);
            if (fetched.outcome != Outcome::changed && fetched.outcome != Outcome::unchanged) {
                collected.outcome = fetched.outcome == Outcome::stopped ? TurnOutcome::stopped
                                                                        : TurnOutcome::failed;
                collected.error =
                    (page > 1 ? "page " + std::to_string(page) + ": " : "") + fetched.reason;
                collected.retry_after = fetched.retry_after;
                constexpr int http_gone = 410;
                if (page == 1 && fetched.status == http_gone) {
                    collected.gone_url = url;
                }
                return collected;
            }
            store_.keep(source_.name, page, page_from(url, fetched.known));
            collected.files.push_back(source_file(source_, fetched.file, url));
            collected.fingerprint += fetched.known.sha256;
            const std::string& next = fetched.known.next_page;
            if (remote_.limits.pages == 1 || next.empty() || next == url) {
                break;
            }
            if (page == remote_.limits.pages) {
                collected.error = "has more pages than limits.pages, " + std::to_string(page);
                return collected;
            }
            url = next;
        }
        forget_after(page);
        collected.outcome = TurnOutcome::ingested;
        return collected;
    }

private:
    fetch::Fetched fetch(const std::string& url, const int page, const std::stop_token& stop) {
        const auto index = static_cast<std::size_t>(page - 1);
        const bool known = index < known_.size() && known_[index].url == url;
        return tools_.fetcher.fetch(
            remote_,
            {.url = url,
             .file = page_file(folder_, page),
             .known = known ? known_from(known_[index]) : fetch::Known{},
             .deadline = deadline_},
            stop
        );
    }

    /// Drops pages that the source had once and has no longer.
    void forget_after(const int last) {
        store_.drop_pages(source_.name, last);
        for (int page = last + 1; fs::remove(page_file(folder_, page)); ++page) {
        }
    }

    const fetch::Source& source_;
    const fetch::Remote& remote_;
    Tools& tools_;
    store::FetchStore store_;
    fs::path folder_;
    std::vector<store::FetchedPage> known_;
    std::chrono::steady_clock::time_point deadline_;
};

Collected local_files(const fetch::Source& source, const fs::path& path) {
    Collected collected;
    if (!fs::exists(path)) {
        collected.error = path.string() + ": there is no such file or folder";
        return collected;
    }
    for (sources::SourceFile& file : sources::expand(source_file(source, path, ""))) {
        collected.fingerprint +=
            file.path.string() + ' ' + std::to_string(fs::file_size(file.path)) + ' ' +
            std::to_string(fs::last_write_time(file.path).time_since_epoch().count()) + '\n';
        collected.files.push_back(std::move(file));
    }
    collected.outcome = TurnOutcome::ingested;
    return collected;
}

}  // namespace

Collected collect(const fetch::Source& source, Tools& tools, const std::stop_token& stop) {
    if (const auto* remote = std::get_if<fetch::Remote>(&source.from)) {
        return Pages{source, *remote, tools}.collect(stop);
    }
    return local_files(source, std::get<fetch::Local>(source.from));
}

}  // namespace watch
