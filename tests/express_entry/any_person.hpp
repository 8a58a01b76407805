#pragma once

#include "tests/express_entry/people.hpp"

#include <random>

namespace people {

/// Any person at all, from a generator whose seed is printed when a test fails.
class AnyPerson {
public:
    explicit AnyPerson(const unsigned seed) : generator_{seed} {}

    express_entry::CrsInput next() {
        express_entry::CrsInput input;
        input.age = up_to(60);
        input.marital = static_cast<domain::Marital>(up_to(3));
        input.education = education();
        const bool french_first = chance();
        if (chance() || chance()) {
            input.first_language = language(french_first);
        }
        if (input.first_language && chance()) {
            input.second_language = language(!french_first);
        }
        input.canadian_work_years = up_to(7);
        if (chance() || chance()) {
            input.canadian_work_noc = noc();
        }
        input.foreign_work_years = up_to(10);
        if (chance()) {
            input.spouse = express_entry::SpouseInput{
                .education = education(),
                .first_language = language(chance()),
                .canadian_work_years = up_to(7),
            };
        }
        input.certificate_of_qualification = chance();
        if (chance()) {
            input.job_offer = {
                .noc = noc(),
                .qualifying = chance(),
            };
        }
        input.provincial_nomination = up_to(5) == 0;
        input.canadian_study = static_cast<express_entry::CanadianStudy>(up_to(2));
        input.sibling_in_canada = chance();
        return input;
    }

private:
    int up_to(const int max) { return std::uniform_int_distribution{0, max}(generator_); }
    bool chance() { return up_to(1) == 1; }
    domain::NocCode noc() {
        return domain::NocCode::from_number(up_to(9) * 10'000 + up_to(5) * 1'000 + 12);
    }
    domain::EducationLevel education() {
        return static_cast<domain::EducationLevel>(up_to(domain::education_levels - 1));
    }
    domain::AbilityLevels levels() {
        const int base = up_to(10);
        return {base + up_to(2), base + up_to(2), base + up_to(2), base + up_to(2)};
    }
    domain::LanguageLevels language(const bool french) {
        return french ? people::french(levels()) : people::english(levels());
    }

    std::mt19937 generator_;
};

}  // namespace people
