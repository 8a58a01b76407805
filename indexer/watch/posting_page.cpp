#include "indexer/watch/posting_page.hpp"

#include "indexer/normalise/dates.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/sources/document.hpp"
#include "indexer/sources/html.hpp"
#include "indexer/watch/turn.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace watch {
namespace {

using verification::Liveness;

/// A longer line is no title.
constexpr std::size_t title_bytes_max = 400;

/// A longer text is prose, in which such words may stand for anything.
constexpr std::size_t banner_bytes_max = 200;

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

/// What the data of a page say.
struct Read {
    struct Shown {
        std::string title;
        std::string url;
        std::string valid_through;
    };
    std::vector<Shown> postings;
    std::string closing;  ///< The words with which the page of a posting says that it is over.
};

Read read(const std::string& html, const std::string& url) {
    Read found;
    sources::Sink sink;
    sink.record = [&](const sources::Record& record) {
        const auto said = [&](const sources::Field field) {
            return std::string{record.posting.get(field)};
        };
        found.postings.push_back(
            {.title = said(sources::Field::title),
             .url = said(sources::Field::url),
             .valid_through = said(sources::Field::valid_through)}
        );
    };
    sink.unreadable = [](const sources::Unreadable&) {};
    sink.gone = [&](const sources::Gone& gone) { found.closing = gone.quote; };
    // Without the address: a posting that names no link of its own would be given this one.
    sources::read_page(html, url, sink, {.employer = {}, .address = {}});
    if (found.closing.empty() && found.postings.empty()) {
        found.closing = banner_of(html);
    }
    return found;
}

Liveness closed(const domain::Date day, const std::string& words) {
    return {.state = Liveness::State::closed, .day = day, .evidence = quote(words)};
}

Liveness shown(const domain::Date day) {
    return {.state = Liveness::State::live, .day = day, .evidence = "its page still shows it"};
}

/// The title and, where its source has put another over it, the employer's own; folded.
std::vector<std::string> titles_of(const domain::Posting& posting) {
    std::vector<std::string> titles;
    for (const std::string* const title : {&posting.title, &posting.original_title}) {
        if (std::string folded = normalise::fold(*title); !folded.empty()) {
            titles.push_back(std::move(folded));
        }
    }
    return titles;
}

/// Whether these words stand in the text, and none of them is a part of a longer one.
bool holds_words(const std::string_view text, const std::string_view words) {
    const auto is_of_word = [](const char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    };
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !is_of_word(text[at - 1])) &&
            (end == text.size() || !is_of_word(text[end]))) {
            return true;
        }
    }
    return false;
}

/// Whether two titles are the same, or the one is the other with more said.
bool are_alike(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && (holds_words(one, other) || holds_words(other, one));
}

/// Whether a line or a link of the page is one of the titles, and nothing more.
bool shows_any(const std::string& html, const std::vector<std::string>& titles) {
    const auto page = sources::Page::parse(html);
    const auto body = page ? page->root().first(sources::with_tag("body")) : std::nullopt;
    if (!body) {
        return false;
    }
    const auto is_title = [&](const std::string& line) {
        return line.size() <= title_bytes_max &&
               std::find(titles.begin(), titles.end(), normalise::fold(line)) != titles.end();
    };
    const auto lines = body->lines();
    const auto links = body->all(sources::with_tag("a"));
    return std::any_of(lines.begin(), lines.end(), is_title) ||
           std::any_of(links.begin(), links.end(), [&](const sources::Element& link) {
               return is_title(link.text());
           });
}

}  // namespace

Liveness uncertain(const domain::Date day, std::string why) {
    return {.state = Liveness::State::uncertain, .day = day, .evidence = std::move(why)};
}

std::optional<Liveness> liveness_of_page(
    const std::string& bytes, const std::string& url, const domain::Date day
) {
    const Read found = read(sources::page_text(bytes), url);
    if (!found.closing.empty()) {
        return closed(day, found.closing);
    }
    // Who is sent on to a list of other postings finds those, and not the one asked for.
    const bool is_named =
        std::any_of(found.postings.begin(), found.postings.end(), [&](const Read::Shown& each) {
            return each.url == url;
        });
    return found.postings.size() == 1 || is_named ? std::optional{shown(day)} : std::nullopt;
}

Liveness shown_at_employer(
    const std::string& bytes,
    const domain::Posting& posting,
    const PageOf page_of,
    const domain::Date day
) {
    const std::string html = sources::page_text(bytes);
    const Read found = read(html, posting.url);
    const std::vector<std::string> titles = titles_of(posting);
    for (const Read::Shown& each : found.postings) {
        const std::string title = normalise::fold(each.title);
        if (std::none_of(titles.begin(), titles.end(), [&](const std::string& own) {
                return are_alike(title, own);
            })) {
            continue;
        }
        const auto last = normalise::date_from(each.valid_through);
        return last && *last < day
                   ? uncertain(day, "its page shows it until " + domain::to_string(*last))
                   : shown(day);
    }
    if (page_of == PageOf::posting && !found.closing.empty()) {
        return closed(day, found.closing);
    }
    return shows_any(html, titles) ? shown(day) : uncertain(day, "its page does not show it");
}

}  // namespace watch
