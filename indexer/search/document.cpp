#include "indexer/search/document.hpp"

#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"

#include <cassert>
#include <string>
#include <unordered_map>

namespace search {
namespace {

/// Words that many postings share are stemmed once. Of a language's words this holds nearly all
/// that are used; where it is full it begins anew.
constexpr std::size_t terms_kept_max = 100'000;

const std::string& term_of(const domain::OfficialLanguage language, const std::string& word) {
    using Terms = std::unordered_map<std::string, std::string>;
    static thread_local Terms english;
    static thread_local Terms french;
    const bool is_english = language == domain::OfficialLanguage::english;
    Terms& terms = is_english ? english : french;
    if (const auto known = terms.find(word); known != terms.end()) {
        return known->second;
    }
    if (terms.size() >= terms_kept_max) {
        terms.clear();
    }
    std::string term{is_english ? schema::english : schema::french};
    term += is_english ? english_stem(word) : french_stem(word);
    return terms.emplace(word, std::move(term)).first->second;
}

class Text {
public:
    explicit Text(Xapian::Document& document) : document_{document} {}

    void add(
        const domain::OfficialLanguage language, const std::string& text, const std::uint32_t weight
    ) {
        for (const std::string& word : words(text)) {
            add_word(language, word, weight);
        }
    }

    /// Names and the like, which a query in either language may hold.
    void add_in_both(const std::string& text, const std::uint32_t weight) {
        for (const std::string& word : words(text)) {
            add_word(domain::OfficialLanguage::english, word, weight);
            add_word(domain::OfficialLanguage::french, word, weight);
        }
    }

private:
    void add_word(
        const domain::OfficialLanguage language, const std::string& word, const std::uint32_t weight
    ) {
        document_.add_term(term_of(language, word), weight);
    }

    Xapian::Document& document_;
};

void add_text(
    Xapian::Document& document, const domain::Posting& posting, const UnitGroups& unit_groups
) {
    Text text{document};
    text.add(posting.text_language, posting.title, schema::title_weight);
    text.add_in_both(posting.original_title, schema::title_weight);
    text.add_in_both(posting.hiring_organization, schema::employer_weight);
    for (const domain::Place& place : posting.job_locations) {
        text.add_in_both(place.city, schema::body_weight);
    }
    for (const std::string& duty : posting.duties) {
        text.add(posting.text_language, duty, schema::body_weight);
    }
    for (const std::string& skill : posting.skills) {
        text.add(posting.text_language, skill, schema::body_weight);
    }
    text.add(posting.text_language, posting.description, schema::body_weight);
    if (const auto group = unit_groups.find(*posting.noc); group != unit_groups.end()) {
        text.add(
            domain::OfficialLanguage::english, group->second.title_en, schema::occupation_weight
        );
        text.add(
            domain::OfficialLanguage::french, group->second.title_fr, schema::occupation_weight
        );
    }
}

void add_filters(Xapian::Document& document, const domain::Posting& posting) {
    for (const domain::Place& place : posting.job_locations) {
        document.add_boolean_term(std::string{schema::province}.append(domain::code(place.province))
        );
    }
    document.add_boolean_term(std::string{schema::noc}.append(posting.noc->to_string()));
    document.add_boolean_term(std::string{schema::teer}.append(std::to_string(posting.noc->teer()))
    );
}

void add_values(Xapian::Document& document, const domain::Posting& posting) {
    const std::uint64_t newest = schema::newest_key(*posting.date_posted, posting.id);
    document.add_value(schema::newest, schema::to_value(newest));
    const int last_live = domain::days_since_epoch(domain::last_live_day(posting));
    document.add_value(schema::last_live, Xapian::sortable_serialise(last_live));
    if (posting.base_salary) {
        const auto cents = static_cast<double>(posting.base_salary->hourly_max);
        document.add_value(schema::hourly_pay, Xapian::sortable_serialise(cents));
    }
}

}  // namespace

Xapian::Document document(const domain::Posting& posting, const UnitGroups& unit_groups) {
    assert(posting.noc && posting.date_posted);
    Xapian::Document document;
    add_text(document, posting, unit_groups);
    add_filters(document, posting);
    add_values(document, posting);
    return document;
}

}  // namespace search
