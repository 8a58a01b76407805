#pragma once

#include "indexer/coding/model.hpp"
#include "indexer/coding/title_index.hpp"
#include "matcher/domain/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding {

/// A unit group, and how probable it is that the job belongs to it.
struct Suggestion {
    domain::NocCode noc;
    float probability = 0;  ///< 0 to 1.
};

struct Coding {
    std::vector<Suggestion> top;  ///< At most five, the most probable first; none without words.
    float teer_certainty = 0;     ///< 0 to 1: of all unit groups with the TEER of the first.
    bool abstained = true;        ///< Not sure enough of the TEER to call the first one the answer.
};

/// Below this the first unit group is no answer, however sure its TEER category is: a mere
/// "technician" is of TEER 2, and of any field.
inline constexpr float answer_probability_min = 0.15F;

/// French by its words, or by its accents where those do not tell; else English.
domain::OfficialLanguage title_language(std::string_view title);

/// Finds the NOC 2021 unit group of a job from its title and duties. Pure, and safe to use from
/// several threads.
class Coder {
public:
    /// With the titles of the official index, where that has been imported, and those of our own: a
    /// title that stands there is worth more than what the model makes of it.
    explicit Coder(Model model, std::vector<IndexTitle> index = {});

    Coding code(std::string_view title, const std::vector<std::string>& duties = {}) const;

    /// Of `choices`, the one that the title and duties speak for, with its probability among them.
    /// Nothing where there is no choice.
    ///
    /// A title of the official index stands for its unit group. Where the index tells several of
    /// the choices apart by what it adds to the title (`Farm worker - harvesting`, `- livestock`),
    /// the title says nothing of which of them it is, and the duties are asked alone.
    std::optional<Suggestion> choose(
        const std::vector<domain::NocCode>& choices,
        std::string_view title,
        const std::vector<std::string>& duties = {}
    ) const;

private:
    /// From the scores of the title; those of the duties come to them.
    std::vector<float> probabilities(
        std::vector<float> scores, const std::vector<std::string>& duties
    ) const;

    /// Adds what the index says of a title, or of part of it, where that is one unit group.
    void add_index(std::vector<float>& chances, std::string_view title) const;

    /// What the duties alone say, as scores; without any, none.
    std::vector<float> duty_scores(const std::vector<std::string>& duties) const;

    /// The likeliest of `choices`, with its share in what they have together.
    std::optional<Suggestion> likeliest(
        const TitleIndex::Nocs& choices, const std::vector<float>& chances
    ) const;

    Model model_;
    TitleIndex index_;
};

}  // namespace coding
