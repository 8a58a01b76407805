#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <optional>
#include <string_view>

namespace normalise {

/// How long the job lasts and how much of the week it fills.
struct Employment {
    domain::EmploymentTerm term = domain::EmploymentTerm::not_stated;
    std::optional<domain::Date> term_ends;
    domain::WorkTime work_time = domain::WorkTime::not_stated;
    bool for_students = false;  ///< schema.org's `INTERN`.
};

/// Reads Job Bank's `Term or contract (ending: 2021-07-16); Part time`, schema.org's `FULL_TIME`
/// and `CONTRACTOR`, and their French. A job that is part time now and full time later is part
/// time. Refuses words it does not know, and full time together with part time.
domain::Result<Employment> employment_from(std::string_view text);

/// `English`, `Bilingual`, `Anglais ou français`. Refuses other languages, and a bare list of both
/// official ones: it does not say whether each of them is needed.
domain::Result<domain::WorkingLanguage> working_language_from(std::string_view text);

/// `2 vacancies`, `3 postes`, `4`.
domain::Result<int> vacancies_from(std::string_view text);

/// `LMIA requested`, `EIMT approuvée`; `No` is not_stated.
domain::Result<domain::LmiaStatement> lmia_from(std::string_view text);

/// Whether the job can be done from anywhere: `TELECOMMUTE`, `Virtual job`, `Télétravail`. A job
/// that is partly on site is not remote.
domain::Result<bool> remote_from(std::string_view text);

}  // namespace normalise
