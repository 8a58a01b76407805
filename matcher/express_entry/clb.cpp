#include "matcher/express_entry/clb.hpp"

#include "embedded_language_tests.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace express_entry {
namespace {

namespace json = boost::json;
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

ByAbility read_abilities(const json::value& object) {
    ByAbility scores{};
    for (std::size_t ability = 0; ability < scores.size(); ++ability) {
        scores[ability] = object.at(ability_names[ability]).to_number<double>();
    }
    return scores;
}

Scale read_scale(const json::value& object) {
    Scale scale{
        .step = object.at("step").to_number<double>(),
        .min = read_abilities(object.at("min")),
        .max = read_abilities(object.at("max")),
        .thresholds = {},
    };
    for (const json::value& row : object.at("levels").as_array()) {
        scale.thresholds.push_back(
            {.level = row.at("level").to_number<Clb>(), .scores = read_abilities(row)}
        );
    }
    return scale;
}

/// The file is compiled in, so that a fault in it is ours: it ends the program.
Scales read_scales() {
    const json::value file = json::parse(embedded_language_tests::language_tests.text);
    Scales scales;
    for (std::size_t test = 0; test < scales.size(); ++test) {
        scales[test] = read_scale(file.at(test_names[test]));
    }
    return scales;
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
