#include "indexer/normalise/students.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"

namespace normalise {

bool is_for_students(const std::string_view title) {
    // In order: the first that the title says decides, so work for students stands first.
    constexpr auto meanings = std::to_array<Meaning<bool>>({
        {"international student", false},
        {"student advisor", false},
        {"student adviser", false},
        {"student affairs", false},
        {"student employment services", false},
        {"student engagement", false},
        {"student experience", false},
        {"student housing", false},
        {"student life", false},
        {"student recruitment", false},
        {"student residence", false},
        {"student service", false},
        {"student services", false},
        {"student success", false},
        {"student support", false},
        {"student transportation", false},
        {"vie etudiante", false},
        {"reussite etudiante", false},
        {"stage manager", false},
        {"stage technician", false},
        {"stage hand", false},
        {"stage director", false},
        {"stage carpenter", false},
        {"early stage", false},
        {"final stage", false},

        {"student", true},
        {"summer students", true},
        {"student positions", true},
        {"students only", true},
        {"intern", true},
        {"interns", true},
        {"internship", true},
        {"internships", true},
        {"co-op", true},
        {"etudiant", true},
        {"etudiante", true},
        {"emplois etudiants", true},
        {"emploi d'ete", true},
        {"stage", true},
        {"stages", true},
        {"stagiaire", true},
        {"stagiaires", true},
    });
    return first_meaning(fold(title), meanings).value_or(false);
}

}  // namespace normalise
