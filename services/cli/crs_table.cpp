#include "services/cli/crs_table.hpp"

#include "services/cli/terminal_text.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <string_view>

namespace cli {
namespace {

using domain::OfficialLanguage;
using express_entry::CrsScore;
using express_entry::Points;
using express_entry::ShownRules;

/// What a section or a row is called.
struct Label {
    std::string_view path;
    std::string_view english;
    std::string_view french;
};

constexpr std::array labels{
    Label{"core", "Core human capital", "Capital humain de base"},
    Label{"core.age", "Age", "Âge"},
    Label{"core.education", "Education", "Études"},
    Label{"core.first_language", "First official language", "Première langue officielle"},
    Label{"core.second_language", "Second official language", "Seconde langue officielle"},
    Label{"core.canadian_work", "Canadian work", "Travail au Canada"},
    Label{"core.subtotal", "Subtotal", "Sous-total"},
    Label{"spouse", "Spouse or partner", "Époux ou conjoint"},
    Label{"spouse.education", "Education", "Études"},
    Label{"spouse.language", "First official language", "Première langue officielle"},
    Label{"spouse.canadian_work", "Canadian work", "Travail au Canada"},
    Label{"spouse.subtotal", "Subtotal", "Sous-total"},
    Label{"transferability", "Skill transferability", "Transférabilité des compétences"},
    Label{"transferability.education_language", "Education and language", "Études et langue"},
    Label{
        "transferability.education_canadian_work",
        "Education and Canadian work",
        "Études et travail au Canada"},
    Label{"transferability.education_group", "Education together", "Études, ensemble"},
    Label{
        "transferability.foreign_language",
        "Foreign work and language",
        "Travail à l’étranger et langue"},
    Label{
        "transferability.foreign_canadian_work",
        "Foreign and Canadian work",
        "Travail à l’étranger et au Canada"},
    Label{
        "transferability.foreign_group", "Foreign work together", "Travail à l’étranger, ensemble"},
    Label{
        "transferability.certificate_group",
        "Trade certificate and language",
        "Certificat de compétence et langue"},
    Label{"transferability.subtotal", "Subtotal", "Sous-total"},
    Label{"additional", "Additional points", "Points supplémentaires"},
    Label{"additional.provincial_nomination", "Provincial nomination", "Désignation provinciale"},
    Label{"additional.job_offer", "Job offer", "Offre d’emploi"},
    Label{"additional.french", "French", "Français"},
    Label{"additional.canadian_study", "Study in Canada", "Études au Canada"},
    Label{"additional.sibling", "Sibling in Canada", "Frère ou sœur au Canada"},
    Label{"additional.uncapped", "Before the cap", "Avant le plafond"},
    Label{"additional.subtotal", "Subtotal", "Sous-total"},
    Label{"total", "Total", "Total"},
};

std::string_view label(const std::string_view path, const OfficialLanguage language) {
    const auto* const found = std::ranges::find(labels, path, &Label::path);
    assert(found != labels.end());
    return language == OfficialLanguage::french ? found->french : found->english;
}

/// One rule set and the score under it.
struct Column {
    const rules::RuleSet* rule_set = nullptr;
    std::string_view role;
    CrsScore score;
};

/// The most that the row can have, where that is less than its parts may add up to.
std::optional<int> cap(const Column& column, const std::string_view path) {
    const rules::RuleSet& rule_set = *column.rule_set;
    if (path == "core.second_language") {
        return rule_set.core.second_language_max[static_cast<std::size_t>(column.score.column)];
    }
    if (path == "transferability.education_group" || path == "transferability.foreign_group" ||
        path == "transferability.certificate_group") {
        return rule_set.transferability.group_cap;
    }
    if (path == "transferability.subtotal") {
        return rule_set.transferability.cap;
    }
    if (path == "additional.subtotal") {
        return rule_set.additional.cap;
    }
    if (path == "total") {
        return rule_set.total_cap;
    }
    return std::nullopt;
}

std::string points_text(
    const Points points, const std::optional<int> cap, const OfficialLanguage language
) {
    const std::string number =
        points ? std::to_string(*points) : wire::text(language, "table.score_unknown");
    return cap ? number + " / " + std::to_string(*cap) : number;
}

/// A label and one cell for each rule set, aligned on the right.
std::string row(const std::string_view label, const std::vector<std::string>& cells) {
    constexpr std::size_t label_width = 38;
    constexpr std::size_t cell_width = 18;
    if (cells.empty()) {
        return std::string{label} + "\n";
    }
    std::string line = fitted(label, label_width);
    for (const std::string& cell : cells) {
        line.append(cell_width - std::min(columns(cell), cell_width - 1), ' ').append(cell);
    }
    return line + "\n";
}

template <class Cell>
std::vector<std::string> cells(const std::vector<Column>& columns, Cell cell) {
    std::vector<std::string> result;
    std::ranges::transform(columns, std::back_inserter(result), cell);
    return result;
}

std::string factor_row(
    const std::vector<Column>& columns,
    const wire::CrsFactor& factor,
    const OfficialLanguage language
) {
    const auto points = [&](const Column& column) {
        return points_text(factor.points(column.score), cap(column, factor.path), language);
    };
    return row("  " + std::string{label(factor.path, language)}, cells(columns, points));
}

std::string breakdown(const std::vector<Column>& columns, const OfficialLanguage language) {
    const auto id = [](const Column& column) { return column.rule_set->id; };
    const auto role = [&](const Column& column) {
        return wire::text(language, "role." + std::string{column.role});
    };
    const auto total = [&](const Column& column) {
        return points_text(column.score.total, cap(column, "total"), language);
    };
    std::string table = row(wire::text(language, "table.rules"), cells(columns, id)) +
                        row("", cells(columns, role));
    std::string_view section;
    for (const wire::CrsFactor& factor : wire::crs_factors) {
        if (factor.section() != section) {
            section = factor.section();
            table += row(label(section, language), {});
        }
        table += factor_row(columns, factor, language);
    }
    return table + row(label("total", language), cells(columns, total));
}

std::string dates(const rules::RuleSet& rule_set) {
    const std::string from = domain::to_string(rule_set.effective_from);
    return rule_set.effective_to ? from + " – " + domain::to_string(*rule_set.effective_to)
                                 : from + " –";
}

}  // namespace

std::string crs_table(
    const rules::RuleBook& rule_book,
    const std::vector<ShownRules>& shown,
    const express_entry::CrsProfile& profile,
    const domain::Date as_of,
    const OfficialLanguage language
) {
    std::vector<Column> columns;
    columns.reserve(shown.size());
    for (const auto& [rule_set, role] : shown) {
        columns.push_back(
            {.rule_set = rule_set,
             .role = wire::name_of<express_entry::LiftRole>(wire::lift_role_names, role),
             .score = express_entry::score(*rule_set, profile.input)}
        );
    }
    std::string text = breakdown(columns, language) + "\n";
    for (const Column& column : columns) {
        text += column.rule_set->id + " (" + dates(*column.rule_set) +
                "): " + wire::status_text(rule_book, *column.rule_set, as_of, language) + "\n";
    }
    if (!profile.notes.empty()) {
        text += "\n" + wire::text(language, "table.not_counted") + "\n";
    }
    for (const express_entry::Noted& noted : profile.notes) {
        text += "  " + noted.path + ": " + wire::note_text(noted, language) + "\n";
    }
    return text + "\n" + domain::to_string(as_of) + ". " + wire::text(language, "notice") + "\n";
}

}  // namespace cli
