#pragma once

#include "indexer/coding/model.hpp"
#include "matcher/domain/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace coding {

/// A title of the official index of titles, and the unit group it belongs to.
struct IndexTitle {
    std::string title;
    domain::NocCode noc;
};

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
    /// With the titles of the official index, where that has been imported: a title that stands
    /// there is worth more than what the model makes of it.
    explicit Coder(Model model, const std::vector<IndexTitle>& index = {});

    Coding code(std::string_view title, const std::vector<std::string>& duties = {}) const;

    /// Of `choices`, the one that the title and duties speak for, with its probability among them.
    /// Nothing where there is no choice.
    std::optional<Suggestion> choose(
        const std::vector<domain::NocCode>& choices,
        std::string_view title,
        const std::vector<std::string>& duties = {}
    ) const;

private:
    /// From the scores of the title; duties and the index come to them.
    std::vector<float> probabilities(
        std::vector<float> chances, std::string_view title, const std::vector<std::string>& duties
    ) const;

    Model model_;
    /// Words of an index title -> unit group; of one that belongs to several, none.
    std::unordered_map<std::string, std::optional<domain::NocCode>> index_;
};

}  // namespace coding
