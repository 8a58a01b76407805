#include "services/cli/crs_table.hpp"

#include "matcher/express_entry/crs_caps.hpp"
#include "services/cli/terminal_text.hpp"
#include "services/wire/crs_insights.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <algorithm>
#include <string_view>

namespace cli {
namespace {

using domain::OfficialLanguage;
using express_entry::CrsScore;
using express_entry::Points;

std::string label(const std::string_view path, const OfficialLanguage language) {
    return wire::text(language, wire::message_code("crs", path));
}

/// One rule set, the score under it, and the most that it could be.
struct Column {
    const rules::RuleSet* rule_set = nullptr;
    std::string_view role;
    CrsScore score;
    CrsScore most;
};

/// `12 / 100`; where neither is known, one word says so.
std::string points_text(const Points points, const Points most, const OfficialLanguage language) {
    std::string unknown = wire::text(language, "table.score_unknown");
    if (!points && !most) {
        return unknown;
    }
    return (points ? std::to_string(*points) : unknown) + " / " +
           (most ? std::to_string(*most) : unknown);
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
        return points_text(factor.points(column.score), factor.points(column.most), language);
    };
    return row("  " + std::string{label(factor.path, language)}, cells(columns, points));
}

std::string breakdown(const std::vector<Column>& columns, const OfficialLanguage language) {
    const auto id = [](const Column& column) { return column.rule_set->id; };
    const auto role = [&](const Column& column) {
        return wire::text(language, "role." + std::string{column.role});
    };
    const auto total = [&](const Column& column) {
        return points_text(column.score.total, column.most.total, language);
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

/// What the caps took away under the first rule set, which is the basis unless another was asked
/// for.
std::string lost_lines(
    const Column& column, const express_entry::CrsInput& input, const OfficialLanguage language
) {
    std::string lines;
    for (const wire::LostPoints& lost : wire::lost_points(*column.rule_set, input, column.score)) {
        const std::string section = label(lost.path.substr(0, lost.path.find('.')), language);
        lines +=
            "  " + section + ", " + label(lost.path, language) + ": " +
            wire::text(language, "table.lost_to_cap", {{"points", std::int64_t{lost.points}}}) +
            "\n";
    }
    return lines.empty() ? "" : wire::text(language, "table.lost") + "\n" + lines + "\n";
}

/// What stands in the answer beside the score, each under its words.
std::string insight_lines(const wire::AnswerContext& context, const wire::CrsQuestion& question) {
    std::string lines =
        wire::column_reason_text(question.profile.input.marital, context.language) + "\n";
    const auto add = [&lines](const boost::json::value& insight) {
        if (insight.is_object()) {
            lines.append(insight.at("reason").at("text").as_string()).append("\n");
        }
    };
    add(wire::language_order_json(context, question.profile.input));
    if (!question.candidate) {
        return lines + "\n";
    }
    add(wire::swapped_json(context, *question.candidate));
    const boost::json::object work = wire::work_json(context, *question.candidate);
    lines += "\n" + wire::text(context.language, "table.work") + "\n";
    for (const boost::json::value& months : work.at("months").as_array()) {
        std::string span{months.at("from").as_string()};
        if (months.at("to") != months.at("from")) {
            span.append(" – ").append(months.at("to").as_string());
        }
        std::string words;
        for (const boost::json::value& reason : months.at("reasons").as_array()) {
            words.append(words.empty() ? "" : "; ").append(reason.at("text").as_string());
        }
        std::string head = "  " + fitted(span, 19);
        for (const std::string& line : wrapped(words, line_width - columns(head))) {
            lines.append(head).append(line).append("\n");
            head.assign(columns(head), ' ');
        }
    }
    return lines + "\n";
}

std::string dates(const rules::RuleSet& rule_set) {
    const std::string from = domain::to_string(rule_set.effective_from);
    return rule_set.effective_to ? from + " – " + domain::to_string(*rule_set.effective_to)
                                 : from + " –";
}

}  // namespace

std::string crs_table(const wire::AnswerContext& context, const wire::CrsQuestion& question) {
    const express_entry::CrsInput& input = question.profile.input;
    const OfficialLanguage language = context.language;
    const auto shown = context.shown();
    std::vector<Column> columns;
    columns.reserve(shown.size());
    for (const auto& [rule_set, role] : shown) {
        const CrsScore score = express_entry::score(*rule_set, input);
        columns.push_back(
            {.rule_set = rule_set,
             .role = wire::name_of<express_entry::LiftRole>(wire::lift_role_names, role),
             .score = score,
             .most = express_entry::maxima(*rule_set, score.column)}
        );
    }
    std::string text = breakdown(columns, language) + "\n" +
                       lost_lines(columns.front(), input, language) +
                       insight_lines(context, question);
    for (const Column& column : columns) {
        text += column.rule_set->id + " (" + dates(*column.rule_set) + "): " +
                wire::status_text(context.rule_book, *column.rule_set, context.as_of, language) +
                "\n";
    }
    const auto& notes = question.profile.notes;
    if (!notes.empty()) {
        text += "\n" + wire::text(language, "table.not_counted") + "\n";
    }
    for (const express_entry::Noted& noted : notes) {
        text += "  " + noted.path + ": " + wire::note_text(noted, language) + "\n";
    }
    return text + "\n" + domain::to_string(context.as_of) + ". " + wire::text(language, "notice") +
           "\n";
}

}  // namespace cli
