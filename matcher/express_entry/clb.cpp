#include "matcher/express_entry/clb.hpp"

#include "embedded_language_tests.hpp"
#include "matcher/document/field_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace express_entry {
namespace {

using document::FieldReader;
using document::ValueReader;
using domain::Clb;

constexpr std::array<std::string_view, 4> ability_names{
    "listening", "reading", "writing", "speaking"};
using ByAbility = std::array<double, ability_names.size()>;

/// The lowest score in each ability that reaches a level.
struct Threshold {
    Clb level = 0;
    ByAbility scores{};
};

/// How one test is marked.
struct Scale {
    double step = 1;
    ByAbility min{};
    ByAbility max{};
    std::vector<Threshold> thresholds;  ///< Highest first.
};

/// In the order of domain::LanguageTestKind.
constexpr std::array<std::string_view, 5> test_names{
    "ielts_general", "celpip_general", "pte_core", "tef_canada", "tcf_canada"};
using Scales = std::array<Scale, test_names.size()>;

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

Scale read_scale(FieldReader& in) {
    return {
        .step = in.required("step").number({}),
        .min = in.required("min").object(read_abilities),
        .max = in.required("max").object(read_abilities),
        .thresholds = in.required("levels").array([](const ValueReader& row) {
            return row.object(read_threshold);
        }),
    };
}

Scales read_file(FieldReader& in) {
    Scales scales;
    std::ranges::transform(test_names, scales.begin(), [&in](const std::string_view test) {
        return in.required(test).object(read_scale);
    });
    return scales;
}

/// The file is compiled in, so that a fault in it is ours: it ends the program.
Scales read_scales() {
    return document::parse_document(
               embedded_language_tests::language_tests.text,
               [](const ValueReader& root) { return root.object(read_file); }
    ).value();
}

const Scale& scale_of(const domain::LanguageTestKind kind) {
    static const Scales scales = read_scales();
    return scales[static_cast<std::size_t>(kind)];
}

/// Whether the test gives this score; halves and whole numbers are exact in a double.
bool possible(const Scale& scale, const std::size_t ability, const double score) {
    return score >= scale.min[ability] && score <= scale.max[ability] &&
           std::fmod(score, scale.step) == 0;
}

std::string refusal(const Scale& scale, const std::size_t ability, const double score) {
    std::ostringstream message;
    message << score << " is not a " << ability_names[ability]
            << " score of this test: " << scale.min[ability] << " to " << scale.max[ability]
            << " in steps of " << scale.step;
    return message.str();
}

Clb level(const Scale& scale, const std::size_t ability, const double score) {
    for (const Threshold& threshold : scale.thresholds) {
        if (score >= threshold.scores[ability]) {
            return threshold.level;
        }
    }
    return 0;
}

}  // namespace

domain::Result<domain::AbilityLevels> levels(
    const domain::LanguageTestKind kind, const RawScores& raw
) {
    const Scale& scale = scale_of(kind);
    const ByAbility scores{raw.listening, raw.reading, raw.writing, raw.speaking};
    std::array<Clb, ability_names.size()> result{};
    for (std::size_t ability = 0; ability < scores.size(); ++ability) {
        if (!possible(scale, ability, scores[ability])) {
            return domain::invalid(
                std::string{ability_names[ability]}, refusal(scale, ability, scores[ability])
            );
        }
        result[ability] = level(scale, ability, scores[ability]);
    }
    return domain::AbilityLevels{
        .listening = result[0],
        .reading = result[1],
        .writing = result[2],
        .speaking = result[3],
    };
}

}  // namespace express_entry
