#include "indexer/verification/contacts.hpp"

#include "indexer/verification/host.hpp"

#include <unicode/uidna.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <memory>

namespace verification {
namespace {

bool of_host(const char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || (c & 0x80) != 0;
}

bool of_mailbox(const char c) {
    return (of_host(c) && (c & 0x80) == 0) || c == '_' || c == '+' || c == '%';
}

std::size_t end_of_host(const std::string_view text, const std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && of_host(text[end])) {
        ++end;
    }
    return end;
}

std::string in_lower_case(const std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), [](const char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

std::string_view without_www(std::string_view host) {
    while (!host.empty() && host.back() == '.') {
        host.remove_suffix(1);
    }
    return host.starts_with("www.") ? host.substr(4) : host;
}

/// The label that somebody registered: `example` of `jobs.example.on.ca`.
std::string_view name_of(const std::string_view host) {
    std::size_t ending = host.rfind('.');
    if (ending == std::string_view::npos) {
        return host;
    }
    while (ending > 0) {
        const std::size_t before = host.rfind('.', ending - 1);
        if (before == std::string_view::npos || !is_second_level(host.substr(before + 1))) {
            break;
        }
        ending = before;
    }
    const std::size_t start = ending == 0 ? std::string_view::npos : host.rfind('.', ending - 1);
    return host.substr(start == std::string_view::npos ? 0 : start + 1, ending - (start + 1));
}

/// `xn--` as the characters that it stands for.
std::string readable(const std::string_view name) {
    if (name.find("xn--") == std::string_view::npos) {
        return std::string{name};
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna{
        uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_UNICODE, &status), uidna_close};
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    std::array<char, 256> text{};
    const std::int32_t length = uidna_nameToUnicodeUTF8(
        idna.get(),
        name.data(),
        static_cast<std::int32_t>(name.size()),
        text.data(),
        static_cast<std::int32_t>(text.size()),
        &info,
        &status
    );
    const bool fits = U_SUCCESS(status) && length <= static_cast<std::int32_t>(text.size());
    return fits ? std::string{text.data(), static_cast<std::size_t>(length)} : std::string{name};
}

/// What a name looks like: two names with the same skeleton are read as the same.
std::string skeleton(const std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker{
        uspoof_open(&status), uspoof_close};
    std::array<char, 512> text{};
    const std::int32_t length = uspoof_getSkeletonUTF8(
        checker.get(),
        0,
        name.data(),
        static_cast<std::int32_t>(name.size()),
        text.data(),
        static_cast<std::int32_t>(text.size()),
        &status
    );
    const bool fits = U_SUCCESS(status) && length <= static_cast<std::int32_t>(text.size());
    return fits ? std::string{text.data(), static_cast<std::size_t>(length)} : std::string{name};
}

/// Letters put in, left out, changed or swapped with their neighbour; more than two count as three.
int slips(const std::string_view one, const std::string_view other) {
    constexpr int many = 3;
    constexpr std::size_t length_max = 63;
    const std::size_t longer = std::max(one.size(), other.size());
    if (longer > length_max || longer - std::min(one.size(), other.size()) >= many) {
        return many;
    }
    std::array<std::array<int, length_max + 1>, length_max + 1> table{};
    for (std::size_t i = 0; i <= one.size(); ++i) {
        for (std::size_t j = 0; j <= other.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<int>(i + j);
                continue;
            }
            const int changed = table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, changed});
            const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
                                 one[i - 2] == other[j - 1] && one[i - 1] != one[i - 2];
            if (swapped) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return std::min(table[one.size()][other.size()], many);
}

std::string without_hyphens(std::string_view name) {
    std::string result{name};
    std::erase(result, '-');
    return result;
}

}  // namespace

std::vector<Contact> contacts_in(const std::string_view text) {
    std::vector<Contact> result;
    std::size_t from = 0;
    while (result.size() < contacts_max) {
        const std::size_t at = text.find('@', from);
        const std::size_t link = text.find("://", from);
        const std::size_t mark = std::min(at, link);
        if (mark == std::string_view::npos) {
            break;
        }
        const bool email = mark == at;
        std::size_t start = mark + (email ? 1 : 3);
        std::size_t end = end_of_host(text, start);
        if (!email && end < text.size() && text[end] == '@') {
            // What stands before it is a name to sign in with, whatever it looks like.
            start = end + 1;
            end = end_of_host(text, start);
        }
        from = std::max(end, start);
        std::size_t begin = mark;
        while (begin > 0 && (email ? of_mailbox(text[begin - 1])
                                   : of_host(text[begin - 1]) && (text[begin - 1] & 0x80) == 0)) {
            --begin;
        }
        const std::string_view host = without_www(text.substr(start, end - start));
        if (begin == mark || host.find('.') == std::string_view::npos) {
            continue;
        }
        const auto host_end = static_cast<std::size_t>(host.data() - text.data()) + host.size();
        result.push_back(
            {.email = email,
             .at = begin,
             .written = text.substr(begin, host_end - begin),
             .host = host}
        );
    }
    return result;
}

std::string_view whole_link(const std::string_view text, const Contact& link) {
    constexpr std::string_view never_in_a_link = "\"'<>{}|\\^`";
    constexpr std::string_view left_out = "\u2026";
    // No-break spaces, quotation marks and dashes of any kind; letters with accents may go on.
    constexpr auto punctuation = std::to_array<std::string_view>({"\xc2", "\xe2\x80"});
    const std::string_view rest = text.substr(link.at);
    std::size_t end = link.written.size();
    while (end < rest.size() && static_cast<unsigned char>(rest[end]) > ' ' &&
           never_in_a_link.find(rest[end]) == std::string_view::npos &&
           std::none_of(punctuation.begin(), punctuation.end(), [&](const auto mark) {
               return rest.substr(end).starts_with(mark);
           })) {
        ++end;
    }
    std::string_view whole = rest.substr(0, end);
    if (rest.substr(end).starts_with(left_out) || whole.ends_with("..")) {
        return {};
    }
    const std::string_view closing =
        whole.find('(') == std::string_view::npos ? ".,;:!?*])" : ".,;:!?*]";
    while (whole.size() > link.written.size() &&
           closing.find(whole.back()) != std::string_view::npos) {
        whole.remove_suffix(1);
    }
    return whole;
}

std::string site_of(const std::string_view url) {
    const std::vector<Contact> found = contacts_in(url.substr(0, url.find_first_of("?#")));
    return found.empty() || found.front().email ? std::string{} : in_lower_case(found.front().host);
}

Likeness likeness(const std::string_view host, const std::string_view site) {
    constexpr std::size_t one_slip_from = 6;
    constexpr std::size_t two_slips_from = 10;
    const std::string host_written = in_lower_case(host);
    const std::string site_written = in_lower_case(site);
    const std::string name = readable(name_of(host_written));
    const std::string own = readable(name_of(site_written));
    if (name == own) {
        return Likeness::same;
    }
    if (skeleton(name) == skeleton(own)) {
        return Likeness::look_alike;
    }
    const std::string bare = without_hyphens(name);
    const std::string bare_own = without_hyphens(own);
    if (bare == bare_own || bare == bare_own + "s" || bare + "s" == bare_own) {
        return Likeness::other;
    }
    const int distance = slips(bare, bare_own);
    const std::size_t length = std::min(bare.size(), bare_own.size());
    const bool alike =
        (distance == 1 && length >= one_slip_from) || (distance == 2 && length >= two_slips_from);
    return alike ? Likeness::look_alike : Likeness::other;
}

}  // namespace verification
