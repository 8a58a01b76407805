#include "services/packages/sheets.hpp"

#include "matcher/document/json.hpp"
#include "services/packages/sheet_writer.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/posting_words.hpp"

#include <boost/json/array.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace packages {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

std::string string_in(const json::object& object, const std::string_view name) {
    const json::value* const value = object.if_contains(name);
    if (value == nullptr || value->is_null()) {
        return {};
    }
    return value->is_string() ? std::string{value->get_string()} : document::serialize(*value);
}

const json::array& list_in(const json::object& object, const std::string_view name) {
    static const json::array none;
    const json::value* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->get_array() : none;
}

const json::object& object_in(const json::object& object, const std::string_view name) {
    static const json::object none;
    const json::value* const value = object.if_contains(name);
    return value != nullptr && value->is_object() ? value->get_object() : none;
}

void bulleted(SheetWriter& sheet, const std::string& code, const std::vector<std::string>& texts) {
    if (texts.empty()) {
        return;
    }
    sheet.heading(code);
    for (const std::string& text : texts) {
        sheet.add(Style::bullet, text);
    }
}

/// 375 is `37.5`, `37,5`.
std::string tenths(const int count, const OfficialLanguage language) {
    constexpr int whole = 10;
    std::string text = std::to_string(count / whole);
    if (count % whole != 0) {
        text += language == OfficialLanguage::french ? "," : ".";
        text += std::to_string(count % whole);
    }
    return text;
}

void posting_facts(SheetWriter& sheet, const domain::Posting& posting) {
    const auto day = [](const std::optional<domain::Date>& date) {
        return date ? domain::to_string(*date) : std::string{};
    };
    sheet.named_row("employer", posting.hiring_organization);
    sheet.named_row("place", posting.job_locations.empty() ? "" : wire::place_text(posting));
    if (posting.base_salary) {
        sheet.named_row("pay", wire::pay_text(*posting.base_salary, sheet.language()));
    }
    sheet.named_row("noc", posting.noc ? posting.noc->to_string() : "");
    sheet.named_row("date_posted", day(posting.date_posted));
    sheet.named_row(
        "open_to", posting.date_posted ? day(domain::last_live_day(posting)) : std::string{}
    );
    sheet.named_row("starts_on", day(posting.starts_on));
    if (posting.work_hours) {
        const auto& [min, max] = *posting.work_hours;
        sheet.named_row(
            "hours",
            min == max ? sheet.text("hours_a_week", {{"hours", tenths(min, sheet.language())}})
                       : sheet.text(
                             "hours_a_week_range",
                             {{"hours", tenths(min, sheet.language())},
                              {"most", tenths(max, sheet.language())}}
                         )
        );
    }
    sheet.named_row("credentials", wire::join(sheet.language(), posting.credentials));
    sheet.named_row("address", posting.url);
    sheet.named_row("refusal", posting.refusal_quote);
    sheet.named_row("sponsorship", posting.sponsorship_quote);
}

void evidence_rows(SheetWriter& sheet, const json::object& evidence) {
    sheet.heading("evidence");
    sheet.named_row("state", string_in(evidence, "state_text"));
    sheet.named_row("verified_on", string_in(evidence, "verified_on"));
    sheet.named_row("expires_on", string_in(evidence, "expires_on"));
    for (const json::value& value : list_in(evidence, "checks")) {
        const json::object& check = value.as_object();
        std::string words =
            sheet.text("verdict." + string_in(check, "verdict")) + ": " + string_in(check, "text");
        if (const std::string quoted = string_in(check, "evidence"); !quoted.empty()) {
            words += " " + sheet.text("quoted", {{"words", quoted}});
        }
        const std::string source = string_in(check, "source");
        const std::string until = string_in(check, "expires_on");
        words += " " + sheet.text(
                           until.empty() ? "source" : "source_until",
                           {{"source", source.empty() ? "–" : source},
                            {"fetched", string_in(check, "fetched_on")},
                            {"until", until}}
                       );
        sheet.row(string_in(check, "title"), std::move(words));
    }
    sheet.named_row("record", string_in(evidence, "source") + " " + string_in(evidence, "sha256"));
    sheet.named_row("fetched_at", string_in(evidence, "fetched_at"));
    sheet.add(Style::note, sheet.text("evidence_note"));
}

/// `2022-11-16 (basis; no longer in force since 2025-03-25)`
std::string rules_text(const SheetWriter& sheet, const json::object& rules) {
    return sheet.text(
        "rules",
        {{"rules", string_in(rules, "rules")},
         {"role", wire::text(sheet.language(), "role." + string_in(rules, "role"))},
         {"status", string_in(rules, "status_text")}}
    );
}

std::string points_text(const SheetWriter& sheet, const json::object& lift) {
    const json::value* const points = lift.if_contains("points");
    const std::string reason = string_in(object_in(lift, "reason"), "text");
    if (points == nullptr || points->is_null()) {
        return wire::text(sheet.language(), "table.points_unknown", {{"reason", reason}});
    }
    const std::int64_t number = points->as_int64();
    if (number == 0) {
        return wire::text(sheet.language(), "table.points_zero", {{"reason", reason}});
    }
    std::vector<std::string> conditions;
    for (const json::value& condition : list_in(lift, "conditions")) {
        conditions.push_back(string_in(condition.as_object(), "text"));
    }
    const std::string added =
        conditions.empty()
            ? wire::text(sheet.language(), "table.points_added", {{"points", number}})
            : wire::text(
                  sheet.language(),
                  "table.points_if",
                  {{"points", number}, {"conditions", wire::join(sheet.language(), conditions)}}
              );
    return added + " (" + reason + ")";
}

void scores(SheetWriter& sheet, const json::object& answer) {
    sheet.heading("score");
    for (const json::value& value : list_in(answer, "scores")) {
        const json::object& score = value.as_object();
        const std::string total = string_in(score, "total");
        sheet.row(
            rules_text(sheet, score),
            total.empty() ? wire::text(sheet.language(), "table.score_unknown") : total
        );
    }
    sheet.heading("lift");
    for (const json::value& value : list_in(object_in(answer, "match"), "lift")) {
        const json::object& lift = value.as_object();
        sheet.row(rules_text(sheet, lift), points_text(sheet, lift));
    }
    for (const json::value& note : list_in(answer, "notes")) {
        sheet.add(Style::note, string_in(note.as_object(), "text"));
    }
}

void fit(SheetWriter& sheet, const json::object& match) {
    sheet.heading("fit");
    const json::object& fit = object_in(match, "fit");
    sheet.named_row("fit_total", sheet.text("of_100", {{"points", string_in(fit, "total")}}));
    for (const json::value& value : list_in(fit, "parts")) {
        const json::object& part = value.as_object();
        sheet.row(
            wire::text(sheet.language(), "part." + string_in(part, "part")),
            sheet.text(
                "part_points",
                {{"points", string_in(part, "points")},
                 {"most", string_in(part, "max")},
                 {"reason", string_in(object_in(part, "reason"), "text")}}
            )
        );
    }
    for (const json::value& value : list_in(match, "placed_after")) {
        const json::object& fact = value.as_object();
        const std::string quoted = string_in(fact, "quote");
        sheet.named_row(
            "look_at",
            string_in(fact, "text") +
                (quoted.empty() ? "" : " " + sheet.text("quoted", {{"words", quoted}}))
        );
    }
}

void prospects(SheetWriter& sheet, const json::object& prospects) {
    if (prospects.empty()) {
        return;
    }
    sheet.heading("programs");
    for (const json::value& value : list_in(prospects, "programs")) {
        const json::object& program = value.as_object();
        sheet.row(
            string_in(program, "name"),
            sheet.text(
                "before_and_after",
                {{"before",
                  wire::text(sheet.language(), "verdict." + string_in(program, "before"))},
                 {"after", wire::text(sheet.language(), "verdict." + string_in(program, "after"))}}
            )
        );
    }
    for (const json::value& value : list_in(prospects, "categories_opened")) {
        const json::object& category = value.as_object();
        sheet.row(
            string_in(category, "name"),
            sheet.text(
                "category_after", {{"months", category.at("months").to_number<std::int64_t>()}}
            )
        );
    }
    for (const json::value& value : list_in(prospects, "rounds")) {
        const json::object& round = value.as_object();
        const bool enough = round.at("enough").as_bool();
        sheet.row(
            string_in(round, "type_name"),
            sheet.text(
                enough ? "rounds_cleared" : "rounds_few",
                {{"held", round.at("held").to_number<std::int64_t>()},
                 {"before", round.at("cleared_before").to_number<std::int64_t>()},
                 {"after", round.at("cleared_after").to_number<std::int64_t>()}}
            )
        );
    }
}

std::string matter_heading(const Matter matter) {
    constexpr std::array<const char*, 6> names{
        "before_sending", "letters", "history", "held_credentials", "language_tests", "days"};
    return names.at(static_cast<std::size_t>(matter));
}

}  // namespace

Document posting_sheet(const Order& order) {
    SheetWriter sheet{"posting", order};
    const domain::Posting& posting = order.facts.posting();
    sheet.heading("as_posted");
    posting_facts(sheet, posting);
    bulleted(sheet, "duties", posting.duties);
    bulleted(sheet, "skills", posting.skills);
    if (!is_blank(posting.description)) {
        sheet.heading("description");
        sheet.add(Style::paragraph, posting.description);
    }
    evidence_rows(sheet, order.evidence);
    return std::move(sheet).done();
}

Document fit_sheet(const Order& order) {
    const json::object& match = object_in(order.lift, "match");
    if (!speaks_of_immigration(order)) {
        SheetWriter sheet{"fit", order};
        fit(sheet, match);
        sheet.heading("advice");
        sheet.add(Style::paragraph, sheet.text("left_out"));
        sheet.add(Style::paragraph, sheet.text("section_91"));
        return std::move(sheet).done();
    }
    SheetWriter sheet{"fit_and_lift", order};
    scores(sheet, order.lift);
    sheet.add(Style::note, sheet.text("lift_note"));
    fit(sheet, match);
    prospects(sheet, object_in(match, "prospects"));
    sheet.heading("advice");
    sheet.add(Style::paragraph, wire::text(order.kept, "notice"));
    sheet.add(Style::paragraph, sheet.text("section_91"));
    return std::move(sheet).done();
}

Document checklist_sheet(
    const Order& order,
    const std::vector<ChecklistItem>& items,
    const std::vector<AtsFinding>& findings
) {
    SheetWriter sheet{"checklist", order};
    const ChecklistItem* before = nullptr;
    for (const ChecklistItem& item : items) {
        if (before == nullptr || before->matter != item.matter) {
            sheet.heading(matter_heading(item.matter));
            if (item.matter == Matter::letters) {
                sheet.add(Style::paragraph, sheet.text("letters_source"));
            }
        }
        before = &item;
        if (item.matter == Matter::days && item.day) {
            sheet.row(domain::to_string(*item.day), item.text);
            continue;
        }
        std::string details;
        for (const std::string& detail : item.details) {
            details.append(details.empty() ? "" : " ").append(detail);
        }
        sheet.point(item.text, details);
    }
    sheet.heading("ats");
    sheet.add(
        Style::paragraph, sheet.text("ats_rules", {{"version", built_in_ats_rules().version}})
    );
    for (const json::value& value : ats_json(findings, order.kept)) {
        const json::object& finding = value.as_object();
        const std::string about = string_in(finding, "text");
        constexpr std::size_t shown = 120;
        std::string text = string_in(finding, "meaning") + " " + string_in(finding, "action");
        if (!about.empty() && about.size() <= shown) {
            text += " " + sheet.text("quoted", {{"words", about}});
        }
        sheet.row(sheet.text("severity." + string_in(finding, "severity")), std::move(text));
    }
    if (findings.empty()) {
        sheet.add(Style::paragraph, sheet.text("nothing_found"));
    }
    sheet.add(
        Style::note,
        speaks_of_immigration(order) ? wire::text(order.kept, "notice") : sheet.text("left_out")
    );
    return std::move(sheet).done();
}

}  // namespace packages
