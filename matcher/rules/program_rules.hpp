#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/education.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/result.hpp"
#include "matcher/rules/rule_set.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

/// Canadian Experience Class. Source: IRPR s. 87.1.
struct CecRules {
    /// The level asked in all four abilities where the work relied on is in TEER 0 to `teer_max`.
    struct Level {
        int teer_max = 0;
        domain::Clb level = 0;
    };
    int months = 0;             ///< Full-time months of skilled work in Canada.
    int window_months = 0;      ///< Counted back from the day.
    std::vector<Level> levels;  ///< By rising `teer_max`.
};

/// Federal Skilled Worker Program, without its grid. Source: IRPR s. 75 and 76.
struct FswpRules {
    int months_unbroken = 0;  ///< Full-time months without a gap in one occupation.
    int window_months = 0;
    domain::Clb first_language_level = 0;  ///< In all four abilities.
    int points_required = 0;               ///< Of the grid.
};

/// The selection grid of the Federal Skilled Worker Program. Source: IRPR s. 78 to 83.
struct FswGrid {
    std::array<int, domain::clb_max + 1> first_language{};  ///< Per ability.
    int first_language_max = 0;
    domain::Clb second_language_level = 0;  ///< In all four abilities.
    int second_language = 0;
    int language_max = 0;
    std::array<int, domain::education_levels> education{};
    std::array<int, work_years_max + 1> experience{};  ///< Canadian and foreign together.
    std::array<int, age_max + 1> age{};
    int arranged_employment = 0;
    struct Adaptability {
        domain::Clb spouse_language_level = 0;
        int spouse_language = 0;
        int own_study = 0;
        int spouse_study = 0;
        int own_work = 0;
        int spouse_work = 0;
        int arranged_employment = 0;
        int relative = 0;
        int max = 0;
    } adaptability;
};

/// Federal Skilled Trades Program. Source: IRPR s. 87.2.
struct FstpRules {
    int months = 0;  ///< Full-time months in one trade.
    int window_months = 0;
    std::vector<std::string> major_groups;  ///< Leading digits of NOC codes.
    std::vector<std::string> except_sub_major_groups;
    std::vector<std::string> minor_groups;
    std::vector<std::string> unit_groups;
    domain::AbilityLevels levels;

    bool is_trade(domain::NocCode noc) const;
};

/// What makes an offer of employment count. Source: IRPR s. 82; Ministerial Instructions s. 29.
struct OfferRules {
    int hours_min = 0;   ///< A week.
    int months_min = 0;  ///< After permanent residence.
    int teer_max = 0;
    int same_employer_months = 0;  ///< Worked already, on a permit that needs no LMIA.
    int fstp_employers_max = 0;    ///< Whose hours add up for a trade.
    /// Physicians who provide publicly funded services: their offer need not be continuous nor last
    /// a year. Source: public policy of 2023-04-25.
    domain::Date physicians_from;
    std::vector<domain::NocCode> physicians;
};

/// One dated version of the three programs that Express Entry manages.
struct ProgramRules {
    std::string id;  ///< The day on which it took effect.
    domain::Date effective_from;
    std::optional<domain::Date> effective_to;  ///< Last day; absent while open.
    bool confirmed = false;
    std::string source;
    CecRules cec;
    FswpRules fswp;
    FswGrid fsw_grid;
    FstpRules fstp;
    OfferRules offer;
};

/// Reads a file of matcher/rules/programs; refuses as parse_rule_set() does.
domain::Result<ProgramRules> parse_program_rules(std::string_view json);

}  // namespace rules
