// Reads the list of sources strictly: a key misspelt is a limit lost.

#include "indexer/fetch/source_list.hpp"

#include "indexer/fetch/url.hpp"
#include "matcher/document/field_reader.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace fetch {
namespace {

namespace fs = std::filesystem;
using document::FieldReader;
using document::Named;
using document::ValueReader;

constexpr std::size_t text_max = 2000;

constexpr std::array robots_names{
    Named{"respect", RobotsPolicy::respect},
    Named{"none", RobotsPolicy::none},
};

/// What only a source that is fetched may say.
constexpr std::array<std::string_view, 7> remote_members{
    "user_agent",
    "robots",
    "allow_private",
    "crawl_delay_seconds",
    "limits",
    "ca_file",
    "authorization_file"};

std::string text(const ValueReader& value) { return value.text({.min = 1, .max = text_max}); }

/// A header of HTTP is one line of ASCII.
std::string header_text(const ValueReader& value) {
    std::string result = text(value);
    if (!std::all_of(result.begin(), result.end(), [](const char c) {
            return c >= ' ' && c <= '~';
        })) {
        value.refuse("has to be plain ASCII");
    }
    return result;
}

std::string name_of(const ValueReader& value) {
    std::string name = value.text({.min = 1, .max = 64});
    const auto is_fit = [](const char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    if (!std::all_of(name.begin(), name.end(), is_fit)) {
        value.refuse("has to be of letters, digits, _ and -");
    }
    return name;
}

/// `04:30` as minutes after midnight.
std::chrono::minutes time_of_day(const ValueReader& value) {
    const std::string time = value.text({});
    const auto digit = [&](const std::size_t at) { return time[at] - '0'; };
    const auto is_digit = [&](const std::size_t at) { return time[at] >= '0' && time[at] <= '9'; };
    if (time.size() == 5 && is_digit(0) && is_digit(1) && time[2] == ':' && is_digit(3) &&
        is_digit(4)) {
        const int hours = digit(0) * 10 + digit(1);
        const int minutes = digit(3) * 10 + digit(4);
        if (hours < 24 && minutes < 60) {
            return std::chrono::minutes{hours * 60 + minutes};
        }
    }
    value.refuse("'" + time + "' is no time of day as 04:30");
    return {};
}

Schedule schedule_of(FieldReader& in) {
    if (in.has("every_minutes") == in.has("daily_at")) {
        in.refuse("needs one of every_minutes and daily_at");
    }
    if (in.has("daily_at")) {
        return DailyAt{time_of_day(in.required("daily_at"))};
    }
    if (in.has("every_minutes")) {
        constexpr int month = 31 * 24 * 60;
        return EveryMinutes{std::chrono::minutes{
            in.required("every_minutes").integer<int>({.min = 1, .max = month})}};
    }
    return {};
}

template <class Number>
Number number_or(
    FieldReader& in,
    const std::string_view name,
    const Number otherwise,
    const document::Range<Number> range
) {
    return in.has(name) ? in.required(name).template integer<Number>(range) : otherwise;
}

Limits limits_of(FieldReader& in) {
    constexpr Limits usual;
    return {
        .bytes = number_or<std::int64_t>(
            in, "bytes", usual.bytes, {.min = 1, .max = std::int64_t{1} << 40U}
        ),
        .time = std::chrono::seconds{number_or<int>(
            in, "seconds", static_cast<int>(usual.time.count()), {.min = 1, .max = 86400}
        )},
        .redirects = number_or<int>(in, "redirects", usual.redirects, {.min = 0, .max = 20}),
        .pages = number_or<int>(in, "pages", usual.pages, {.min = 1, .max = 1000}),
    };
}

std::chrono::milliseconds delay_of(const ValueReader& value) {
    return std::chrono::milliseconds{
        static_cast<std::int64_t>(value.number({.min = 0, .max = 600}) * 1000)};
}

/// What holds for every source unless it says otherwise.
struct Reading {
    fs::path folder;
    std::string user_agent = "jobscout";

    fs::path path(const ValueReader& value) const { return folder / text(value); }
};

bool is_remote(const std::string& url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

std::string url_of(const ValueReader& value) {
    const auto url = parse_url(value.text({.min = 1, .max = text_max}));
    if (!url) {
        value.refuse(url.error().message);
        return {};
    }
    return url->text;
}

Remote remote_of(FieldReader& in, const Reading& reading) {
    Remote remote;
    remote.url = url_of(in.required("url"));
    remote.user_agent = in.optional("user_agent", header_text).value_or(reading.user_agent);
    if (in.has("robots")) {
        remote.robots = in.required("robots").choice(robots_names);
    }
    if (in.has("allow_private") && in.required("allow_private").boolean()) {
        remote.addresses = Addresses::private_at_origin;
    }
    if (in.has("crawl_delay_seconds")) {
        remote.crawl_delay = delay_of(in.required("crawl_delay_seconds"));
    }
    if (in.has("limits")) {
        remote.limits = in.required("limits").object(limits_of);
    }
    const auto path = [&](const ValueReader& value) { return reading.path(value); };
    remote.ca_file = in.optional("ca_file", path);
    remote.authorization_file = in.optional("authorization_file", path);
    return remote;
}

Local local_of(FieldReader& in, const std::string& url, const Reading& reading) {
    for (const std::string_view name : remote_members) {
        if (in.has(name)) {
            in.refuse(name, "is for http and https only");
        }
    }
    if (url.find("://") != std::string::npos) {
        in.refuse("url", "is neither http nor https nor a path");
    }
    return reading.folder / url;
}

void read_what_all_say(FieldReader& in, Source& source) {
    source.employer = in.optional("employer", text);
    source.complete = in.optional("complete", &ValueReader::boolean).value_or(false);
    source.schedule = in.required("schedule").object(schedule_of);
}

Source source_of(FieldReader& in, const Reading& reading) {
    Source source;
    source.name = name_of(in.required("name"));
    const std::string url = text(in.required("url"));
    if (is_remote(url)) {
        source.from = remote_of(in, reading);
    } else {
        source.from = local_of(in, url, reading);
    }
    source.mapping =
        in.optional("mapping", [&](const ValueReader& value) { return reading.path(value); });
    read_what_all_say(in, source);
    return source;
}

Source added_of(FieldReader& in, const std::string_view name, const ForAdded& rules) {
    for (const std::string_view member :
         {"mapping", "allow_private", "ca_file", "authorization_file"}) {
        if (in.has(member)) {
            in.refuse(member, "is for the list on the machine only");
        }
    }
    if (!is_remote(in.required("url").text({.min = 1, .max = text_max}))) {
        in.refuse("url", "is neither http nor https");
    }
    Source source;
    source.name = name;
    Remote remote = remote_of(in, {.folder = {}, .user_agent = rules.user_agent});
    const auto url = parse_url(remote.url);
    if (url &&
        std::ranges::find(rules.private_origins, url->origin) != rules.private_origins.end()) {
        remote.addresses = Addresses::private_at_origin;
    }
    source.from = std::move(remote);
    read_what_all_say(in, source);
    return source;
}

std::string origin_of(const ValueReader& value) {
    const auto url = parse_url(value.text({.min = 1, .max = text_max}));
    if (!url) {
        value.refuse(url.error().message);
        return {};
    }
    return url->origin;
}

SourceList list_of(FieldReader& in, const fs::path& folder) {
    in.has("$schema");  // For editors; may be anything.
    Reading reading{.folder = folder};
    if (const auto user_agent = in.optional("user_agent", header_text)) {
        reading.user_agent = *user_agent;
    }
    SourceList list;
    list.for_added.user_agent = reading.user_agent;
    if (in.has("private_origins")) {
        constexpr std::size_t origins_max = 100;
        list.for_added.private_origins =
            in.required("private_origins").array(origins_max, origin_of);
    }
    std::set<std::string> names;
    constexpr std::size_t sources_max = 10000;
    list.sources = in.required("sources").array(sources_max, [&](const ValueReader& element) {
        Source source =
            element.object([&](FieldReader& fields) { return source_of(fields, reading); });
        if (!names.insert(source.name).second) {
            element.refuse("there is another source named '" + source.name + "'");
        }
        return source;
    });
    return list;
}

}  // namespace

domain::Result<SourceList> source_list_from(const std::string_view json, const fs::path& folder) {
    return document::parse_document(json, [&](const ValueReader& root) {
        return root.object([&](FieldReader& in) { return list_of(in, folder); });
    });
}

domain::Result<Source> added_source_from(
    const std::string_view name, const std::string_view entry, const ForAdded& rules
) {
    return document::parse_document(entry, [&](const ValueReader& root) {
        return root.object([&](FieldReader& in) { return added_of(in, name, rules); });
    });
}

domain::Result<SourceList> load_source_list(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        return domain::invalid("sources", file.string() + ": cannot be opened");
    }
    const std::string json{std::istreambuf_iterator<char>{stream}, {}};
    auto list = source_list_from(json, file.parent_path());
    if (!list) {
        domain::Error error = list.error();
        error.message =
            file.string() + ": " + (error.field.empty() ? "" : error.field + ": ") + error.message;
        error.field = "sources";
        return error;
    }
    return list;
}

domain::Result<std::vector<Source>> named(
    std::vector<Source> sources, const std::vector<std::string>& names
) {
    if (names.empty()) {
        return sources;
    }
    for (const std::string& name : names) {
        const auto is_it = [&](const Source& source) { return source.name == name; };
        if (std::none_of(sources.begin(), sources.end(), is_it)) {
            return domain::invalid("sources", "there is no source named '" + name + "'");
        }
    }
    std::erase_if(sources, [&](const Source& source) {
        return std::find(names.begin(), names.end(), source.name) == names.end();
    });
    return sources;
}

}  // namespace fetch
