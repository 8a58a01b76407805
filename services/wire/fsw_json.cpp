#include "matcher/document/field_reader.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/vocabulary.hpp"

namespace wire {
namespace {

using document::FieldReader;
using document::ValueReader;
using domain::AbilityLevels;
using express_entry::FswInput;
using express_entry::FswSpouse;

domain::LanguageLevels stated_language(FieldReader& in) {
    return {
        .language = in.required("language").choice(language_names),
        .levels = in.required("clb").object(levels_from),
    };
}

std::optional<domain::LanguageLevels> optional_language(
    FieldReader& in, const std::string_view name
) {
    return in.optional(name, [](const ValueReader& value) {
        return value.object(stated_language);
    });
}

AbilityLevels spouse_levels(const ValueReader& value) {
    if (value.is_object()) {
        return value.object(levels_from);
    }
    const auto level = value.integer<domain::Clb>({.min = 0, .max = domain::clb_max});
    return {.listening = level, .reading = level, .writing = level, .speaking = level};
}

FswSpouse fsw_spouse(FieldReader& in) {
    return {
        .levels = in.optional("clb", spouse_levels),
        .studied_in_canada_2y = flag(in, "studied_in_canada_2y"),
        .worked_in_canada_1y = flag(in, "worked_in_canada_1y"),
    };
}

FswInput fsw_input(FieldReader& in) {
    FswInput input{
        .age = in.required("age").integer<int>({.min = 0, .max = rules::age_max}),
        .first_language = optional_language(in, "first_language"),
        .second_language = optional_language(in, "second_language"),
        .education = in.required("education").choice(education_level_names),
        .canadian_skilled_work_years =
            in.optional("canadian_skilled_work_years", work_years_from).value_or(0),
        .foreign_skilled_work_years =
            in.optional("foreign_skilled_work_years", work_years_from).value_or(0),
        .arranged_employment = flag(in, "arranged_employment"),
        .spouse = in.optional(
            "spouse", [](const ValueReader& value) { return value.object(fsw_spouse); }
        ),
        .studied_in_canada_2y = flag(in, "studied_in_canada_2y"),
        .relative_in_canada = flag(in, "relative_in_canada"),
    };
    if (input.second_language && !input.first_language) {
        in.refuse("second_language", "there is no first_language");
    } else if (input.second_language && input.second_language->language == input.first_language->language) {
        in.refuse("second_language", domain::invalid("language", "is the first language too"));
    }
    return input;
}

}  // namespace

domain::Result<FswInput> fsw_input_from(const boost::json::value& input) {
    return document::read_document(input, [](const ValueReader& root) {
        return root.object(fsw_input);
    });
}

boost::json::object fsw_score_json(const express_entry::FswScore& score) {
    boost::json::object result{{"total", score.total}};
    for (const FswFactor& factor : fsw_factors) {
        result[factor.name] = score.*factor.points;
    }
    return result;
}

}  // namespace wire
