#include "services/wire/candidate_parts.hpp"

#include "matcher/express_entry/clb.hpp"
#include "matcher/rules/rule_set.hpp"
#include "services/wire/vocabulary.hpp"

#include <algorithm>

namespace wire {
namespace {

using document::FieldReader;
using document::ValueReader;
using namespace std::chrono_literals;

constexpr domain::Date first_day = std::chrono::year_month_day{1900y, std::chrono::January, 1d};
constexpr domain::Date last_day = std::chrono::year_month_day{2099y, std::chrono::December, 31d};

express_entry::RawScores raw_scores(FieldReader& in) {
    return {
        .listening = in.required("listening").number({}),
        .reading = in.required("reading").number({}),
        .writing = in.required("writing").number({}),
        .speaking = in.required("speaking").number({})};
}

domain::AbilityLevels levels_from_scores(
    const ValueReader& scores, const domain::LanguageTestKind kind
) {
    return scores.object([kind](FieldReader& in) {
        const auto converted = express_entry::levels(kind, raw_scores(in));
        if (!converted) {
            in.refuse(converted.error().field, converted.error().message);
        }
        return converted ? *converted : domain::AbilityLevels{};
    });
}

/// A member that is true, false, or not stated.
std::optional<bool> fact(FieldReader& in, const std::string_view name) {
    return in.optional(name, &ValueReader::boolean);
}

std::optional<double> weekly_hours(FieldReader& in, const std::string_view name) {
    return in.optional(name, [](const ValueReader& value) {
        return value.number({.min = 1, .max = 168});
    });
}

std::optional<int> job_months(FieldReader& in, const std::string_view name) {
    return in.optional(name, [](const ValueReader& value) {
        return value.integer<int>({.min = 0, .max = 600});
    });
}

domain::WorkPermit permit(FieldReader& in) {
    domain::WorkPermit result{
        .kind = in.required("kind").choice(permit_kind_names),
        .exemption = in.optional(
            "exemption", [](const ValueReader& value) { return value.choice(lmia_exemption_names); }
        ),
        .same_employer = flag(in, "same_employer"),
        .months_worked = job_months(in, "months_worked").value_or(0),
    };
    if (result.exemption && result.kind != domain::PermitKind::lmia_exempt) {
        in.refuse("exemption", "is stated for a permit that is not lmia_exempt");
    }
    return result;
}

express_entry::PlannedJob planned_job(FieldReader& in) {
    return {
        .noc = in.required("noc").noc(),
        .start = day_from(in.required("start")),
        .weekly_hours = weekly_hours(in, "hours_per_week").value_or(40),
    };
}

}  // namespace

domain::Date day_from(const ValueReader& value) {
    const domain::Date date = value.date();
    if (date < first_day || date > last_day) {
        value.refuse(domain::to_string(date) + " is not a day of the years 1900 to 2099");
    }
    return date;
}

std::string country_from(const ValueReader& value) {
    std::string code = value.text({.min = 0, .max = 200});
    const auto is_capital = [](const char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (code.size() != 2 || !std::ranges::all_of(code, is_capital)) {
        value.refuse("'" + code + "' is not a country code of two capital letters");
    }
    return code;
}

domain::AbilityLevels levels_from(FieldReader& in) {
    const auto level = [&in](const std::string_view ability) {
        return in.required(ability).integer<domain::Clb>({.min = 0, .max = domain::clb_max});
    };
    return {
        .listening = level("listening"),
        .reading = level("reading"),
        .writing = level("writing"),
        .speaking = level("speaking")};
}

int work_years_from(const ValueReader& value) {
    return value.integer<int>({.min = 0, .max = rules::work_years_max});
}

bool flag(FieldReader& in, const std::string_view name) {
    return in.optional(name, &ValueReader::boolean).value_or(false);
}

domain::Province province_from(const ValueReader& value) {
    const std::string code = value.text({});
    const auto found = domain::province_from_code(code);
    if (!found) {
        value.refuse("'" + code + "' is not a province or territory of Canada, such as ON");
    }
    return found.value_or(domain::Province::ON);
}

domain::LanguageTest language_test_from(FieldReader& in) {
    domain::LanguageTest test{
        .kind = in.required("test").choice(language_test_names),
        .date = day_from(in.required("date")),
        .first = flag(in, "first"),
        .levels = {}};
    const bool has_levels = in.has("clb");
    if (has_levels == in.has("scores")) {
        in.refuse("has both scores and clb, or neither");
    } else if (has_levels) {
        test.levels = in.required("clb").object(levels_from);
    } else {
        test.levels = levels_from_scores(in.required("scores"), test.kind);
    }
    return test;
}

domain::Education education_from(FieldReader& in) {
    domain::Education result{
        .level = in.required("level").choice(education_level_names),
        .country = country_from(in.required("country")),
        .completed = day_from(in.required("completed")),
        .eca_date = in.optional("eca_date", day_from)};
    if (result.eca_date && *result.eca_date < result.completed) {
        in.refuse("is assessed before it is completed");
    }
    return result;
}

domain::Offer offer_from(FieldReader& in) {
    domain::Offer offer{
        .noc = in.required("noc").noc(),
        .province = in.optional("province", province_from),
        .weekly_hours = weekly_hours(in, "hours_per_week"),
        .second_employer_hours = weekly_hours(in, "second_employer_hours"),
        .in_writing = fact(in, "in_writing"),
        .paid = fact(in, "paid"),
        .continuous = fact(in, "continuous"),
        .seasonal = fact(in, "seasonal"),
        .lasts = fact(in, "permanent"),
        .months = job_months(in, "months"),
        .diplomatic_mission = fact(in, "diplomatic_mission"),
        .employer_ineligible = fact(in, "employer_ineligible"),
        .lmia = fact(in, "lmia"),
        .permit =
            in.optional("permit", [](const ValueReader& value) { return value.object(permit); }),
        .publicly_funded_physician = flag(in, "publicly_funded_physician"),
    };
    if (offer.lasts == true && offer.months) {
        in.refuse("months", "is stated for a permanent job");
    }
    return offer;
}

express_entry::Plan plan_from(FieldReader& in) {
    const auto tests = [](const ValueReader& value) {
        return value.array(20, [](const ValueReader& test) {
            return test.object(language_test_from);
        });
    };
    const auto credentials = [](const ValueReader& value) {
        return value.array(50, [](const ValueReader& item) { return item.object(education_from); });
    };
    const auto offer = [](const ValueReader& value) {
        return value.object([](FieldReader& members) {
            return express_entry::PlannedOffer{
                .offer = members.required("terms").object(offer_from),
                .date = day_from(members.required("on")),
            };
        });
    };
    return {
        .job =
            in.optional("job", [](const ValueReader& value) { return value.object(planned_job); }),
        .language_tests =
            in.optional("language_tests", tests).value_or(std::vector<domain::LanguageTest>{}),
        .education =
            in.optional("education", credentials).value_or(std::vector<domain::Education>{}),
        .nominated_on = in.optional("nominated_on", day_from),
        .offer = in.optional("offer", offer),
    };
}

}  // namespace wire
