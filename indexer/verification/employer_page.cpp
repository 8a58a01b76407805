#include "indexer/verification/employer_page.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/verification/contacts.hpp"
#include "indexer/verification/host.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace verification {
namespace {

/// Shorter words of a title stand in addresses of anything: `of`, `and`, `des`.
constexpr std::size_t title_word_min = 4;

constexpr std::chrono::days asked_again_after{7};

/// What stands behind the host.
std::string_view path_of(const std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    const std::size_t end = url.find_first_of("/?#", scheme + 3);
    return end == std::string_view::npos ? std::string_view{} : url.substr(end);
}

/// Folded runs of letters and digits.
std::set<std::string> words_of(const std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : normalise::fold(text) + ' ') {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
        } else {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

/// How much an address says of which posting it is of.
int closeness(const std::string_view url, const domain::Posting& posting) {
    if (is_of_one_posting(url, posting)) {
        return 2;
    }
    return path_of(url).find_first_not_of("/?#") == std::string_view::npos ? 0 : 1;
}

}  // namespace

std::string employer_page_of(const domain::Posting& posting, const std::string_view employer_key) {
    if (names_employer(posting.url, employer_key)) {
        return posting.url;
    }
    std::string_view best;
    const auto look_in = [&](const std::string_view text) {
        if (text.find("://") == std::string_view::npos) {
            return;  // As nearly always, and seen at once.
        }
        for (const Contact& contact : contacts_in(text)) {
            const std::string_view link =
                contact.email ? std::string_view{} : whole_link(text, contact);
            if (names_employer(link, employer_key) &&
                (best.empty() || closeness(link, posting) > closeness(best, posting))) {
                best = link;
            }
        }
    };
    look_in(posting.description);
    for (const auto* const lines : {&posting.duties, &posting.skills, &posting.credentials}) {
        std::for_each(lines->begin(), lines->end(), look_in);
    }
    return std::string{best};
}

bool is_of_one_posting(const std::string_view url, const domain::Posting& posting) {
    const std::string_view path = path_of(url);
    if (path.find_first_of("0123456789") != std::string_view::npos) {
        return true;
    }
    const std::set<std::string> words = words_of(path);
    const auto names = [&](const std::string& title) {
        const std::set<std::string> of_title = words_of(title);
        return std::any_of(of_title.begin(), of_title.end(), [&](const std::string& word) {
            return word.size() >= title_word_min && words.contains(word);
        });
    };
    return names(posting.title) || names(posting.original_title);
}

domain::Date last_day_at_employer(const Liveness& said) {
    return said.day + (said.state == Liveness::State::uncertain
                           ? asked_again_after
                           : std::chrono::days{rule_of(CheckKind::employer_page).days});
}

}  // namespace verification
