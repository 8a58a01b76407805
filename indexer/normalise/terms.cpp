#include "indexer/normalise/terms.hpp"

#include "indexer/normalise/dates.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/numbers.hpp"
#include "indexer/normalise/phrases.hpp"

#include <algorithm>

namespace normalise {
namespace {

using domain::EmploymentTerm;
using domain::WorkTime;

constexpr auto terms = std::to_array<Meaning<EmploymentTerm>>({
    {"seasonal", EmploymentTerm::seasonal},
    {"saisonnier", EmploymentTerm::seasonal},
    {"saisonniere", EmploymentTerm::seasonal},
    {"casual", EmploymentTerm::casual},
    {"occasionnel", EmploymentTerm::casual},
    {"occasionnelle", EmploymentTerm::casual},
    {"on call", EmploymentTerm::casual},
    {"on-call", EmploymentTerm::casual},
    {"sur appel", EmploymentTerm::casual},
    {"per_diem", EmploymentTerm::casual},
    {"per diem", EmploymentTerm::casual},
    {"term or contract", EmploymentTerm::fixed_term},
    {"fixed term", EmploymentTerm::fixed_term},
    {"fixed-term", EmploymentTerm::fixed_term},
    {"contract", EmploymentTerm::fixed_term},
    {"contractor", EmploymentTerm::fixed_term},
    {"contractual", EmploymentTerm::fixed_term},
    {"temporary", EmploymentTerm::fixed_term},
    {"temporaire", EmploymentTerm::fixed_term},
    {"contrat", EmploymentTerm::fixed_term},
    {"contractuel", EmploymentTerm::fixed_term},
    {"contractuelle", EmploymentTerm::fixed_term},
    {"duree determinee", EmploymentTerm::fixed_term},
    {"permanent", EmploymentTerm::permanent},
    {"permanente", EmploymentTerm::permanent},
    {"indeterminate", EmploymentTerm::permanent},
    {"duree indeterminee", EmploymentTerm::permanent},
    {"indefinite", EmploymentTerm::permanent},
    // Known words that say nothing of the term.
    {"apprenticeship", EmploymentTerm::not_stated},
    {"apprentissage", EmploymentTerm::not_stated},
    {"other", EmploymentTerm::not_stated},
    {"autre", EmploymentTerm::not_stated},
});

constexpr auto part_time = std::to_array<std::string_view>(
    {"part time",
     "part-time",
     "part_time",
     "parttime",
     "temps partiel",
     "mi-temps",
     "per_diem",
     "half time",
     "half-time"}
);
constexpr auto full_time = std::to_array<std::string_view>(
    {"full time", "full-time", "full_time", "fulltime", "temps plein", "plein temps"}
);
constexpr auto for_students = std::to_array<std::string_view>(
    {"intern", "internship", "stage", "stagiaire", "student", "etudiant", "co-op"}
);
constexpr auto becomes_full_time = std::to_array<std::string_view>(
    {"leading to full time",
     "leading to full-time",
     "menant a temps plein",
     "pouvant mener a temps plein"}
);
constexpr auto words_for_end =
    std::to_array<std::string_view>({"ending", "until", "fin", "se terminant", "jusqu'au"});

domain::Error refuse(const std::string_view value, const std::string_view reason) {
    return domain::invalid("", "'" + std::string{value} + "' " + std::string{reason});
}

/// Without regard to words: pages glue `Permanent employmentFull time`.
template <std::size_t Count>
bool contains_any(
    const std::string_view folded, const std::array<std::string_view, Count>& phrases
) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string_view phrase) {
        return folded.find(phrase) != std::string_view::npos;
    });
}

std::optional<domain::Date> end_of_term(const std::string_view folded) {
    for (const std::string_view word : words_for_end) {
        const std::size_t at = find_phrase(folded, word);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::size_t begin = at + word.size();
        const std::size_t end = std::min(folded.find_first_of(");", begin), folded.size());
        if (const auto date = date_from(folded.substr(begin, end - begin))) {
            return *date;
        }
    }
    return std::nullopt;
}

}  // namespace

domain::Result<Employment> employment_from(const std::string_view text) {
    const std::string folded = fold(text);
    const auto term = first_meaning(folded, terms);
    const bool part = contains_any(folded, part_time);
    const bool full = contains_any(folded, full_time) && !contains_any(folded, becomes_full_time);
    if (part && full) {
        return refuse(text, "is both full time and part time");
    }
    const bool students = says_any(folded, for_students);
    if (!term && !part && !full && !students) {
        return refuse(text, "names no known term of employment");
    }
    Employment employment;
    employment.for_students = students;
    employment.term =
        term.value_or(students ? EmploymentTerm::fixed_term : EmploymentTerm::not_stated);
    if (employment.term != EmploymentTerm::permanent) {
        employment.term_ends = end_of_term(folded);
    }
    if (part || full) {
        employment.work_time = part ? WorkTime::part_time : WorkTime::full_time;
    }
    return employment;
}

domain::Result<domain::WorkingLanguage> working_language_from(const std::string_view text) {
    using domain::WorkingLanguage;
    const std::string folded = fold(text);
    const auto says_word = [&](const auto... words) { return (says(folded, words) || ...); };
    const bool english = says_word("english", "anglais", "anglaise", "en");
    const bool french = says_word("french", "francais", "francaise", "fr");
    if (says_word("bilingual", "bilingue")) {
        return WorkingLanguage::bilingual;
    }
    if (english && french) {
        if (says_word("or", "ou")) {
            return WorkingLanguage::english_or_french;
        }
        if (says_word("and", "et", "&")) {
            return WorkingLanguage::bilingual;
        }
        return refuse(text, "does not say whether both languages are needed");
    }
    if (english || french) {
        return english ? WorkingLanguage::english : WorkingLanguage::french;
    }
    return refuse(text, "names no official language");
}

domain::Result<int> vacancies_from(const std::string_view text) {
    constexpr double vacancies_max = 100'000;
    const std::vector<Number> all = numbers(fold(text));
    if (all.empty() || all[0].value < 1 || all[0].value > vacancies_max) {
        return refuse(text, "is no number of vacancies");
    }
    return static_cast<int>(all[0].value);
}

domain::Result<domain::LmiaStatement> lmia_from(const std::string_view text) {
    using domain::LmiaStatement;
    constexpr auto meanings = std::to_array<Meaning<LmiaStatement>>({
        {"no lmia", LmiaStatement::not_stated},      {"not requested", LmiaStatement::not_stated},
        {"not approved", LmiaStatement::not_stated}, {"aucune eimt", LmiaStatement::not_stated},
        {"non demandee", LmiaStatement::not_stated}, {"approved", LmiaStatement::approved},
        {"approuvee", LmiaStatement::approved},      {"positive", LmiaStatement::approved},
        {"favorable", LmiaStatement::approved},      {"obtained", LmiaStatement::approved},
        {"obtenue", LmiaStatement::approved},        {"requested", LmiaStatement::requested},
        {"applied for", LmiaStatement::requested},   {"pending", LmiaStatement::requested},
        {"demandee", LmiaStatement::requested},      {"en cours", LmiaStatement::requested},
        {"no", LmiaStatement::not_stated},           {"non", LmiaStatement::not_stated},
        {"false", LmiaStatement::not_stated},
    });
    if (const auto meaning = first_meaning(fold(text), meanings)) {
        return *meaning;
    }
    return refuse(text, "does not say whether an LMIA was requested or approved");
}

domain::Result<bool> remote_from(const std::string_view text) {
    constexpr auto meanings = std::to_array<Meaning<bool>>({
        {"no option to work remotely", false},
        {"physical location", false},
        {"aucune possibilite de travailler a distance", false},
        {"not remote", false},
        {"hybrid", false},
        {"hybride", false},
        {"on site", false},
        {"on-site", false},
        {"onsite", false},
        {"in person", false},
        {"in-person", false},
        {"sur place", false},
        {"en personne", false},
        {"telecommute", true},
        {"remote", true},
        {"remotely", true},
        {"virtual", true},
        {"work from home", true},
        {"telework", true},
        {"teletravail", true},
        {"a distance", true},
        {"virtuel", true},
        {"travail a domicile", true},
        {"anywhere", true},
        {"true", true},
        {"yes", true},
        {"oui", true},
        {"1", true},
        {"false", false},
        {"no", false},
        {"non", false},
    });
    if (const auto meaning = first_meaning(fold(text), meanings)) {
        return *meaning;
    }
    return refuse(text, "does not say whether the job is remote");
}

}  // namespace normalise
