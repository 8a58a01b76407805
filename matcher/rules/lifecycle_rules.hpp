#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules {

/// How work is counted. Source: IRPR s. 73(1) and Ministerial Instructions, work experience.
struct WorkRules {
    int full_time_hours = 0;  ///< A week; hours above do not count.
    int year_months = 0;
    int teer_max = 0;       ///< The highest TEER that is skilled work.
    int window_months = 0;  ///< How far back the CRS looks.
};

/// How long documents count. Source: Ministerial Instructions s. 3(4) and s. 12(3).
struct Validity {
    int language_months = 0;
    int eca_months = 0;
    int profile_months = 0;
    int medical_months = 0;
};

/// Days in which to apply after an invitation of this day or later.
struct InvitationDays {
    domain::Date effective_from;
    int days = 0;
    bool confirmed = false;
};

/// Whether the medical examination comes before the application, from a day on.
struct MedicalTiming {
    domain::Date effective_from;
    bool upfront = false;
};

struct LifecycleRules {
    std::string source;
    WorkRules work;
    Validity validity;
    std::vector<InvitationDays> invitation_days;  ///< Oldest first.
    std::vector<MedicalTiming> medical;           ///< Oldest first.
};

/// Settlement funds by size of family, in whole dollars.
struct FundsTable {
    domain::Date effective_from;
    std::optional<domain::Date> effective_to;  ///< Last day; absent while open.
    bool confirmed = false;
    std::string source;
    std::vector<int> amounts;  ///< For one person, two...
    int each_further = 0;      ///< For each person beyond those.

    /// For a family of `size`, at least one.
    domain::Cents needed(int size) const;
};

/// Read matcher/rules/lifecycle.json and settlement_funds.json; refuse as parse_rule_set() does.
domain::Result<LifecycleRules> parse_lifecycle_rules(std::string_view json);
domain::Result<std::vector<FundsTable>> parse_settlement_funds(std::string_view json);

}  // namespace rules
