#include "services/cli/matches_table.hpp"

#include "services/cli/posting_facts.hpp"
#include "services/cli/terminal_text.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace cli {
namespace {

using express_entry::Lift;
using express_entry::LiftRole;

constexpr std::size_t fit_width = 3;  // `100`

enum class Emphasis { bold, dim, warning };

/// Writes the table line by line in one language and style.
class MatchesTableWriter {
public:
    MatchesTableWriter(const rules::RuleBook& rule_book, const TableStyle& style)
        : rule_book_{rule_book}, style_{style} {
        score_width_ = std::max(columns(text("table.score")), columns(text("table.score_unknown")));
        for (const auto& named : wire::lift_role_names) {
            role_width_ = std::max(role_width_, columns(role(named.value)));
        }
    }

    void heading(const matching::Matches& matches);
    void posting(std::size_t rank, const matching::Match& match);
    void notice() { paragraph(0, text("notice")); }
    void blank() { table_ += '\n'; }

    std::string table() && { return std::move(table_); }

private:
    static constexpr std::size_t indent = 5;  ///< Of everything under a posting's first line.

    std::string text(const std::string_view code, const wire::Arguments& arguments = {}) const {
        return wire::text(style_.language, code, arguments);
    }
    std::string role(const LiftRole role) const {
        return text(wire::message_code("role", wire::name_of(wire::lift_role_names, role)));
    }
    std::string coloured(const std::string& line, Emphasis emphasis) const;
    void line(std::size_t margin, const std::string& content) {
        table_.append(margin, ' ').append(content).append("\n");
    }
    void paragraph(std::size_t margin, const std::string& content);
    void rules_line(const express_entry::ShownRules& shown, const matching::Matches& matches);
    void labelled(
        std::size_t margin,
        const std::string& label,
        const std::string& content,
        std::optional<Emphasis> emphasis
    );
    void lift_lines(const Lift& lift);
    std::string parts(const fit::Fit& fit) const;
    std::string points(const Lift& lift) const;

    const rules::RuleBook& rule_book_;
    TableStyle style_;
    std::size_t role_width_ = 0;
    std::size_t score_width_ = 0;
    std::string table_;
};

std::string MatchesTableWriter::coloured(const std::string& line, const Emphasis emphasis) const {
    if (!style_.colour) {
        return line;
    }
    const char* sequence = emphasis == Emphasis::bold  ? "\x1b[1m"
                           : emphasis == Emphasis::dim ? "\x1b[2m"
                                                       : "\x1b[33m";
    return sequence + line + "\x1b[0m";
}

void MatchesTableWriter::paragraph(const std::size_t margin, const std::string& content) {
    for (const std::string& part : wrapped(content, style_.width - margin)) {
        line(margin, part);
    }
}

/// The content wrapped beside its label.
void MatchesTableWriter::labelled(
    const std::size_t margin,
    const std::string& label,
    const std::string& content,
    const std::optional<Emphasis> emphasis
) {
    const std::size_t label_width = columns(label);
    std::string before = label;
    for (const std::string& part : wrapped(content, style_.width - margin - label_width)) {
        line(margin, before + (emphasis ? coloured(part, *emphasis) : part));
        before.assign(label_width, ' ');
    }
}

void MatchesTableWriter::heading(const matching::Matches& matches) {
    const std::string order{wire::name_of(wire::order_names, matches.query.order)};
    paragraph(
        0,
        text(
            "table.title",
            {{"count", std::int64_t(matches.best.size())},
             {"live", std::int64_t(matches.live)},
             {"date", matches.query.as_of}}
        ) + ", " +
            text("table.order", {{"order", order}})
    );
    blank();
    const std::string rules = fitted(text("table.rules"), role_width_ + 2 + 10 + 2);
    line(0, coloured(rules + text("table.score"), Emphasis::dim));
    for (const auto& shown :
         express_entry::shown_rules(rule_book_, matches.query.asked, matches.query.as_of)) {
        rules_line(shown, matches);
    }
    for (const express_entry::Noted& noted : matches.profile.notes) {
        const std::string where = noted.path.empty() ? "" : noted.path + ": ";
        paragraph(
            0, text("table.not_counted") + ": " + where + wire::note_text(noted, style_.language)
        );
    }
}

void MatchesTableWriter::rules_line(
    const express_entry::ShownRules& shown, const matching::Matches& matches
) {
    const rules::RuleSet& rule_set = *shown.rule_set;
    const auto total = express_entry::score(rule_set, matches.profile.input).total;
    const std::string score = total ? std::to_string(*total) : text("table.score_unknown");
    const std::string label = fitted(role(shown.role), role_width_ + 2) + rule_set.id + "  " +
                              fitted(score, score_width_ + 2);
    labelled(
        0, label, wire::status_text(rule_book_, rule_set, matches.query.as_of, style_.language), {}
    );
}

void MatchesTableWriter::posting(const std::size_t rank, const matching::Match& match) {
    std::string number = std::to_string(rank);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, ' ');
    const std::string open_to =
        text("table.open_to", {{"date", domain::last_live_day(match.posting())}});
    const std::string before =
        number + "  " + fitted(std::to_string(match.fit.total), fit_width) + "  ";
    const std::size_t title_width = style_.width - columns(before) - columns(open_to) - 2;
    const std::string title = fitted(printable(match.posting().title), title_width);
    line(0, before + coloured(title, Emphasis::bold) + "  " + open_to);
    paragraph(indent, posting_facts(match.posting(), style_.language));
    paragraph(indent, parts(match.fit));
    for (const Lift& lift : match.lifts) {
        lift_lines(lift);
    }
    for (const fit::PlacedAfter fact : match.placed_after) {
        const std::string_view quote = wire::placed_after_quote(fact, match.posting());
        const std::string what = wire::placed_after_text(fact, style_.language);
        const std::string why =
            text("table.placed_after") + ": " +
            (quote.empty() ? what
                           : text("table.quoted", {{"what", what}, {"words", printable(quote)}}));
        for (const std::string& part : wrapped(why, style_.width - indent)) {
            line(indent, coloured(part, Emphasis::warning));
        }
    }
}

/// `45 occupation · 10 experience`: what the fit is the sum of.
std::string MatchesTableWriter::parts(const fit::Fit& fit) const {
    std::string joined;
    for (const fit::Part& part : fit.parts) {
        joined.append(joined.empty() ? "= " : " + ")
            .append(std::to_string(part.points))
            .append(" ")
            .append(wire::part_text(part.kind, style_.language));
    }
    return joined;
}

void MatchesTableWriter::lift_lines(const Lift& lift) {
    const std::string label = fitted(role(lift.role), role_width_ + 2) + lift.rule_set->id + "  ";
    const bool counts = lift.points.value_or(0) > 0;
    labelled(indent, label, points(lift), counts ? std::optional{Emphasis::bold} : std::nullopt);
}

std::string MatchesTableWriter::points(const Lift& lift) const {
    const std::string reason = wire::reason_text(lift, style_.language);
    if (!lift.points) {
        return text("table.points_unknown", {{"reason", reason}});
    }
    if (*lift.points == 0) {
        return text("table.points_zero", {{"reason", reason}});
    }
    if (lift.conditions.empty()) {
        return text("table.points_added", {{"points", *lift.points}});
    }
    std::vector<std::string> conditions;
    for (const express_entry::LiftCondition condition : lift.conditions) {
        conditions.push_back(wire::condition_text(condition, style_.language));
    }
    return text(
        "table.points_if",
        {{"points", *lift.points}, {"conditions", wire::join(style_.language, conditions)}}
    );
}

}  // namespace

std::string matches_table(
    const matching::Matches& matches, const rules::RuleBook& rule_book, const TableStyle& style
) {
    MatchesTableWriter writer{rule_book, style};
    writer.heading(matches);
    for (std::size_t index = 0; index < matches.best.size(); ++index) {
        writer.blank();
        writer.posting(index + 1, matches.best[index]);
    }
    writer.blank();
    writer.notice();
    return std::move(writer).table();
}

}  // namespace cli
