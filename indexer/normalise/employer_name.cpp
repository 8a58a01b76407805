#include "indexer/normalise/employer_name.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/health_centre.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace normalise {
namespace {

using NameWords = std::vector<std::string>;

/// What stands between a legal and an operating name, longest first where one begins another.
constexpr auto operates_as = std::to_array<std::string_view>({
    "faisant affaires sous le nom de",
    "faisant affaire sous le nom de",
    "faisant affaires sous la raison sociale",
    "faisant affaires sous",
    "faisant affaire sous",
    "faisant affaires",
    "connu sous le nom de",
    "carrying on business as",
    "doing business as",
    "operating under",
    "operating as",
    "trading as",
    "f.a.s.r.s.",
    "f.a.s.r.s",
    "fasrs",
    "f.a.s.",
    "c.o.b. as",
    "c.o.b.",
    "d.b.a.",
    "d/b/a",
    "dba",
    "o.a.",
    "o/a",
    "t/a",
});

/// Legal forms, as words after folding; of several at the end of a name all are dropped.
constexpr auto legal_forms = std::to_array<std::string_view>({
    "inc",  "incorporated", "incorporee", "incorporation", "ltd", "limited", "ltee",  "limitee",
    "corp", "corporation",  "co",         "company",       "cie", "llp",     "lp",    "llc",
    "ulc",  "senc",         "sencrl",     "senrcl",        "srl", "sec",     "enr",   "enrg",
    "pc",   "gp",           "plc",        "lte",           "tdd", "lpsec",   "seclp",
});

constexpr auto articles = std::to_array<std::string_view>({"the", "les", "le", "la", "l"});

struct Jurisdiction {
    std::string_view name;
    std::string_view code;
};
constexpr auto jurisdictions = std::to_array<Jurisdiction>({
    {"canada", "canada"},
    {"alberta", "ab"},
    {"ab", "ab"},
    {"alta", "ab"},
    {"bc", "bc"},
    {"british columbia", "bc"},
    {"manitoba", "mb"},
    {"mb", "mb"},
    {"new brunswick", "nb"},
    {"nouveau brunswick", "nb"},
    {"nb", "nb"},
    {"newfoundland", "nl"},
    {"nl", "nl"},
    {"nova scotia", "ns"},
    {"ns", "ns"},
    {"ontario", "on"},
    {"ont", "on"},
    {"on", "on"},
    {"pei", "pe"},
    {"quebec", "qc"},
    {"qc", "qc"},
    {"saskatchewan", "sk"},
    {"sask", "sk"},
    {"sk", "sk"},
    {"yukon", "yt"},
    {"northwest territories", "nt"},
});

bool is_word_character(const char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
           (static_cast<unsigned char>(character) & 0x80) != 0;
}

template <class Table>
bool is_listed(const std::string_view word, const Table& table) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

/// NameWords of folded text. Apostrophes vanish (`o'neil` is `oneil`), a lone `&` stands for `and`,
/// and letters in a row are one word: `s. e. n. c.` is `senc`.
NameWords words_of(const std::string_view folded) {
    NameWords words;
    std::string word;
    bool grows = false;  // The last word is a row of letters that a further letter belongs to.
    const auto finish = [&] {
        if (word.empty()) {
            return;
        }
        const bool letter = word.size() == 1 && word != "&" && (word[0] < '0' || word[0] > '9');
        if (letter && grows) {
            words.back() += word;
        } else {
            words.push_back(word == "and" || word == "et" ? "&" : word);
        }
        grows = letter;
        word.clear();
    };
    for (const char character : folded) {
        if (is_word_character(character)) {
            word += character;
        } else if (character == '&') {
            finish();
            word = "&";
            finish();
        } else if (character != '\'') {
            finish();
        }
    }
    finish();
    return words;
}

std::string joined(const NameWords& words) {
    std::string text;
    for (const std::string& word : words) {
        text.append(text.empty() ? "" : " ").append(word);
    }
    return text;
}

bool is_number(const std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](const char character) {
        return character >= '0' && character <= '9';
    });
}

/// The number and jurisdiction of a numbered company: `9123 4567 quebec inc` is `91234567 qc`.
/// Companies of several registers can have one number, and none has fewer than five digits.
std::optional<std::string> numbered_company(const NameWords& words) {
    constexpr std::size_t digits_min = 5;
    std::string number;
    std::size_t at = 0;
    while (at < words.size() && is_number(words[at])) {
        number += words[at++];
    }
    NameWords rest{words.begin() + static_cast<std::ptrdiff_t>(at), words.end()};
    if (at == 0 && !words.empty()) {
        // `1000550bc ltd`: the jurisdiction is glued to the number.
        const std::size_t letters = words[0].find_first_not_of("0123456789");
        if (letters == std::string::npos || letters == 0) {
            return std::nullopt;
        }
        number = words[0].substr(0, letters);
        rest = words;
        rest[0] = words[0].substr(letters);
    }
    while (!rest.empty() && is_listed(rest.back(), legal_forms)) {
        rest.pop_back();
    }
    if (number.size() < digits_min) {
        return std::nullopt;
    }
    const std::string name = joined(rest);
    const auto* const found =
        std::find_if(jurisdictions.begin(), jurisdictions.end(), [&](const auto& one) {
            return one.name == name;
        });
    if (found == jurisdictions.end()) {
        return std::nullopt;
    }
    return number + " " + std::string{found->code};
}

/// `Société fictive (SF)`, `Dépanneur (marque de commerce)`: what stands in brackets at the end
/// adds nothing. `Dairy (Main Street)` names a place and stays.
bool adds_nothing(const std::string_view folded_brackets, const NameWords& before) {
    const NameWords inside = words_of(folded_brackets);
    if (inside.empty() || inside[0] == "tma" || inside[0] == "tm" ||
        folded_brackets.find("marque de commerce") != std::string_view::npos) {
        return true;
    }
    if (inside.size() != 1 || inside[0].size() < 2) {
        return false;
    }
    std::size_t matched = 0;
    for (const std::string& word : before) {
        if (matched < inside[0].size() && word[0] == inside[0][matched]) {
            ++matched;
        }
    }
    return matched == inside[0].size();
}

std::string without_empty_brackets(const std::string& folded) {
    const std::size_t open = folded.rfind('(');
    if (open == std::string::npos || open == 0 || folded.back() != ')') {
        return folded;
    }
    const std::string inside = folded.substr(open + 1, folded.size() - open - 2);
    const std::string before = folded.substr(0, open);
    return adds_nothing(inside, words_of(before)) ? before : folded;
}

/// True if there was one. `Concrete Company` without its second word would be anybody's.
bool drop_legal_forms(NameWords& words) {
    bool dropped = false;
    while (words.size() > 1 && (is_listed(words.back(), legal_forms) || words.back() == "&")) {
        const bool is_a_word = words.back() == "company" || words.back() == "co";
        if (is_a_word && words.size() == 2) {
            break;
        }
        words.pop_back();
        dropped = true;
    }
    return dropped;
}

std::string key_of(const std::string_view name) {
    NameWords words = words_of(without_empty_brackets(fold(name)));
    if (auto numbered = numbered_company(words)) {
        return *std::move(numbered);
    }
    if (words.size() > 1 && is_listed(words.front(), articles)) {
        words.erase(words.begin());
    }
    shorten_health_centre(words);
    const bool has_form = drop_legal_forms(words);
    // `Fiction Depot of Canada Inc.` is `Fiction Depot` here; `Bank of Canada` has no legal form to
    // say so.
    constexpr std::size_t words_of_a_name_min = 2;
    const std::size_t count = words.size();
    if (has_form && count >= words_of_a_name_min + 2 && words[count - 1] == "canada" &&
        words[count - 2] == "of") {
        words.resize(count - 2);
    }
    return joined(words);
}

/// Which kind of business it is, as branches and franchises say before the name that people know.
constexpr auto kinds_of_business = std::to_array<std::string_view>({
    "boutique",    "boutiques",  "cafe",        "depanneur",       "depanneurs",
    "epicerie",    "garage",     "hotel",       "hotels",          "magasin",
    "magasins",    "marchand",   "marche",      "pharmacie",       "pharmacies",
    "pharmacy",    "restaurant", "restaurants", "station service", "stations service",
    "supermarche",
});

bool has_legal_form(const std::string_view name) {
    NameWords words = words_of(fold(name));
    return numbered_company(words).has_value() || drop_legal_forms(words);
}

bool is_numbered(const std::string_view name) {
    return numbered_company(words_of(fold(name))).has_value();
}

std::string without_dirt(std::string_view text) {
    constexpr std::string_view dirt = " \t,;:-/(";
    while (!text.empty() && dirt.find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
    }
    while (!text.empty() && dirt.find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    const bool closes = !text.empty() && text.back() == ')';
    if (closes && text.find('(') == std::string_view::npos) {
        text.remove_suffix(1);
    }
    return std::string{text};
}

struct Halves {
    std::string legal;
    std::string operating;
};

/// Letters of a name as `fold` would lower them, one byte for one: positions are those of the name.
std::string lower_ascii(std::string text) {
    for (char& letter : text) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return text;
}

std::optional<Halves> split_at_words(const std::string& name) {
    const std::string lower = lower_ascii(name);
    for (const std::string_view words : operates_as) {
        const std::size_t at = find_phrase(lower, words);
        if (at != std::string::npos) {
            Halves halves{
                .legal = without_dirt(std::string_view{name}.substr(0, at)),
                .operating = without_dirt(std::string_view{name}.substr(at + words.size()))};
            // Some write it the wrong way round: `Fiction Coffee o/a Twice Two Ltd.`
            if (!has_legal_form(halves.legal) && has_legal_form(halves.operating)) {
                std::swap(halves.legal, halves.operating);
            }
            return halves;
        }
    }
    return std::nullopt;
}

/// `9123-4567 Québec inc. / Fiction`, `Fiction (9123-4567 Québec inc.)`: the numbered half is the
/// legal one.
std::optional<Halves> split_at_number(const std::string& name) {
    for (const std::string_view mark : {" / ", "(", " - "}) {
        const std::size_t at = name.find(mark);
        if (at == std::string::npos) {
            continue;
        }
        std::string first = without_dirt(std::string_view{name}.substr(0, at));
        std::string second = without_dirt(std::string_view{name}.substr(at + mark.size()));
        if (!second.empty() && is_numbered(first)) {
            return Halves{.legal = std::move(first), .operating = std::move(second)};
        }
        if (!first.empty() && is_numbered(second)) {
            return Halves{.legal = std::move(second), .operating = std::move(first)};
        }
    }
    return std::nullopt;
}

}  // namespace

EmployerName employer_name_from(const std::string_view text) {
    const std::string name = clean(text);
    auto halves = split_at_words(name);
    if (!halves) {
        halves = split_at_number(name);
    }
    if (!halves) {
        return {.legal_name = name, .operating_name = "", .key = key_of(name), .operating_key = ""};
    }
    if (halves->legal.empty()) {
        return {
            .legal_name = halves->operating,
            .operating_name = "",
            .key = key_of(halves->operating),
            .operating_key = ""};
    }
    if (halves->operating.empty()) {
        return {
            .legal_name = halves->legal,
            .operating_name = "",
            .key = key_of(halves->legal),
            .operating_key = ""};
    }
    std::string key = key_of(halves->legal);
    std::string operating_key = employer_name_from(halves->operating).key;
    return {
        .legal_name = std::move(halves->legal),
        .operating_name = std::move(halves->operating),
        .key = std::move(key),
        .operating_key = std::move(operating_key)};
}

std::vector<std::string> keys_of_called(const std::string_view asked) {
    const std::string key = employer_name_from(asked).key;
    if (key.empty()) {
        return {};
    }
    std::vector<std::string> result{key};
    for (const std::string_view kind : kinds_of_business) {
        result.push_back(std::string{kind}.append(" ").append(key));
    }
    return result;
}

bool is_called(const EmployerName& employer, const std::string_view asked) {
    const std::vector<std::string> keys = keys_of_called(asked);
    const auto begins = [&](const std::string_view name) {
        return std::ranges::any_of(keys, [&](const std::string& key) {
            return name.starts_with(key) && (name.size() == key.size() || name[key.size()] == ' ');
        });
    };
    return begins(employer.key) || begins(employer.operating_key);
}

}  // namespace normalise
