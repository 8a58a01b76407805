#include "indexer/verification/host.hpp"

#include "verification_data.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace verification {
namespace {

namespace json = boost::json;

/// Shorter names stand in too many links by chance.
constexpr std::size_t name_letters_min = 5;

struct Domain {
    std::string name;
    HostKind kind;
};

struct Hosts {
    std::vector<Domain> domains;            ///< By name.
    std::vector<std::string> second_level;  ///< Likewise.
};

Hosts read_hosts() {
    const json::value document = json::parse(verification_data::hosts.text);
    constexpr auto lists = std::to_array<std::pair<std::string_view, HostKind>>(
        {{"public_boards", HostKind::public_board},
         {"boards", HostKind::board},
         {"tenants", HostKind::tenant},
         {"others", HostKind::other},
         {"free_mail", HostKind::free_mail}}
    );
    Hosts hosts;
    std::vector<Domain>& domains = hosts.domains;
    for (const auto& [list, kind] : lists) {
        for (const json::value& name : document.at(list).as_array()) {
            domains.push_back({.name = std::string{name.as_string()}, .kind = kind});
        }
    }
    std::sort(domains.begin(), domains.end(), [](const Domain& one, const Domain& other) {
        return one.name < other.name;
    });
    hosts.second_level = json::value_to<std::vector<std::string>>(document.at("second_level"));
    std::sort(hosts.second_level.begin(), hosts.second_level.end());
    return hosts;
}

const Hosts& hosts() {
    static const Hosts all = read_hosts();
    return all;
}

bool is_letter_or_digit(const char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char lower(const char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Lower case, letters and digits only.
std::string letters_of(const std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (is_letter_or_digit(lower(c))) {
            letters += lower(c);
        }
    }
    return letters;
}

/// Where the host of a link begins and ends.
std::pair<std::size_t, std::size_t> host_span(const std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos || !(url.starts_with("http") || url.starts_with("HTTP"))) {
        return {0, 0};
    }
    std::size_t begin = scheme + 3;
    const std::size_t end = std::min(url.find_first_of("/?#", begin), url.size());
    const std::size_t user = url.substr(0, end).rfind('@');
    if (user != std::string_view::npos && user >= begin) {
        begin = user + 1;
    }
    return {begin, end};
}

/// Calls `take` with every run of letters, digits and hyphens, hyphens left out.
template <class Take>
void each_part(const std::string_view text, const Take& take) {
    std::string part;
    for (const char c : text) {
        if (is_letter_or_digit(lower(c))) {
            part += lower(c);
        } else if (c != '-') {
            take(part);
            part.clear();
        }
    }
    take(part);
}

}  // namespace

std::string host_of(const std::string_view url) {
    const auto [begin, end] = host_span(url);
    std::string host;
    for (const char c : url.substr(begin, end - begin)) {
        if (c == ':') {
            break;
        }
        host += lower(c);
    }
    return host.starts_with("www.") ? host.substr(4) : host;
}

HostKind kind_of_host(const std::string_view host) {
    const std::vector<Domain>& domains = hosts().domains;
    if (host.empty()) {
        return HostKind::none;
    }
    std::string written{host};
    std::transform(written.begin(), written.end(), written.begin(), lower);
    for (std::string_view rest = written;;) {
        const auto found = std::lower_bound(
            domains.begin(),
            domains.end(),
            rest,
            [](const Domain& domain, const auto& name) { return domain.name < name; }
        );
        if (found != domains.end() && found->name == rest) {
            return found->kind;
        }
        const std::size_t dot = rest.find('.');
        if (dot == std::string_view::npos) {
            return HostKind::own_or_unknown;
        }
        rest.remove_prefix(dot + 1);
    }
}

bool is_second_level(const std::string_view ending) {
    return std::binary_search(
        hosts().second_level.begin(), hosts().second_level.end(), ending, std::less<>{}
    );
}

bool names_employer(const std::string_view url, const std::string_view employer_key) {
    const std::size_t path = host_span(url).second;
    const std::string host = host_of(url);
    const HostKind kind = kind_of_host(host);
    if (kind != HostKind::tenant && kind != HostKind::own_or_unknown) {
        return false;
    }
    const std::string whole = letters_of(employer_key);
    if (whole.size() < name_letters_min) {
        return false;
    }
    // The first two words may stand for a longer name: `granitecove.ca`.
    std::size_t two = employer_key.find(' ');
    two = two == std::string_view::npos ? two : employer_key.find(' ', two + 1);
    const std::string first_two = letters_of(employer_key.substr(0, two));
    bool found = false;
    const auto compare = [&](const std::string& part) {
        const bool whole_name = part.size() >= name_letters_min && whole.starts_with(part) &&
                                part.size() >= first_two.size();
        found = found || part == whole || whole_name ||
                (part.size() > whole.size() && part.starts_with(whole));
    };
    each_part(host, compare);
    if (kind == HostKind::tenant) {
        each_part(url.substr(path), compare);
    }
    return found;
}

}  // namespace verification
