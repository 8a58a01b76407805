#include "services/cli/engine_tables.hpp"

#include "services/cli/terminal_text.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

/// Lines of text with labels in columns; what is too long goes on under its own column.
class Page {
public:
    explicit Page(const OfficialLanguage language) : language_{language} {}

    std::string text(const std::string_view code, const wire::Arguments& arguments = {}) const {
        return wire::text(language_, code, arguments);
    }
    std::string verdict(const json::value& value) const {
        return text(wire::message_code("verdict", value.as_string()));
    }
    std::string points(const json::value& value, const std::string_view plus = "") const {
        if (value.is_null()) {
            return text("table.score_unknown");
        }
        const std::int64_t number = value.as_int64();
        return (number > 0 ? std::string{plus} : "") + std::to_string(number);
    }

    void line(const std::string_view content) { page_.append(content).append("\n"); }

    /// Labels, each in its width, and after them words that may take several lines. A label that is
    /// wider has the line to itself.
    void row(
        const std::vector<std::pair<std::string, std::size_t>>& labels, const std::string& words
    ) {
        std::string head = "  ";
        std::size_t margin = columns(head);
        for (const auto& [label, width] : labels) {
            margin += width + 2;
            head += columns(label) > width ? label : fitted(label, width);
            head += "  ";
        }
        if (columns(head) > margin) {
            line(head.substr(0, head.find_last_not_of(' ') + 1));
            head = std::string(margin, ' ');
        }
        for (const std::string& content : wrapped(words, line_width - margin)) {
            line(head + content);
            head = std::string(margin, ' ');
        }
    }

    /// One cell for each rule set, aligned on the right under the ids.
    std::string cells(const json::array& by_rules, const std::string_view plus = "") const {
        std::string result;
        for (const json::value& one : by_rules) {
            const std::string cell = points(one.at("points"), plus);
            result.append(12 - std::min<std::size_t>(columns(cell), 11), ' ').append(cell);
        }
        return result;
    }
    void rules_heading(const json::array& rules) {
        std::string ids;
        for (const json::value& one : rules) {
            ids.append("  ").append(one.at("rules").as_string());
        }
        line(fitted("", 12) + ids);
    }

    /// What the document says that does not count, the status of the rules, and the notice.
    std::string finished(const json::object& answer) && {
        for (const char* const list : {"rules", "lift", "scores"}) {
            const json::value* rules = answer.if_contains(list);
            if (rules != nullptr && rules->as_array().front().as_object().contains("status_text")) {
                line("");
                for (const json::value& one : rules->as_array()) {
                    row({{std::string{one.at("rules").as_string()}, 10}},
                        std::string{one.at("status_text").as_string()});
                }
                break;
            }
        }
        add_versions(answer);
        if (const json::value* notes = answer.if_contains("notes");
            notes != nullptr && !notes->as_array().empty()) {
            line("");
            line(text("table.not_counted"));
            for (const json::value& note : notes->as_array()) {
                row({{std::string{note.at("path").as_string()}, 18}},
                    std::string{note.at("text").as_string()});
            }
        }
        line("");
        for (const std::string& words : wrapped(
                 std::string{answer.at("as_of").as_string()} + ". " +
                     std::string{answer.at("notice").as_string()},
                 line_width
             )) {
            line(words);
        }
        return std::move(page_);
    }

private:
    /// Which dated rules of programs and categories the answer rests on.
    void add_versions(const json::object& answer) {
        bool first = true;
        for (const char* const which : {"program_rules", "category_rules"}) {
            const json::value* version = answer.if_contains(which);
            if (version != nullptr && version->is_object()) {
                if (std::exchange(first, false)) {
                    line("");
                }
                line(
                    "  " + text(
                               wire::message_code("label", which),
                               {{"date", std::string{version->at("effective_from").as_string()}}}
                           )
                );
            }
        }
    }

    OfficialLanguage language_;
    std::string page_;
};

std::string words(const json::value& reason) { return std::string{reason.at("text").as_string()}; }
std::string string(const json::value& value) { return std::string{value.as_string()}; }

constexpr std::size_t verdict_width = 8;
constexpr std::size_t clause_width = 22;
constexpr std::size_t name_width = 36;

void add_clauses(Page& page, const json::array& clauses) {
    for (const json::value& clause : clauses) {
        page.row(
            {{page.verdict(clause.at("verdict")), verdict_width},
             {string(clause.at("name")), clause_width}},
            words(clause.at("reason"))
        );
    }
}

void add_categories(Page& page, const json::array& categories) {
    if (categories.empty()) {
        return;
    }
    page.line("");
    page.line(page.text("label.categories"));
    for (const json::value& one : categories) {
        page.row(
            {{page.verdict(one.at("member")), verdict_width}, {string(one.at("name")), name_width}},
            words(one.at("reason"))
        );
    }
}

void add_deadlines(Page& page, const json::array& deadlines) {
    if (deadlines.empty()) {
        return;
    }
    page.line("");
    page.line(page.text("label.deadlines"));
    for (const json::value& one : deadlines) {
        page.row({{string(one.at("date")), 10}}, words(one.at("reason")));
    }
}

/// `80 = 24 + 21 + ...`
std::string grid_text(const json::object& grid) {
    std::string sum;
    for (const auto& [factor, points] : grid) {
        if (factor != "total") {
            sum += (sum.empty() ? "" : " + ") + std::to_string(points.as_int64());
        }
    }
    return std::to_string(grid.at("total").as_int64()) + " = " + sum;
}

}  // namespace

std::string programs_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    for (const json::value& program : answer.at("programs").as_array()) {
        std::string heading =
            string(program.at("name")) + ": " + page.verdict(program.at("eligible"));
        if (program.at("grid").is_object()) {
            heading += " (" + grid_text(program.at("grid").as_object()) + ")";
        }
        page.line(heading);
        add_clauses(page, program.at("clauses").as_array());
    }
    add_categories(page, answer.at("categories").as_array());
    return std::move(page).finished(answer);
}

std::string offer_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    const json::object& offer = answer.at("offer").as_object();
    page.line(page.text("label.qualifies") + ": " + page.verdict(offer.at("qualifies")));
    add_clauses(page, offer.at("checks").as_array());
    page.line("");
    page.line(page.text("label.lift"));
    for (const json::value& lift : answer.at("lift").as_array()) {
        std::string reason = words(lift.at("reason"));
        const json::array& stated = lift.at("conditions").as_array();
        std::vector<std::string> conditions;
        conditions.reserve(stated.size());
        for (const json::value& condition : stated) {
            conditions.push_back(words(condition));
        }
        const json::value& points = lift.at("points");
        if (points.is_int64() && points.as_int64() > 0 && !conditions.empty()) {
            reason = page.text(
                "table.points_if",
                {{"points", points.as_int64()}, {"conditions", wire::join(language, conditions)}}
            );
        }
        page.row(
            {{string(lift.at("rules")), 10}, {page.points(points, "+"), verdict_width}}, reason
        );
    }
    page.line("");
    page.line(page.text("label.programs"));
    for (const json::value& program : answer.at("programs").as_array()) {
        page.row(
            {{page.verdict(program.at("before")) + " → " + page.verdict(program.at("after")), 18}},
            string(program.at("name"))
        );
    }
    for (const json::value& opened : answer.at("categories_opened").as_array()) {
        page.row(
            {{page.text("label.after_months", {{"months", opened.at("months").as_int64()}}), 18}},
            string(opened.at("name"))
        );
    }
    return std::move(page).finished(answer);
}

std::string rounds_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    page.line(page.text("label.rounds", {{"months", answer.at("months").as_int64()}}));
    if (answer.at("latest_round").is_string()) {
        page.line(
            "  " + page.text("label.latest_round", {{"date", string(answer.at("latest_round"))}})
        );
    }
    const json::array& scores = answer.at("scores").as_array();
    for (const json::value& score : scores) {
        const auto same = [&](const json::value& other) {
            return other.at("total") == score.at("total");
        };
        if (std::find_if(scores.begin(), scores.end(), same) != &score) {
            continue;  // Stands under the first rule set with this total.
        }
        std::string ids;
        for (const json::value& other : scores) {
            if (same(other)) {
                ids += (ids.empty() ? "" : ", ") + string(other.at("rules"));
            }
        }
        page.line("");
        page.line(ids + ": " + page.text("table.score") + " " + page.points(score.at("total")));
        for (const json::value& standing : score.at("standings").as_array()) {
            page.row(
                {{page.verdict(standing.at("invited")), verdict_width},
                 {string(standing.at("type_name")), name_width}},
                string(standing.at("text"))
            );
        }
    }
    page.line("");
    page.line(page.text("label.invited"));
    add_categories(page, answer.at("categories").as_array());
    return std::move(page).finished(answer);
}

std::string projection_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    page.line(page.text("label.projection"));
    page.rules_heading(answer.at("rules").as_array());
    const json::array& months = answer.at("months").as_array();
    for (const json::value& month : months) {
        const json::array& events = month.at("events").as_array();
        const bool at_an_end = &month == &months.front() || &month == &months.back();
        if (events.empty() && !at_an_end) {
            continue;
        }
        for (const json::value& event : events) {
            page.row(
                {{string(event.at("date")), 10},
                 {page.cells(event.at("points").as_array(), "+"),
                  12 * event.at("points").as_array().size()}},
                words(event.at("reason"))
            );
        }
        page.line(
            "  " + string(month.at("date")) + "  " + page.cells(month.at("totals").as_array())
        );
    }
    add_deadlines(page, answer.at("deadlines").as_array());
    return std::move(page).finished(answer);
}

std::string advice_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    page.line(page.text("label.advice"));
    const json::array& advice = answer.at("advice").as_array();
    std::string ids;
    for (const json::value& one : answer.at("rules").as_array()) {
        ids.append("  ").append(one.at("rules").as_string());
    }
    page.line("  " + ids);
    page.line("  " + page.cells(answer.at("scores").as_array()) + "  " + page.text("table.score"));
    for (const json::value& one : advice) {
        page.row(
            {{page.cells(one.at("gains").as_array(), "+"), 12 * one.at("gains").as_array().size()}},
            words(one.at("reason"))
        );
    }
    if (advice.empty()) {
        page.line("  " + page.text("label.no_advice"));
    }
    add_deadlines(page, answer.at("deadlines").as_array());
    return std::move(page).finished(answer);
}

std::string clb_table(const json::object& answer, const OfficialLanguage language) {
    Page page{language};
    for (const json::value& test : answer.at("tests").as_array()) {
        std::string levels;
        for (const auto& [ability, level] : test.at("levels").as_object()) {
            levels += std::string{levels.empty() ? "" : ", "} +
                      page.text(wire::message_code("ability", ability)) + " " +
                      std::to_string(level.as_int64());
        }
        const bool counts = test.at("counts").as_bool();
        page.row(
            {{string(test.at("path")), 26}, {string(test.at("test")), 10}},
            levels + "; " +
                page.text(
                    counts ? "label.counts_before" : "label.not_valid",
                    {{"date", string(test.at("expires"))}}
                )
        );
    }
    return std::move(page).finished(answer);
}

}  // namespace cli
