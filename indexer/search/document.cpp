#include "indexer/search/document.hpp"

#include "indexer/search/concepts.hpp"
#include "indexer/search/facets.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/title_sketch.hpp"
#include "indexer/search/words.hpp"
#include "matcher/express_entry/offer.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <unordered_map>

namespace search {
namespace {

/// Words that many postings share are stemmed once. Of a language's words this holds nearly all
/// that are used; where it is full it begins anew.
constexpr std::size_t terms_kept_max = 100'000;

/// What a word is under one prefix.
struct Prefix {
    std::string_view text;
    domain::OfficialLanguage language;
};
constexpr Prefix english{schema::english, domain::OfficialLanguage::english};
constexpr Prefix french{schema::french, domain::OfficialLanguage::french};
constexpr Prefix title_english{schema::title_english, domain::OfficialLanguage::english};
constexpr Prefix title_french{schema::title_french, domain::OfficialLanguage::french};
constexpr Prefix called_english{schema::called_english, domain::OfficialLanguage::english};
constexpr Prefix called_french{schema::called_french, domain::OfficialLanguage::french};

/// The terms of words under one prefix.
class Terms {
public:
    explicit Terms(const Prefix& prefix) : prefix_{prefix} {}

    const std::string& of(const std::string& word) {
        if (const auto known = known_.find(word); known != known_.end()) {
            return known->second;
        }
        if (known_.size() >= terms_kept_max) {
            known_.clear();
        }
        std::string term{prefix_.text};
        term += prefix_.language == domain::OfficialLanguage::english ? english_stem(word)
                                                                      : french_stem(word);
        return known_.emplace(word, std::move(term)).first->second;
    }

private:
    Prefix prefix_;
    std::unordered_map<std::string, std::string> known_;
};

struct AllTerms {
    Terms english{search::english};
    Terms french{search::french};
    Terms title_english{search::title_english};
    Terms title_french{search::title_french};
    Terms called_english{search::called_english};
    Terms called_french{search::called_french};
};

bool is_ascii(const std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](const char byte) {
        return static_cast<unsigned char>(byte) < 0x80;
    });
}

/// Writes the texts of a posting one after the other.
class TextIndexer {
public:
    explicit TextIndexer(IndexedDocument& document) : document_{document} {}

    void add(
        const domain::OfficialLanguage language, const std::string& text, const std::uint32_t weight
    ) {
        Terms& known =
            language == domain::OfficialLanguage::english ? terms().english : terms().french;
        for (const std::string& word : words_of(text)) {
            document_.document.add_posting(known.of(word), position_++, weight);
        }
        end_text();
    }

    /// Names and the like, which a query in either language may hold.
    void add_in_both(const std::string& text, const std::uint32_t weight) {
        for (const std::string& word : words_of(text)) {
            add_both(word, weight);
            ++position_;
        }
        end_text();
    }

    void add_title(const domain::OfficialLanguage language, const std::string& text) {
        const bool is_english = language == domain::OfficialLanguage::english;
        Terms& body = is_english ? terms().english : terms().french;
        Terms& title = is_english ? terms().title_english : terms().title_french;
        for (const std::string& word : words_of(text)) {
            document_.document.add_posting(body.of(word), position_, schema::title_weight);
            document_.document.add_posting(title.of(word), position_, 1);
            ++position_;
        }
        end_text();
    }

    void add_title_in_both(const std::string& text) {
        for (const std::string& word : words_of(text)) {
            add_both(word, schema::title_weight);
            document_.document.add_posting(terms().title_english.of(word), position_, 1);
            document_.document.add_posting(terms().title_french.of(word), position_, 1);
            ++position_;
        }
        end_text();
    }

    /// By the stems that add_title() and add_title_in_both() give a title of this language.
    void add_called(const domain::OfficialLanguage language, const std::string& text) {
        const bool is_english = language == domain::OfficialLanguage::english;
        Terms& called = is_english ? terms().called_english : terms().called_french;
        for (const std::string& word : words(text)) {
            document_.document.add_boolean_term(called.of(word));
        }
    }

    void add_concepts(const std::string_view prefix, const std::string& title) {
        for (const std::string& concept_stem : title_concepts(title)) {
            document_.document.add_boolean_term(std::string{prefix}.append(concept_stem));
        }
    }

    void add_employer(const std::string& text) {
        for (const std::string& word : words_of(text)) {
            add_both(word, schema::employer_weight);
            document_.document.add_posting(
                std::string{schema::employer}.append(word), position_, 1
            );
            ++position_;
        }
        end_text();
    }

    /// What finds the posting without standing in it.
    void add_occupation(const domain::OfficialLanguage language, const std::string& text) {
        Terms& known =
            language == domain::OfficialLanguage::english ? terms().english : terms().french;
        for (const std::string& word : words(text)) {
            document_.document.add_term(known.of(word), schema::occupation_weight);
        }
    }

private:
    static AllTerms& terms() {
        static thread_local AllTerms all;
        return all;
    }

    void add_both(const std::string& word, const std::uint32_t weight) {
        document_.document.add_posting(terms().english.of(word), position_, weight);
        document_.document.add_posting(terms().french.of(word), position_, weight);
    }

    void end_text() { position_ += schema::position_gap; }

    /// Takes note of the words for the spelling dictionary.
    std::vector<std::string> words_of(const std::string& text) {
        if (is_ascii(text)) {
            std::vector<std::string> found = words(text);
            document_.words.insert(document_.words.end(), found.begin(), found.end());
            return found;
        }
        std::vector<std::string> found;
        for (PlacedWord& word : placed_words(text)) {
            const std::string_view as_written =
                std::string_view{text}.substr(word.begin, word.end - word.begin);
            if (!is_ascii(as_written)) {
                document_.accented_words.emplace_back(word.text, in_lower_case(as_written));
            }
            document_.words.push_back(word.text);
            found.push_back(std::move(word.text));
        }
        return found;
    }

    IndexedDocument& document_;
    Xapian::termpos position_ = 1;
};

void add_text(
    IndexedDocument& document, const domain::Posting& posting, const UnitGroups& unit_groups
) {
    TextIndexer text{document};
    text.add_title(posting.text_language, posting.title);
    text.add_title_in_both(posting.original_title);
    if (posting.original_title.empty()) {
        text.add_called(posting.text_language, posting.title);
    } else {
        text.add_called(domain::OfficialLanguage::english, posting.original_title);
        text.add_called(domain::OfficialLanguage::french, posting.original_title);
    }
    text.add_concepts(schema::title_concept, posting.title);
    text.add_concepts(schema::called_concept, posting.original_title);
    text.add_employer(posting.hiring_organization);
    for (const domain::Place& place : posting.job_locations) {
        text.add_in_both(place.city, schema::body_weight);
        text.add_in_both(place.region, schema::body_weight);
    }
    for (const std::string& duty : posting.duties) {
        text.add(posting.text_language, duty, schema::body_weight);
    }
    for (const std::string& skill : posting.skills) {
        text.add(posting.text_language, skill, schema::body_weight);
    }
    text.add(posting.text_language, posting.description, schema::body_weight);
    if (const auto group = unit_groups.find(*posting.noc); group != unit_groups.end()) {
        text.add_occupation(domain::OfficialLanguage::english, group->second.title_en);
        text.add_occupation(domain::OfficialLanguage::french, group->second.title_fr);
    }
}

/// The languages that the work can be done in: as stated, else that of the posting itself.
std::vector<std::string_view> languages_of(const domain::Posting& posting) {
    switch (posting.working_language) {
        case domain::WorkingLanguage::english:
            return {"en"};
        case domain::WorkingLanguage::french:
            return {"fr"};
        case domain::WorkingLanguage::english_or_french:
            return {"en", "fr"};
        case domain::WorkingLanguage::bilingual:
            return {"en", "fr", "bilingual"};
        case domain::WorkingLanguage::not_stated:
            break;
    }
    return {posting.text_language == domain::OfficialLanguage::english ? "en" : "fr"};
}

void add_filters(Xapian::Document& document, const domain::Posting& posting) {
    const auto add = [&](const std::string_view prefix, const std::string_view value) {
        document.add_boolean_term(std::string{prefix}.append(value));
    };
    for (const domain::Place& place : posting.job_locations) {
        add(schema::province, domain::code(place.province));
        if (place.gazetteer_id) {
            add(schema::place, std::to_string(*place.gazetteer_id));
        }
    }
    add(schema::noc, posting.noc->to_string());
    add(schema::teer, std::to_string(posting.noc->teer()));
    for (const std::string_view language : languages_of(posting)) {
        add(schema::language, language);
    }
    if (posting.remote) {
        add(schema::remote, "");
    }
    if (express_entry::offer_terms(posting).zero) {
        add(schema::no_points, "");
    }
}

void add_values(Xapian::Document& document, const domain::Posting& posting) {
    const std::uint64_t newest = schema::newest_key(*posting.date_posted, posting.id);
    document.add_value(schema::newest, schema::to_value(newest));
    const int last_live = domain::days_since_epoch(domain::last_live_day(posting));
    document.add_value(schema::last_live, Xapian::sortable_serialise(last_live));
    if (posting.base_salary) {
        const auto cents = static_cast<double>(posting.base_salary->hourly_max);
        document.add_value(schema::hourly_pay, Xapian::sortable_serialise(cents));
        const auto yearly = static_cast<double>(posting.base_salary->yearly_max);
        document.add_value(schema::yearly_pay, Xapian::sortable_serialise(yearly));
    }
    document.add_value(schema::facets, to_value(facets(posting)));
    document.add_value(schema::title, title_value(document));
}

}  // namespace

IndexedDocument document(const domain::Posting& posting, const UnitGroups& unit_groups) {
    assert(posting.noc && posting.date_posted);
    IndexedDocument result;
    add_text(result, posting, unit_groups);
    add_filters(result.document, posting);
    add_values(result.document, posting);
    return result;
}

}  // namespace search
