#pragma once

#include "matcher/domain/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fetch {

/// Bounds of what one source may cost.
struct Limits {
    std::int64_t bytes = std::int64_t{1} << 30U;  ///< Of a page as it is kept: decoded.
    std::chrono::seconds time{300};  ///< For everything: waiting, redirects, tries, all pages.
    int redirects = 5;               ///< Of one page.
    int pages = 1;                   ///< `Link: rel="next"` is followed up to so many.
};

enum class RobotsPolicy {
    respect,
    none,  ///< robots.txt is not asked for: the operator has the publisher's word.
};

/// To which addresses a connection may be made.
enum class Addresses {
    public_only,
    /// Also private ones, at the origin (scheme, host, port) of the source's own URL. A redirect
    /// elsewhere still has to be public.
    private_at_origin,
};

/// A source that is fetched.
struct Remote {
    std::string url;  ///< As parse_url() gives it.
    std::string user_agent;
    RobotsPolicy robots = RobotsPolicy::respect;
    Addresses addresses = Addresses::public_only;
    std::chrono::milliseconds crawl_delay{0};  ///< Between requests to one host, at least.
    Limits limits;
    std::optional<std::filesystem::path> ca_file;  ///< PEM; trusted instead of the system's.
    /// What the header `Authorization` says stands in this file. Sent to the URL's origin only.
    std::optional<std::filesystem::path> authorization_file;
};

/// A file or folder of this machine.
using Local = std::filesystem::path;

struct EveryMinutes {
    std::chrono::minutes minutes{60};
};
struct DailyAt {
    std::chrono::minutes after_midnight{0};  ///< UTC.
};
using Schedule = std::variant<EveryMinutes, DailyAt>;

/// Whence postings come, how they are read, and when.
struct Source {
    std::string name;  ///< Unique in the list, fit for a file name.
    std::variant<Remote, Local> from;
    std::optional<std::filesystem::path> mapping;
    std::optional<std::string> employer;  ///< For a feed that does not name it.
    bool complete = false;  ///< It holds all that the source offers: what it lacks is gone.
    Schedule schedule;
};

/// What the list says of sources that are added over the API.
struct ForAdded {
    std::string user_agent;                    ///< Of those that name none.
    std::vector<std::string> private_origins;  ///< `http://10.0.0.7:8080`: may be private.
};

struct SourceList {
    std::vector<Source> sources;
    ForAdded for_added;
};

/// The operator's list of sources. Its form: deploy/sources.schema.json; README.md of this folder
/// explains it. Relative paths are relative to `folder`, where the list stands.
/// Refuses what is not as the schema says, names that stand twice and URLs that are none.
domain::Result<SourceList> source_list_from(
    std::string_view json, const std::filesystem::path& folder
);

/// The same of a file; the message then names it.
domain::Result<SourceList> load_source_list(const std::filesystem::path& file);

/// A source that an operator adds over the API: `entry` is as one of the list, without its name.
/// Refuses what reaches for files of the machine or for private addresses, which only the list may
/// allow, and tables, whose mapping is a file.
domain::Result<Source> added_source_from(
    std::string_view name, std::string_view entry, const ForAdded& rules
);

/// Those of these names, in the order of the list; all where there are no names. Refuses a name
/// that is not in the list.
domain::Result<std::vector<Source>> named(
    std::vector<Source> sources, const std::vector<std::string>& names
);

}  // namespace fetch
