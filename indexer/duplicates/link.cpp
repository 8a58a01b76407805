#include "indexer/duplicates/advertisement.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace duplicates {
namespace {

using std::string_view;

struct LinkParts {
    std::string host;  ///< Lower case, without `www.`.
    std::vector<string_view> path;
    std::vector<string_view> query;
};

std::vector<string_view> split(string_view text, const char separator) {
    std::vector<string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) {
            parts.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

LinkParts link_of(string_view url) {
    url = url.substr(0, url.find('#'));
    if (const std::size_t scheme = url.find("://"); scheme != string_view::npos) {
        url.remove_prefix(scheme + 3);
    }
    const std::size_t question = std::min(url.find('?'), url.size());
    const string_view before = url.substr(0, question);
    const std::size_t slash = std::min(before.find('/'), before.size());
    LinkParts link;
    for (const char letter : before.substr(0, slash)) {
        link.host +=
            letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    if (link.host.starts_with("www.")) {
        link.host.erase(0, 4);
    }
    link.path = split(before.substr(slash), '/');
    link.query = split(url.substr(std::min(question + 1, url.size())), '&');
    return link;
}

/// Parameters by which marketing follows visitors; they change and the page does not.
bool only_tracks(const string_view parameter) {
    constexpr auto names = std::to_array<string_view>(
        {"utm_",
         "ji_visitsrc",
         "gh_src",
         "source",
         "src",
         "ref",
         "referrer",
         "fbclid",
         "gclid",
         "lever-source",
         "lever-origin",
         "trk",
         "tracking",
         "iis",
         "iisn",
         "cl",
         "lang",
         "locale"}
    );
    const string_view name = parameter.substr(0, parameter.find('='));
    return std::any_of(names.begin(), names.end(), [&](const string_view known) {
        const bool prefix = known.ends_with('_');
        return prefix ? name.starts_with(known)
                      : name.size() == known.size() &&
                            std::equal(
                                name.begin(),
                                name.end(),
                                known.begin(),
                                [](const char a, const char b) {
                                    return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
                                }
                            );
    });
}

bool is_number(const string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](const char character) {
        return character >= '0' && character <= '9';
    });
}

/// `/jobsearch/jobposting/1664607`, and in French `/rechercheemplois/offredemploi/1664607`.
std::string job_bank_number(const LinkParts& link) {
    const bool is_job_bank = link.host == "jobbank.gc.ca" || link.host == "guichetemplois.gc.ca";
    if (!is_job_bank || link.path.size() < 2) {
        return "";
    }
    for (std::size_t at = 1; at < link.path.size(); ++at) {
        const bool names_posting =
            link.path[at - 1] == "jobposting" || link.path[at - 1] == "offredemploi" ||
            link.path[at - 1] == "jobpostingtfw" || link.path[at - 1] == "offredemploitet";
        const string_view number = link.path[at].substr(0, link.path[at].find(';'));
        if (names_posting && is_number(number)) {
            return "jobbank:" + std::string{number};
        }
    }
    return "";
}

/// Greenhouse, Lever, Ashby, Recruitee and their like put the id behind the employer's name.
std::string ats_id(const LinkParts& link) {
    constexpr auto hosts = std::to_array<string_view>(
        {"greenhouse.io",
         "lever.co",
         "ashbyhq.com",
         "workable.com",
         "smartrecruiters.com",
         "recruitee.com",
         "bamboohr.com",
         "teamtailor.com",
         "myworkdayjobs.com",
         "personio.com",
         "personio.de"}
    );
    const auto* const found = std::find_if(hosts.begin(), hosts.end(), [&](const string_view host) {
        return link.host == host ||
               (link.host.ends_with(host) && link.host[link.host.size() - host.size() - 1] == '.');
    });
    if (found == hosts.end()) {
        return "";
    }
    // The id is the last part that has a digit: an employer's name may have one, but stands before.
    for (auto part = link.path.rbegin(); part != link.path.rend(); ++part) {
        const std::size_t end = part->find_first_not_of("0123456789");
        const bool begins_with_number = end >= 5 && end != string_view::npos;
        const bool has_digit = part->find_first_of("0123456789") != string_view::npos;
        if (has_digit && *part != "apply") {
            // `12345-title-of-the-job` is `12345`, whatever becomes of the title.
            return std::string{*found} + ":" +
                   std::string{
                       begins_with_number && (*part)[end] == '-' ? part->substr(0, end) : *part};
        }
    }
    return "";
}

}  // namespace

std::string link_identity(const string_view url) {
    const LinkParts link = link_of(url);
    if (link.host.empty()) {
        return "";
    }
    if (std::string number = job_bank_number(link); !number.empty()) {
        return number;
    }
    if (std::string id = ats_id(link); !id.empty()) {
        return id;
    }
    std::vector<string_view> query;
    std::copy_if(
        link.query.begin(),
        link.query.end(),
        std::back_inserter(query),
        [](const auto& parameter) { return !only_tracks(parameter); }
    );
    std::sort(query.begin(), query.end());
    std::string identity = link.host;
    for (const string_view part : link.path) {
        identity.append("/").append(part);
    }
    for (const string_view parameter : query) {
        identity.append("&").append(parameter);
    }
    const bool is_only_the_board = link.path.empty() && query.empty();
    return is_only_the_board ? "" : identity;
}

}  // namespace duplicates
