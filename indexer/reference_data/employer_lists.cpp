// Employers by labour market impact assessment, found non-compliant, and designated for the
// Atlantic program. Employers whose name holds a person's are left out of the LMIA lists by their
// publisher.

#include "indexer/normalise/province.hpp"
#include "indexer/reference_data/employer_status.hpp"
#include "indexer/reference_data/kinds.hpp"
#include "indexer/reference_data/lmia_list.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reference_data {
namespace {

using enum Presence;

const std::vector<std::string_view> positions{
    "positions approved", "approved positions", "positions requested", "requested positions"};
const std::vector<std::string_view> occupation{
    "occupation", "occupations under noc 2011", "occupations under noc 2016"};

bool is_province_or_abroad(const std::string_view cell) {
    const auto name = header_name(cell);
    return normalise::province_from(name).has_value() || name == "outside canada" ||
           name.ends_with("head office outside of canada");
}

/// Empty for head offices abroad.
Value province_or_abroad(const std::string_view cell) {
    if (!is_province_or_abroad(cell)) {
        return domain::invalid("", "'" + std::string{cell} + "' is no province");
    }
    const auto found = normalise::province_from(cell);
    return found ? std::string{domain::code(*found)} : std::string{};
}

domain::Result<LmiaList> lmia_list(const ListFacts& facts, const Header& header) {
    std::string title;
    for (const Row& row : facts.preamble) {
        title += sources::joined(row.cells, " ") + '\n';
    }
    auto period = period_in(title);
    if (!period) {
        period = period_in(facts.file_name);
    }
    if (!period) {
        return domain::invalid(
            "",
            "neither a title nor the name of the file says of which year or quarter the list is "
            "(such as 2024q3)"
        );
    }
    const auto column = header.column(positions);
    return LmiaList{
        .decision = decision_in(header_name(header.published().at(column.value()))).value(),
        .period = std::move(*period)};
}

domain::Result<std::string> lmia_list_name(const ListFacts& facts, const Header& header) {
    auto list = lmia_list(facts, header);
    return list ? domain::Result<std::string>{list->decision + " " + list->period} : list.error();
}

bool only_first_cell(const Row& row) {
    return std::all_of(row.cells.begin() + 1, row.cells.end(), [](const std::string& cell) {
        return sources::trimmed(cell).empty();
    });
}

/// What the rows of a list share, and what they leave to the row above.
class LmiaRows {
public:
    LmiaRows(const ListFacts& facts, const Header& header)
        : list_{lmia_list(facts, header).value()},
          columns_{
              header.column({"province/territory"}),
              header.column({"stream", "program stream"}),
              header.column({"employer"}),
              header.column({"address"})},
          occupation_{header.column(occupation)},
          edition_{header.column({"occupations under noc 2011"}) ? "2011" : ""},
          // The first layout with all figures in each row is the one that counts LMIAs.
          leaves_out_{!header.column({"approved lmias", "requested lmias"})} {}

    std::optional<std::string> operator()(Row& row) {
        if (row.cells.empty() || only_first_cell(row)) {
            return section_or_note(row);
        }
        if (header_name(row.cells.front()) == "employer") {
            return "heading";
        }
        if (leaves_out_) {
            fill(row);
        }
        LmiaOccupation known;
        if (occupation_ && *occupation_ < row.cells.size()) {
            const auto cell = sources::trimmed(row.cells[*occupation_]);
            const auto understood = lmia_occupation(cell, list_.period);
            // What is no code is left out, and said, where the column of codes is read.
            known = understood
                        ? *understood
                        : LmiaOccupation{.noc = "occupation " + std::string{cell}, .edition = ""};
        }
        if (known.edition.empty() && !known.noc.empty()) {
            known.edition = edition_;
        }
        row.cells.insert(
            row.cells.end(), {list_.decision, list_.period, section_, known.noc, known.edition}
        );
        return std::nullopt;
    }

private:
    std::optional<std::string> section_or_note(const Row& row) {
        if (row.cells.empty() || !is_province_or_abroad(row.cells.front())) {
            return "note";
        }
        section_ = row.cells.front();
        above_ = {section_};
        return "section";
    }

    /// A cell left empty says what the one above it says, unless one to its left says something
    /// new.
    void fill(Row& row) {
        bool is_new = false;
        for (std::size_t level = 0; level < columns_.size(); ++level) {
            if (!columns_.at(level) || *columns_.at(level) >= row.cells.size()) {
                continue;
            }
            std::string& cell = row.cells[*columns_.at(level)];
            if (sources::trimmed(cell).empty() && !is_new) {
                cell = above_.at(level);
            } else {
                is_new = is_new || sources::trimmed(cell) != sources::trimmed(above_.at(level));
                above_.at(level) = cell;
            }
        }
    }

    LmiaList list_;
    std::array<std::optional<std::size_t>, 4> columns_;  ///< From left to right.
    std::optional<std::size_t> occupation_;
    std::string edition_;
    bool leaves_out_;
    std::array<std::string, 4> above_;
    std::string section_;
};

Layout lmia_layout(const std::vector<Field>& particular) {
    Layout layout{
        .list = "",
        .fields =
            {{"decision", {"(decision)"}, text},
             {"period", {"(period)"}, text},
             {"employer", {"employer"}, text},
             {"address", {"address"}, text, may_be_empty},
             {"postal_code", {"address"}, postal_code_inside, may_be_empty},
             {"positions", positions, whole_number}},
        .name_list = lmia_list_name,
        .added = {"(decision)", "(period)", "(section)", "(noc)", "(noc edition)"},
        .prepare = [](const ListFacts& facts, const Header& header) -> Prepare {
            return LmiaRows{facts, header};
        }};
    layout.fields.insert(layout.fields.end(), particular.begin(), particular.end());
    return layout;
}

/// A code of four digits or five, as lmia_occupation() made it.
Value checked_noc(const std::string_view cell) { return noc_of_any_year(cell); }

/// `(blank)` is what a pivot table makes of nothing.
Value unless_blank(const std::string_view cell) {
    return cell == "(blank)" ? Value{std::string{}} : text(cell);
}

}  // namespace

std::vector<Layout> lmia_layouts() {
    const std::vector<std::string_view> province{"province/territory"};
    std::vector<Layout> layouts{
        lmia_layout(
            {{"province_as_published", province, text},
             {"province", province, province_or_abroad, may_be_empty},
             {"stream", {"stream", "program stream"}, text, may_be_absent},
             {"occupation", occupation, unless_blank, may_be_empty},
             {"noc_edition", {"(noc edition)"}, text, may_be_empty},
             {"noc", {"(noc)"}, checked_noc, may_be_empty, "", "", Doubt::leaves_out_value},
             {"incorporation", {"incorporate status"}, text, may_be_absent},
             {"lmias", {"approved lmias", "requested lmias"}, whole_number, may_be_absent}}
        ),
        // Of 2015: a section for each province, and no occupations.
        lmia_layout(
            {{"province_as_published", {"(section)"}, text},
             {"province", {"(section)"}, province_or_abroad, may_be_empty}}
        ),
    };
    return layouts;
}

std::vector<Layout> non_compliant_layouts() {
    const auto layout = [](const std::vector<std::string_view>& operating,
                           const std::vector<std::string_view>& legal,
                           const std::vector<std::string_view>& reasons_column,
                           const std::vector<std::string_view>& decided) {
        return Layout{
            .list = "employers",
            .fields = {
                {"operating_name", operating, text},
                {"legal_name", legal, text, may_be_empty},
                {"address", {"address"}, text},
                {"reasons_as_published", reasons_column, text},
                {"reasons", reasons_column, reasons, may_be_empty, "", "", Doubt::leaves_out_value},
                {"decided_on_as_published", decided, text},
                {"decided_on",
                 decided,
                 decision_day,
                 may_be_empty,
                 "",
                 "",
                 Doubt::leaves_out_value},
                {"penalty_as_published", {"penalty"}, text},
                {"penalty_cents",
                 {"penalty"},
                 penalty_cents,
                 may_be_empty,
                 "",
                 "",
                 Doubt::leaves_out_value},
                {"status_as_published", {"status"}, text},
                {"status", {"status"}, status},
                {"banned_until", {"status"}, banned_until, may_be_empty}}};
    };
    return {layout(
        {"business_operating_name", "business operating name"},
        {"business_legal_name", "business legal name"},
        {"reasons", "reason(s)"},
        {"date_of_final_decision", "date of final decision"}
    )};
}

std::vector<Layout> designated_layouts() {
    return {
        {.list = "employers",
         .fields =
             {{"province", {"province"}, province},
              {"employer", {"employer"}, text},
              {"location", {"location"}, text, may_be_absent},
              {"tech", {"tech"}, yes_or_no, may_be_absent}},
         .key = {"province", "employer", "location"}},
    };
}

}  // namespace reference_data
