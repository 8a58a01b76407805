#include "services/wire/crs_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/crs_caps.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/vocabulary.hpp"

#include <algorithm>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::Range;
using document::ValueReader;
using domain::AbilityLevels;
using domain::LanguageLevels;
using express_entry::CrsInput;
using express_entry::JobOffer;
using express_entry::SpouseInput;

constexpr std::array raw_test_names{
    Named{"IELTS_GENERAL", domain::LanguageTestKind::ielts_general},
    Named{"CELPIP_GENERAL", domain::LanguageTestKind::celpip_general},
    Named{"PTE_CORE", domain::LanguageTestKind::pte_core},
    Named{"TEF_CANADA", domain::LanguageTestKind::tef_canada},
    Named{"TCF_CANADA", domain::LanguageTestKind::tcf_canada},
};

constexpr std::array canadian_study_names{
    Named{"none", express_entry::CanadianStudy::none},
    Named{"one_or_two_year", express_entry::CanadianStudy::one_or_two_year},
    Named{"three_year_plus", express_entry::CanadianStudy::three_year_plus},
};

constexpr std::array column_names{
    Named{"without_spouse", rules::Column::without_spouse},
    Named{"with_spouse", rules::Column::with_spouse},
};

constexpr Range<int> foreign_work_months{.min = 0, .max = 12 * rules::work_years_max + 11};
constexpr Range<std::size_t> remark{.min = 0, .max = 200};

LanguageLevels converted_test(FieldReader& in) {
    const auto kind = in.required("test").choice(raw_test_names);
    const auto converted = express_entry::levels(
        kind,
        {.listening = in.required("listening").number({}),
         .reading = in.required("reading").number({}),
         .writing = in.required("writing").number({}),
         .speaking = in.required("speaking").number({})}
    );
    if (!converted) {
        in.refuse(converted.error().field, converted.error().message);
        return {};
    }
    return {.language = domain::language_of(kind), .levels = *converted};
}

/// The levels that scores of a test were given for.
struct RawTests {
    std::optional<LanguageLevels> first;
    std::optional<LanguageLevels> second;
};

RawTests raw_tests(FieldReader& in) {
    const auto test = [](const ValueReader& value) { return value.object(converted_test); };
    return {.first = in.optional("first", test), .second = in.optional("second", test)};
}

/// Levels as far as the CRS tells them apart: below 4 is nothing, above 10 is 10.
AbilityLevels as_counted(const AbilityLevels& levels) {
    const auto counted = [](const domain::Clb level) {
        return level < 4 ? 0 : std::min(level, 10);
    };
    return {
        .listening = counted(levels.listening),
        .reading = counted(levels.reading),
        .writing = counted(levels.writing),
        .speaking = counted(levels.speaking),
    };
}

LanguageLevels language_beside_test(FieldReader& in, const std::optional<LanguageLevels>& test) {
    LanguageLevels result{.language = in.required("language").choice(language_names), .levels = {}};
    if (test && test->language != result.language) {
        in.refuse("language", "is not the language of the test in raw_tests");
    }
    if (test && !in.has("clb")) {
        result.levels = test->levels;
        return result;
    }
    result.levels = in.required("clb").object(levels_from);
    if (test && as_counted(test->levels) != as_counted(result.levels)) {
        in.refuse("clb", "is not what the scores in raw_tests convert to");
    }
    return result;
}

/// The language as stated, else as its test has it.
std::optional<LanguageLevels> language_or_test(
    FieldReader& in, const std::string_view name, const std::optional<LanguageLevels>& test
) {
    const auto stated = in.optional(name, [&](const ValueReader& value) {
        return value.object([&](FieldReader& members) {
            return language_beside_test(members, test);
        });
    });
    return stated ? stated : test;
}

SpouseInput crs_spouse(FieldReader& in) {
    return {
        .education = in.required("education").choice(education_level_names),
        .first_language = language_or_test(in, "first_language", std::nullopt),
        .canadian_work_years = in.optional("canadian_work_years", work_years_from).value_or(0),
    };
}

JobOffer job_offer(FieldReader& in) {
    const JobOffer offer{
        .noc = in.required("noc").noc(),
        .qualifying = in.required("qualifying").boolean(),
    };
    const auto teer = in.optional("teer", [](const ValueReader& value) {
        return value.integer({.min = 0, .max = 5});
    });
    if (teer && *teer != offer.noc.teer()) {
        in.refuse(
            "teer", "is not " + std::to_string(offer.noc.teer()) + ", the second digit of noc"
        );
    }
    return offer;
}

int foreign_work_years(FieldReader& in) {
    const auto stated = in.optional("foreign_work_years", work_years_from);
    const auto whole_months = in.optional("foreign_work_months", [](const ValueReader& value) {
        return value.integer(foreign_work_months);
    });
    if (stated && whole_months && *whole_months / 12 != *stated) {
        in.refuse("foreign_work_months", "does not make the years in foreign_work_years");
    }
    return stated.value_or(whole_months.value_or(0) / 12);
}

void refuse_impossible_second_language(FieldReader& in, const CrsInput& input) {
    const auto& first = input.first_language;
    const auto& second = input.second_language;
    if (second && !first) {
        in.refuse("second_language", "there is no first_language");
    }
    if (second && first && second->language == first->language) {
        in.refuse("second_language", domain::invalid("language", "is the first language too"));
    }
}

CrsInput crs_input(FieldReader& in) {
    const RawTests tests = in.optional("raw_tests", [](const ValueReader& value) {
                                 return value.object(raw_tests);
                             }).value_or(RawTests{});
    CrsInput input{
        .age = in.required("age").integer<int>({.min = 0, .max = rules::age_max}),
        .marital = in.required("marital").choice(marital_names),
        .education = in.required("education").choice(education_level_names),
        .first_language = language_or_test(in, "first_language", tests.first),
        .second_language = language_or_test(in, "second_language", tests.second),
        .canadian_work_years = in.optional("canadian_work_years", work_years_from).value_or(0),
        .canadian_work_noc = in.optional("canadian_work_noc", &ValueReader::noc),
        .foreign_work_years = foreign_work_years(in),
        .spouse = in.optional(
            "spouse", [](const ValueReader& value) { return value.object(crs_spouse); }
        ),
        .certificate_of_qualification = flag(in, "certificate_of_qualification"),
        .job_offer = in.optional(
            "job_offer", [](const ValueReader& value) { return value.object(job_offer); }
        ),
        .provincial_nomination = flag(in, "provincial_nomination"),
        .canadian_study =
            in.optional(
                  "canadian_study",
                  [](const ValueReader& value) { return value.choice(canadian_study_names); }
            ).value_or(express_entry::CanadianStudy::none),
        .sibling_in_canada = flag(in, "sibling_in_canada"),
    };
    in.optional("relative", [](const ValueReader& value) { return value.text(remark); });
    refuse_impossible_second_language(in, input);
    return input;
}

json::object rule_set_summary_json(const rules::RuleSet& rule_set, const domain::Date as_of) {
    return {
        {"id", rule_set.id},
        {"status", rules::name(rules::status_on(rule_set, as_of))},
        {"effective_from", domain::to_string(rule_set.effective_from)},
        {"effective_to", or_null(rule_set.effective_to)},
        {"confirmed", rule_set.confirmed},
    };
}

/// Every line of the score under its section, and the total.
void add_points(json::object& into, const express_entry::CrsScore& score) {
    for (const CrsFactor& factor : crs_factors) {
        json::value& section = into[factor.section()];
        if (section.is_null()) {
            section.emplace_object();
        }
        section.get_object()[factor.name()] = or_null(factor.points(score));
    }
    into["total"] = or_null(score.total);
}

}  // namespace

domain::Result<CrsInput> crs_input_from(const json::value& input) {
    return document::read_document(input, [](const ValueReader& root) {
        return root.object(crs_input);
    });
}

std::vector<std::string> unknown_factors(const express_entry::CrsScore& score) {
    std::vector<std::string> paths;
    for (const std::string_view path : {"core.canadian_work", "additional.job_offer"}) {
        const auto factor = std::ranges::find(crs_factors, path, &CrsFactor::path);
        if (!factor->points(score)) {
            paths.emplace_back(path);
        }
    }
    return paths;
}

std::vector<LostPoints> lost_points(
    const rules::RuleSet& rule_set, const CrsInput& input, const express_entry::CrsScore& score
) {
    // A loss that is not known is not listed: `unknown` says what it rests on.
    const express_entry::LostToCaps lost = express_entry::lost_to_caps(rule_set, input, score);
    std::vector<LostPoints> result{
        {"core.second_language", lost.second_language},
        {"transferability.education_group", lost.education_group},
        {"transferability.foreign_group", lost.foreign_group},
        {"transferability.certificate_group", lost.certificate_group},
        {"transferability.subtotal", lost.transferability},
        {"additional.subtotal", lost.additional.value_or(0)},
        {"total", lost.total.value_or(0)}};
    std::erase_if(result, [](const LostPoints& one) { return one.points == 0; });
    return result;
}

json::object crs_score_json(
    const rules::RuleSet& rule_set, const domain::Date as_of, const CrsInput& input
) {
    const express_entry::CrsScore score = express_entry::score(rule_set, input);
    json::object result{
        {"rules", rule_set_summary_json(rule_set, as_of)},
        {"column", name_of<rules::Column>(column_names, score.column)}};
    add_points(result, score);
    json::array unknown;
    for (const std::string& path : unknown_factors(score)) {
        unknown.emplace_back(path);
    }
    result["unknown"] = std::move(unknown);
    json::object most;
    add_points(most, express_entry::maxima(rule_set, score.column));
    result["max"] = std::move(most);
    json::array lost;
    for (const LostPoints& one : lost_points(rule_set, input, score)) {
        lost.push_back({{"path", one.path}, {"points", one.points}});
    }
    result["lost"] = std::move(lost);
    return result;
}

}  // namespace wire
