#pragma once

#include "matcher/express_entry/crs.hpp"
#include "matcher/rules/rule_set.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// What a person states of themselves, with age, levels and whole years given directly:
///
///     {"age": 29, "marital": "single", "education": "doctoral",
///      "first_language": {"language": "en", "clb": {"listening": 9, ...}}, ...}
///
/// `age`, `marital` and `education` are required; what is left out or null is nothing, none or no.
/// `raw_tests.first` and `.second` give the scores of a test in place of `clb` or in agreement with
/// it; `foreign_work_months` stands in place of `foreign_work_years` or agrees with it; `relative`
/// is a remark that earns nothing. Any other member is refused.
domain::Result<express_entry::CrsInput> crs_input_from(const boost::json::value& input);

/// `{rules{id, status, effective_from, effective_to, confirmed}, column, core{...}, spouse{...},
/// transferability{...}, additional{...}, total, unknown[], max{core{...}, ..., total}, lost[{path,
/// points}]}`. Points that rest on a figure which is not known are null, and `unknown` lists the
/// paths of those that make them so. `max` is the most that each line can come to, and `lost` what
/// the caps took away.
boost::json::object crs_score_json(
    const rules::RuleSet& rule_set, domain::Date as_of, const express_entry::CrsInput& input
);

/// What a cap took away from the line of a score with this path.
struct LostPoints {
    std::string_view path;
    int points = 0;
};
std::vector<LostPoints> lost_points(
    const rules::RuleSet& rule_set,
    const express_entry::CrsInput& input,
    const express_entry::CrsScore& score
);

/// Paths of the factors whose points are not known: `core.canadian_work`, `additional.job_offer`.
std::vector<std::string> unknown_factors(const express_entry::CrsScore& score);

/// One line of a score: a factor, the sum of a group, or the subtotal of a section.
struct CrsFactor {
    std::string_view path;  ///< `<section>.<name>`.
    express_entry::Points (*points)(const express_entry::CrsScore&);

    constexpr std::string_view section() const { return path.substr(0, path.find('.')); }
    constexpr std::string_view name() const { return path.substr(path.find('.') + 1); }
};

/// Every line of a score in the order in which it is read, section by section.
inline constexpr auto crs_factors = [] {
    using Score = express_entry::CrsScore;
    using express_entry::Points;
    return std::array{
        CrsFactor{"core.age", [](const Score& of) -> Points { return of.core.age; }},
        CrsFactor{"core.education", [](const Score& of) -> Points { return of.core.education; }},
        CrsFactor{
            "core.first_language",
            [](const Score& of) -> Points { return of.core.first_language; }},
        CrsFactor{
            "core.second_language",
            [](const Score& of) -> Points { return of.core.second_language; }},
        CrsFactor{"core.canadian_work", [](const Score& of) { return of.core.canadian_work; }},
        CrsFactor{"core.subtotal", [](const Score& of) { return of.core.subtotal; }},
        CrsFactor{
            "spouse.education", [](const Score& of) -> Points { return of.spouse.education; }},
        CrsFactor{"spouse.language", [](const Score& of) -> Points { return of.spouse.language; }},
        CrsFactor{
            "spouse.canadian_work",
            [](const Score& of) -> Points { return of.spouse.canadian_work; }},
        CrsFactor{"spouse.subtotal", [](const Score& of) -> Points { return of.spouse.subtotal; }},
        CrsFactor{
            "transferability.education_language",
            [](const Score& of) -> Points { return of.transferability.education_language; }},
        CrsFactor{
            "transferability.education_canadian_work",
            [](const Score& of) -> Points { return of.transferability.education_canadian_work; }},
        CrsFactor{
            "transferability.education_group",
            [](const Score& of) -> Points { return of.transferability.education_group; }},
        CrsFactor{
            "transferability.foreign_language",
            [](const Score& of) -> Points { return of.transferability.foreign_language; }},
        CrsFactor{
            "transferability.foreign_canadian_work",
            [](const Score& of) -> Points { return of.transferability.foreign_canadian_work; }},
        CrsFactor{
            "transferability.foreign_group",
            [](const Score& of) -> Points { return of.transferability.foreign_group; }},
        CrsFactor{
            "transferability.certificate_group",
            [](const Score& of) -> Points { return of.transferability.certificate_group; }},
        CrsFactor{
            "transferability.subtotal",
            [](const Score& of) -> Points { return of.transferability.subtotal; }},
        CrsFactor{
            "additional.provincial_nomination",
            [](const Score& of) -> Points { return of.additional.provincial_nomination; }},
        CrsFactor{"additional.job_offer", [](const Score& of) { return of.additional.job_offer; }},
        CrsFactor{
            "additional.french", [](const Score& of) -> Points { return of.additional.french; }},
        CrsFactor{
            "additional.canadian_study",
            [](const Score& of) -> Points { return of.additional.canadian_study; }},
        CrsFactor{
            "additional.sibling", [](const Score& of) -> Points { return of.additional.sibling; }},
        CrsFactor{"additional.uncapped", [](const Score& of) { return of.additional.uncapped; }},
        CrsFactor{"additional.subtotal", [](const Score& of) { return of.additional.subtotal; }},
    };
}();

}  // namespace wire
