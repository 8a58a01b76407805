#include "matcher/express_entry/clb.hpp"

#include "embedded_language_tests.hpp"
#include "matcher/document/field_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace express_entry {
namespace {

using document::FieldReader;
using document::ValueReader;
using domain::Clb;

using ByAbility = std::array<double, ability_names.size()>;

/// The lowest score in each ability that reaches a level.
struct Threshold {
    Clb level = 0;
    ByAbility scores{};
};

/// How one test is marked.
struct Marking {
    std::optional<domain::Date> accepted_from;
    double step = 1;
    ByAbility min{};
    ByAbility max{};
    std::vector<Threshold> thresholds;  ///< Highest first.
};

/// In the order of TestScale, which begins as domain::LanguageTestKind does.
constexpr std::array<std::string_view, 7> scale_names{
    "ielts_general",
    "celpip_general",
    "pte_core",
    "tef_canada",
    "tcf_canada",
    "tef_canada_699",
    "tef_canada_699_until_2023_12_10",
};
using Markings = std::array<Marking, scale_names.size()>;

ByAbility read_abilities(FieldReader& in) {
    ByAbility scores{};
    std::ranges::transform(ability_names, scores.begin(), [&in](const std::string_view ability) {
        return in.required(ability).number({});
    });
    return scores;
}

Threshold read_threshold(FieldReader& in) {
    return {
        .level = in.required("level").integer<Clb>({.min = 0, .max = domain::clb_max}),
        .scores = read_abilities(in),
    };
}

Marking read_marking(FieldReader& in) {
    return {
        .accepted_from = in.optional("accepted_from", &ValueReader::date),
        .step = in.required("step").number({}),
        .min = in.required("min").object(read_abilities),
        .max = in.required("max").object(read_abilities),
        .thresholds = in.required("levels").array([](const ValueReader& row) {
            return row.object(read_threshold);
        }),
    };
}

Markings read_file(FieldReader& in) {
    Markings markings;
    std::ranges::transform(scale_names, markings.begin(), [&in](const std::string_view scale) {
        return in.required(scale).object(read_marking);
    });
    return markings;
}

/// The file is compiled in, so that a fault in it is ours: it ends the program.
Markings read_markings() {
    return document::parse_document(
               embedded_language_tests::language_tests.text,
               [](const ValueReader& root) { return root.object(read_file); }
    ).value();
}

const Marking& marking_of(const TestScale scale) {
    static const Markings markings = read_markings();
    return markings[static_cast<std::size_t>(scale)];
}

/// Whether the test gives this score; halves and whole numbers are exact in a double.
bool possible(const Marking& marking, const std::size_t ability, const double score) {
    return score >= marking.min[ability] && score <= marking.max[ability] &&
           std::fmod(score, marking.step) == 0;
}

std::string refusal(const Marking& marking, const std::size_t ability, const double score) {
    std::ostringstream message;
    message << score << " is not a " << ability_names[ability]
            << " score of this test: " << marking.min[ability] << " to " << marking.max[ability]
            << " in steps of " << marking.step;
    return message.str();
}

Clb level_reached(const Marking& marking, const std::size_t ability, const double score) {
    for (const Threshold& threshold : marking.thresholds) {
        if (score >= threshold.scores[ability]) {
            return threshold.level;
        }
    }
    return 0;
}

}  // namespace

domain::Result<domain::Clb> level(
    const TestScale scale, const Ability ability, const double score
) {
    const Marking& marking = marking_of(scale);
    const auto index = static_cast<std::size_t>(ability);
    if (!possible(marking, index, score)) {
        return domain::invalid(std::string{name(ability)}, refusal(marking, index, score));
    }
    return level_reached(marking, index, score);
}

domain::Result<domain::AbilityLevels> levels(
    const domain::LanguageTestKind kind, const RawScores& raw
) {
    const ByAbility scores{raw.listening, raw.reading, raw.writing, raw.speaking};
    std::array<Clb, ability_names.size()> result{};
    for (std::size_t ability = 0; ability < scores.size(); ++ability) {
        const auto converted =
            level(scale_of(kind), static_cast<Ability>(ability), scores[ability]);
        if (!converted) {
            return converted.error();
        }
        result[ability] = *converted;
    }
    return domain::AbilityLevels{
        .listening = result[0],
        .reading = result[1],
        .writing = result[2],
        .speaking = result[3],
    };
}

std::optional<domain::Date> accepted_from(const domain::LanguageTestKind kind) {
    return marking_of(scale_of(kind)).accepted_from;
}

}  // namespace express_entry
