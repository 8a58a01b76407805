#include "matcher/express_entry/fsw_grid.hpp"

#include <algorithm>

namespace express_entry {
namespace {

std::size_t step(const int value) { return static_cast<std::size_t>(value); }

int language_points(const rules::FswGrid& grid, const FswInput& input) {
    int first = 0;
    if (input.first_language) {
        const domain::AbilityLevels& levels = input.first_language->levels;
        for (const domain::Clb level :
             {levels.listening, levels.reading, levels.writing, levels.speaking}) {
            first += grid.first_language[step(level)];
        }
    }
    const bool second = input.second_language &&
                        input.second_language->levels.lowest() >= grid.second_language_level;
    return std::min(
        grid.language_max,
        std::min(grid.first_language_max, first) + (second ? grid.second_language : 0)
    );
}

int adaptability_points(const rules::FswGrid& grid, const FswInput& input) {
    const rules::FswGrid::Adaptability& points = grid.adaptability;
    int sum = 0;
    if (input.spouse) {
        const auto& levels = input.spouse->levels;
        sum +=
            levels && levels->lowest() >= points.spouse_language_level ? points.spouse_language : 0;
        sum += input.spouse->studied_in_canada_2y ? points.spouse_study : 0;
        sum += input.spouse->worked_in_canada_1y ? points.spouse_work : 0;
    }
    sum += input.studied_in_canada_2y ? points.own_study : 0;
    sum += input.canadian_skilled_work_years > 0 ? points.own_work : 0;
    sum += input.arranged_employment ? points.arranged_employment : 0;
    sum += input.relative_in_canada ? points.relative : 0;
    return std::min(points.max, sum);
}

}  // namespace

FswScore fsw_score(const rules::FswGrid& grid, const FswInput& input) {
    const int years = std::min(
        rules::work_years_max, input.canadian_skilled_work_years + input.foreign_skilled_work_years
    );
    FswScore score{
        .language = language_points(grid, input),
        .education = grid.education[static_cast<std::size_t>(input.education)],
        .experience = grid.experience[step(years)],
        .age = grid.age[step(input.age)],
        .arranged_employment = input.arranged_employment ? grid.arranged_employment : 0,
        .adaptability = adaptability_points(grid, input),
    };
    score.total = score.language + score.education + score.experience + score.age +
                  score.arranged_employment + score.adaptability;
    return score;
}

}  // namespace express_entry
