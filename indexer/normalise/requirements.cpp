#include "indexer/normalise/requirements.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/numbers.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/text.hpp"

#include <algorithm>
#include <cmath>

namespace normalise {
namespace {

using domain::EducationLevel;

/// In order: whole names of lists before the words they contain, then the lowest level first, since
/// "bachelor's or master's degree" asks for a bachelor's.
constexpr auto levels = std::to_array<Meaning<EducationLevel>>({
    {"no degree", EducationLevel::less_than_secondary},
    {"no formal education", EducationLevel::less_than_secondary},
    {"no requirements", EducationLevel::less_than_secondary},
    {"no education", EducationLevel::less_than_secondary},
    {"aucun diplome", EducationLevel::less_than_secondary},
    {"aucun certificat", EducationLevel::less_than_secondary},
    {"aucune formation", EducationLevel::less_than_secondary},
    {"some high school", EducationLevel::less_than_secondary},
    {"some secondary", EducationLevel::less_than_secondary},
    {"3 months to less than 1 year", EducationLevel::one_year},
    {"3 mois a moins d'un an", EducationLevel::one_year},
    {"3 mois a moins de 1 an", EducationLevel::one_year},
    {"1 year to 2 years", EducationLevel::one_year},
    {"1 year to less than 2 years", EducationLevel::one_year},
    {"1 an a 2 ans", EducationLevel::one_year},
    {"d'un an a deux ans", EducationLevel::one_year},
    {"2 years to less than 3 years", EducationLevel::two_year},
    {"2 years to 3 years", EducationLevel::two_year},
    {"2 ans a 3 ans", EducationLevel::two_year},
    {"3 years or more", EducationLevel::bachelors_or_three_year},
    {"3 ans ou plus", EducationLevel::bachelors_or_three_year},
    {"other trades certificate", EducationLevel::one_year},
    {"registered apprenticeship", EducationLevel::one_year},
    {"certificat d'apprenti", EducationLevel::one_year},
    {"ecole de metiers", EducationLevel::one_year},
    {"above bachelor", EducationLevel::two_or_more},
    {"above the bachelor", EducationLevel::two_or_more},
    {"superieur au baccalaureat", EducationLevel::two_or_more},
    {"below bachelor", EducationLevel::two_year},
    {"below the bachelor", EducationLevel::two_year},
    {"inferieur au baccalaureat", EducationLevel::two_year},
    {"degree in medicine", EducationLevel::masters_or_professional},
    {"diplome en medecine", EducationLevel::masters_or_professional},
    {"grade en medecine", EducationLevel::masters_or_professional},
    {"post-secondary", EducationLevel::one_year},
    {"postsecondary", EducationLevel::one_year},
    {"postsecondaires", EducationLevel::one_year},
    {"postgraduate", EducationLevel::masters_or_professional},
    {"secondary", EducationLevel::secondary},
    {"high school", EducationLevel::secondary},
    {"ged", EducationLevel::secondary},
    {"secondaire", EducationLevel::secondary},
    {"secondaires", EducationLevel::secondary},
    {"etudes professionnelles", EducationLevel::one_year},
    {"dep", EducationLevel::one_year},
    {"attestation d'etudes collegiales", EducationLevel::one_year},
    {"aec", EducationLevel::one_year},
    {"professional certificate", EducationLevel::one_year},
    {"trades certificate", EducationLevel::one_year},
    {"trade certificate", EducationLevel::one_year},
    {"apprenticeship", EducationLevel::one_year},
    {"associate degree", EducationLevel::two_year},
    {"college", EducationLevel::two_year},
    {"collegial", EducationLevel::two_year},
    {"collegiales", EducationLevel::two_year},
    {"cegep", EducationLevel::two_year},
    {"dec", EducationLevel::two_year},
    {"bachelor", EducationLevel::bachelors_or_three_year},
    {"bachelors", EducationLevel::bachelors_or_three_year},
    {"baccalaureat", EducationLevel::bachelors_or_three_year},
    {"undergraduate degree", EducationLevel::bachelors_or_three_year},
    {"university degree", EducationLevel::bachelors_or_three_year},
    {"master", EducationLevel::masters_or_professional},
    {"masters", EducationLevel::masters_or_professional},
    {"maitrise", EducationLevel::masters_or_professional},
    {"doctorate", EducationLevel::doctoral},
    {"doctorat", EducationLevel::doctoral},
    {"doctoral", EducationLevel::doctoral},
    {"phd", EducationLevel::doctoral},
});

constexpr auto words_for_equivalence = std::to_array<std::string_view>(
    {"equivalent experience",
     "experience equivalente",
     "equivalent work experience",
     "equivalence en experience"}
);

constexpr auto words_for_no_experience = std::to_array<std::string_view>(
    {"no experience",
     "will train",
     "experience an asset",
     "no requirements",
     "not required",
     "entry level",
     "aucune experience",
     "formation sera donnee",
     "nous formerons",
     "sera forme",
     "atout",
     "an asset",
     "experience is an asset",
     "training provided",
     "on the job training",
     "debutant",
     "donnera une formation",
     "offrira la formation",
     "formation offerte",
     "experience non requise"}
);

/// Months in the units of experience.
constexpr auto units = std::to_array<Meaning<int>>({
    {"year", 12},
    {"years", 12},
    {"yrs", 12},
    {"an", 12},
    {"ans", 12},
    {"annees", 12},
    {"month", 1},
    {"months", 1},
    {"mois", 1},
});

constexpr auto words_for_less = std::to_array<std::string_view>(
    {"less than", "moins de", "up to", "jusqu'a", "under", "maximum"}
);

/// `d'un an` as `de 1 an`, so that every length has its number.
std::string with_digits(std::string folded) {
    constexpr auto written = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"d'un an", "de 1 an"},
        {"un an", "1 an"},
        {"one year", "1 year"},
    });
    for (const auto& [words, digits] : written) {
        for (std::size_t at = find_phrase(folded, words); at != std::string::npos;
             at = find_phrase(folded, words)) {
            folded.replace(at, words.size(), digits);
        }
    }
    return folded;
}

int months(const double value, const int unit) {
    constexpr double experience_max = 600;
    return static_cast<int>(std::lround(std::min(value * unit, experience_max)));
}

}  // namespace

domain::Result<EducationAsked> education_from(const std::string_view text) {
    const std::string folded = fold(text);
    const auto level = first_meaning(folded, levels);
    if (!level) {
        return domain::invalid("", "'" + std::string{text} + "' names no known level of education");
    }
    return EducationAsked{
        .level = *level,
        .equivalent_experience_accepted = says_any(folded, words_for_equivalence),
    };
}

domain::Result<domain::ExperienceAsked> experience_from(const std::string_view text) {
    const std::string folded = with_digits(fold(text));
    if (says_any(folded, words_for_no_experience)) {
        return domain::ExperienceAsked{};
    }
    const std::vector<Number> all = numbers(folded);
    if (all.empty() || all[0].value < 0) {
        return domain::invalid("", "'" + std::string{text} + "' states no length of experience");
    }
    // A number without a unit of its own has the next one's; without any, months.
    const std::string_view view{folded};
    const Number& last = all[all.size() > 1 ? 1 : 0];
    const int last_unit = earliest_meaning(view, units, last.end).value_or(1);
    const std::string_view after_first = view.substr(0, all.size() > 1 ? last.begin : view.npos);
    const int first_unit = earliest_meaning(after_first, units, all[0].end).value_or(last_unit);
    const int first = months(all[0].value, first_unit);
    if (all.size() > 1) {
        const int second = months(last.value, last_unit);
        return domain::ExperienceAsked{
            .min_months = std::min(first, second), .max_months = std::max(first, second)};
    }
    if (says_any(view.substr(0, all[0].begin), words_for_less)) {
        return domain::ExperienceAsked{.min_months = 0, .max_months = first};
    }
    return domain::ExperienceAsked{.min_months = first, .max_months = std::nullopt};
}

std::vector<std::string> credentials_from(const std::string_view text) {
    std::vector<std::string> credentials;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        std::string credential = clean(text.substr(begin, end - begin));
        if (!says_nothing(fold(credential))) {
            credentials.push_back(std::move(credential));
        }
        begin = end + 1;
    }
    return credentials;
}

}  // namespace normalise
