#include "tests/express_entry/second_formulation.hpp"

#include <algorithm>

namespace second_formulation {
namespace {

using domain::AbilityLevels;
using express_entry::CrsInput;
using express_entry::Points;
using Language = std::optional<domain::LanguageLevels>;

int age_points(const int age, const bool spouse) {
    if (age < 18 || age > 44) {
        return 0;
    }
    if (age < 20) {
        return spouse ? 90 + 5 * (age - 18) : 99 + 6 * (age - 18);
    }
    if (age < 30) {
        return spouse ? 100 : 110;
    }
    // Five a year with a spouse, five and a half without, and twice that from 41 on.
    const int halves = (age - 29) + std::max(0, age - 40);
    return spouse ? 100 - 5 * halves : 110 - (11 * halves) / 2;
}

int education_points(const int level, const bool spouse) {
    switch (level) {
        case 0:
            return 0;
        case 1:
            return spouse ? 28 : 30;
        case 2:
            return spouse ? 84 : 90;
        case 3:
            return spouse ? 91 : 98;
        case 4:
            return spouse ? 112 : 120;
        case 5:
            return spouse ? 119 : 128;
        case 6:
            return spouse ? 126 : 135;
        default:
            return spouse ? 140 : 150;
    }
}

int first_ability(const int clb, const bool spouse) {
    if (clb >= 10) {
        return spouse ? 32 : 34;
    }
    if (clb == 9) {
        return spouse ? 29 : 31;
    }
    if (clb == 8) {
        return spouse ? 22 : 23;
    }
    if (clb == 7) {
        return spouse ? 16 : 17;
    }
    if (clb == 6) {
        return spouse ? 8 : 9;
    }
    return clb >= 4 ? 6 : 0;
}

/// 1, 3 and `most` from CLB 5, 7 and 9 on: the second language, and a spouse's first.
int other_ability(const int clb, const int most) {
    return clb >= 9 ? most : clb >= 7 ? 3 : clb >= 5 ? 1 : 0;
}

template <class Points>
int all_four(const Language& language, const Points points) {
    if (!language) {
        return 0;
    }
    const AbilityLevels& of = language->levels;
    return points(of.listening) + points(of.reading) + points(of.writing) + points(of.speaking);
}

int weakest(const Language& language) {
    if (!language) {
        return 0;
    }
    const AbilityLevels& of = language->levels;
    return std::min({of.listening, of.reading, of.writing, of.speaking});
}

int canadian_work_points(const int years, const bool spouse) {
    if (years == 0) {
        return 0;
    }
    if (years == 1) {
        return spouse ? 35 : 40;
    }
    if (years == 2) {
        return spouse ? 46 : 53;
    }
    if (years == 3) {
        return spouse ? 56 : 64;
    }
    return spouse ? (years == 4 ? 63 : 70) : (years == 4 ? 72 : 80);
}

int spouse_points(const express_entry::SpouseInput& spouse) {
    const int level = static_cast<int>(spouse.education);
    const int education = level == 0 ? 0 : level == 1 ? 2 : std::min(10, level + 4);
    const int years = std::min(5, spouse.canadian_work_years);
    const int work = years == 0 ? 0 : years == 1 ? 5 : years + 5;
    return education + work +
           all_four(spouse.first_language, [](const int clb) { return other_ability(clb, 5); });
}

/// Two strengths of 0, 1 or 2 each make 0, 13, 25 or 50.
int combined(const int left, const int right) {
    const int product = left * right;
    return product == 4 ? 50 : product == 2 ? 25 : product == 1 ? 13 : 0;
}

int transferability_points(const CrsInput& input) {
    const int level = static_cast<int>(input.education);
    const int education = level >= 5 ? 2 : level >= 2 ? 1 : 0;
    const int foreign = input.foreign_work_years >= 3 ? 2 : input.foreign_work_years >= 1 ? 1 : 0;
    const int weakest_ability = weakest(input.first_language);
    const int language = weakest_ability >= 9 ? 2 : weakest_ability >= 7 ? 1 : 0;
    const int work = std::min(2, input.canadian_work_years);
    int certificate = 0;
    if (input.certificate_of_qualification) {
        certificate = weakest_ability >= 7 ? 50 : weakest_ability >= 5 ? 25 : 0;
    }
    return std::min(
        100,
        std::min(50, combined(education, language) + combined(education, work)) +
            std::min(50, combined(foreign, language) + combined(foreign, work)) + certificate
    );
}

int weakest_in(const CrsInput& input, const domain::OfficialLanguage which) {
    for (const Language* language : {&input.first_language, &input.second_language}) {
        if (*language && (*language)->language == which) {
            return weakest(*language);
        }
    }
    return 0;
}

int french_points(const std::string_view rules, const CrsInput& input) {
    if (rules < "2017-06-06" || weakest_in(input, domain::OfficialLanguage::french) < 7) {
        return 0;
    }
    const int both = weakest_in(input, domain::OfficialLanguage::english) >= 5 ? 2 : 1;
    return rules < "2020-10-20" ? 15 * both : 25 * both;
}

Points listed_offer(const std::string_view rules, const int noc) {
    if (rules == "2099-01-01") {
        return noc == 12 || noc == 31'012 ? 60 : noc == 21'012 || noc == 75'012 ? 40 : 0;
    }
    return noc == 12 ? Points{60} : noc == 21'012 ? std::nullopt : Points{0};
}

Points offer_points(const std::string_view rules, const CrsInput& input) {
    if (!input.job_offer || !input.job_offer->qualifying) {
        return 0;
    }
    const int noc = input.job_offer->noc.number();
    const bool skilled = noc / 1000 % 10 <= 3;
    if (rules < "2016-11-19") {
        return skilled ? 600 : 0;
    }
    if (rules < "2025-03-25") {
        return noc < 1000 ? 200 : skilled ? 50 : 0;
    }
    if (rules < "2026-11-03") {
        return 0;
    }
    return rules < "2099-01-01" ? std::nullopt : listed_offer(rules, noc);
}

/// What Canadian work earns beyond the grid.
Points more_for_canadian_work(const std::string_view rules, const CrsInput& input) {
    const int years = input.canadian_work_years;
    if (rules < "2026-11-03" || years == 0) {
        return 0;
    }
    const int noc = input.canadian_work_noc ? input.canadian_work_noc->number() : -1;
    if (rules == "2099-01-01") {
        if (years < 2) {
            return 0;
        }
        return noc == -1 ? std::nullopt : Points{noc == 12 ? 30 : noc == 21'012 ? 10 : 0};
    }
    return rules == "2099-07-01" && noc == 12 ? Points{30} : std::nullopt;
}

int study_points(const std::string_view rules, const express_entry::CanadianStudy study) {
    return rules < "2016-11-19" ? 0 : 15 * static_cast<int>(study);
}

}  // namespace

Points total(const std::string_view rules, const CrsInput& input) {
    const Points offer = offer_points(rules, input);
    const Points more = more_for_canadian_work(rules, input);
    if (!offer || !more) {
        return std::nullopt;
    }
    const bool spouse = input.marital == domain::Marital::spouse_accompanying;
    const int second =
        all_four(input.second_language, [](const int clb) { return other_ability(clb, 6); });
    const int core =
        age_points(input.age, spouse) +
        education_points(static_cast<int>(input.education), spouse) +
        all_four(input.first_language, [=](const int clb) { return first_ability(clb, spouse); }) +
        std::min(spouse ? 22 : 24, second) +
        canadian_work_points(input.canadian_work_years, spouse) + *more;
    const int sibling = input.sibling_in_canada && rules >= "2017-06-06" ? 15 : 0;
    const int additional = (input.provincial_nomination ? 600 : 0) + *offer +
                           french_points(rules, input) + study_points(rules, input.canadian_study) +
                           sibling;
    return std::min(
        1200,
        core + (spouse && input.spouse ? spouse_points(*input.spouse) : 0) +
            transferability_points(input) + std::min(600, additional)
    );
}

}  // namespace second_formulation
