#include "indexer/duplicates/advertisement.hpp"

#include "indexer/normalise/fold.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace duplicates {
namespace {

using std::string_view;

/// FNV-1a, then mixed, for its low bits alone are weak.
class Hash {
public:
    void add(const string_view text) {
        for (const char character : text) {
            add(static_cast<unsigned char>(character));
        }
        add(static_cast<unsigned char>(0xFF));  // No UTF-8 has it, so that `a|bc` is not `ab|c`.
    }

    Key value() const {
        Key mixed = state_;
        mixed ^= mixed >> 33;
        mixed *= 0xFF51AFD7ED558CCDULL;
        mixed ^= mixed >> 33;
        return mixed;
    }

private:
    void add(const unsigned char byte) {
        state_ ^= byte;
        state_ *= 0x100000001B3ULL;
    }

    Key state_ = 0xCBF29CE484222325ULL;
};

/// Joins words of a title and names no job.
bool is_filler(const string_view word) {
    constexpr auto fillers =
        std::to_array<string_view>({"a",  "an",  "the", "of",  "and", "or", "for", "de",
                                    "du", "des", "la",  "le",  "les", "l",  "d",   "et",
                                    "ou", "en",  "au",  "aux", "h",   "f",  "hf",  "fh"});
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

std::vector<std::string> words_of(const string_view title) {
    const std::string folded = normalise::fold(title);
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at <= folded.size(); ++at) {
        const char character = at < folded.size() ? folded[at] : ' ';
        const bool in_word = (character >= 'a' && character <= 'z') ||
                             (character >= '0' && character <= '9') ||
                             (static_cast<unsigned char>(character) & 0x80) != 0 ||
                             character == '+' || character == '#';
        if (in_word) {
            word += character;
        } else if (!word.empty()) {
            if (!is_filler(word)) {
                words.push_back(word);
            }
            word.clear();
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

Key key_of(const std::vector<std::string>& words) {
    Hash hash;
    for (const std::string& word : words) {
        hash.add(word);
    }
    return hash.value();
}

/// Of all places in any order; absent where one has neither city nor region, for a province is no
/// place to find a job at.
std::optional<Key> key_of(const std::vector<domain::Place>& places) {
    std::vector<std::string> names;
    for (const domain::Place& place : places) {
        const std::string& stated = domain::name_in_province(place);
        if (!place.gazetteer_id && stated.empty()) {
            return std::nullopt;
        }
        std::string name{domain::code(place.province)};
        name += place.gazetteer_id ? ":" + std::to_string(*place.gazetteer_id)
                                   : " " + normalise::fold_name(stated);
        names.push_back(std::move(name));
    }
    if (names.empty()) {
        return std::nullopt;
    }
    std::sort(names.begin(), names.end());
    return key_of(names);
}

/// Two branches in one city have two of these.
std::optional<Key> postal_codes_of(const std::vector<domain::Place>& places) {
    std::vector<std::string> codes;
    for (const domain::Place& place : places) {
        if (place.postal_code.empty()) {
            return std::nullopt;
        }
        codes.push_back(place.postal_code);
    }
    if (codes.empty()) {
        return std::nullopt;
    }
    std::sort(codes.begin(), codes.end());
    return key_of(codes);
}

Key key_of(const Key one, const string_view other) {
    Hash hash;
    hash.add(std::to_string(one));
    hash.add(other);
    return hash.value();
}

Key key_of(const string_view text) { return key_of(std::vector{std::string{text}}); }

string_view host_of(string_view url) {
    if (const std::size_t scheme = url.find("://"); scheme != string_view::npos) {
        url.remove_prefix(scheme + 3);
    }
    url = url.substr(0, url.find_first_of("/?#"));
    return url.starts_with("www.") ? url.substr(4) : url;
}

int detail_of(const domain::Posting& posting) {
    return int{posting.base_salary.has_value()} + int{posting.work_hours.has_value()} +
           int{posting.education_asked.has_value()} + int{posting.experience_asked.has_value()} +
           int{!posting.duties.empty()} + int{!posting.skills.empty()} +
           int{!posting.description.empty()};
}

}  // namespace

Advertisement advertisement_of(const domain::Posting& posting, const Fingerprints& fingerprints) {
    Advertisement ad;
    ad.id = posting.id;
    ad.source = posting.source;
    ad.source_id = posting.source_id;
    const string_view host = host_of(posting.url);
    ad.board = key_of(host.empty() ? string_view{posting.source} : host);
    ad.raw = key_of(fingerprints.record);
    if (!fingerprints.text.empty()) {
        ad.text = key_of(fingerprints.text);
    }

    const std::optional<Key> places = key_of(posting.job_locations);
    if (places && !fingerprints.employer_key.empty()) {
        ad.block = key_of(*places, fingerprints.employer_key);
    }
    ad.postal_codes = postal_codes_of(posting.job_locations);
    const std::vector<std::string> standard = words_of(posting.title);
    std::vector<std::string> own = words_of(posting.original_title);
    ad.standard_words = key_of(standard);
    ad.own_words = own.empty() || own == standard ? 0 : static_cast<int>(own.size());
    ad.words = ad.own_words == 0 ? ad.standard_words : key_of(own);
    if (const std::string link = link_identity(posting.url); link.starts_with("jobbank:")) {
        ad.ad = key_of(link);  // The number is the job's, in whichever language it is shown.
    } else if (places && !link.empty()) {
        // One page may list several jobs, and one job's page several places.
        ad.ad = key_of(key_of(*places, link), std::to_string(ad.words));
    }

    ad.posted = posting.date_posted.value_or(domain::Date{});
    ad.last_live = posting.date_posted ? domain::last_live_day(posting) : ad.posted;
    ad.pay = posting.base_salary;
    ad.hours = posting.work_hours;
    ad.term = posting.term;
    ad.work_time = posting.work_time;
    ad.noc = posting.noc;
    ad.vacancies = posting.vacancies;
    ad.detail = detail_of(posting);
    return ad;
}

}  // namespace duplicates
