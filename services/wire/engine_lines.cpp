#include "services/wire/engine_lines.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/express_entry/clb.hpp"
#include "matcher/rules/regulations.hpp"
#include "services/wire/answer_line.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/object.hpp>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using express_entry::Ability;
using express_entry::TestScale;
using namespace std::chrono_literals;

constexpr std::array scale_names{
    Named{"ielts", TestScale::ielts_general},
    Named{"celpip", TestScale::celpip_general},
    Named{"pte_core", TestScale::pte_core},
    Named{"tef", TestScale::tef_canada},
    Named{"tef_699", TestScale::tef_canada_699},
    Named{"tcf", TestScale::tcf_canada},
};

constexpr std::array ability_words{
    Named{"listening", Ability::listening},
    Named{"reading", Ability::reading},
    Named{"writing", Ability::writing},
    Named{"speaking", Ability::speaking},
};

/// Passes over the id, which is the caller's to choose.
void skip_id(FieldReader& in) { in.has("id"); }

TestScale scale(FieldReader& in) {
    constexpr domain::Date second_699_scale{2023y / std::chrono::December / 11d};
    const TestScale stated = in.required("test").choice(scale_names);
    const auto date = in.optional("date", &ValueReader::date);
    const bool earlier = date && *date < second_699_scale;
    return stated == TestScale::tef_canada_699 && earlier
               ? TestScale::tef_canada_699_until_2023_12_10
               : stated;
}

json::object clb(FieldReader& in) {
    skip_id(in);
    const TestScale stated = scale(in);
    const Ability ability = in.required("ability").choice(ability_words);
    const double score = in.required("score").number({});
    const auto level = express_entry::level(stated, ability, score);
    if (!level) {
        in.refuse("score", level.error().message);
        return {};
    }
    return {{"level", *level}};
}

json::object fsw(FieldReader& in) {
    skip_id(in);
    const ValueReader grid = in.required("grid");
    if (!grid.is("fsw")) {
        grid.refuse("is not \"fsw\"");
    }
    const ValueReader document = in.required("input");
    if (document.json() == nullptr) {
        return {};
    }
    const auto input = fsw_input_from(*document.json());
    if (!input) {
        in.refuse("input", input.error());
        return {};
    }
    return fsw_score_json(
        express_entry::fsw_score(rules::regulations().programs.back().fsw_grid, *input)
    );
}

}  // namespace

std::string clb_line(const std::string_view line, const std::size_t line_number) {
    return answer_line(line, line_number, clb);
}

std::string programs_line(const std::string_view line, const std::size_t line_number) {
    return answer_line(line, line_number, fsw);
}

}  // namespace wire
