// The National Occupational Classification: Statistics Canada and those who build on it.

#include "indexer/reference_data/kinds.hpp"

#include <algorithm>

namespace reference_data {
namespace {

using enum Presence;

/// Codes lose their zeros in spreadsheets; a code of level 3 has three digits.
class PutBackZeros {
public:
    explicit PutBackZeros(const Header& header, const std::vector<std::string_view>& code)
        : level_{header.column({"level", "niveau"}).value()}, code_{header.column(code).value()} {}

    void operator()(Row& row) const {
        if (row.cells.size() > std::max(level_, code_) && level(row.cells[level_])) {
            const auto width = static_cast<std::size_t>(row.cells[level_].front() - '0');
            std::string& code = row.cells[code_];
            code.insert(0, width - std::min(width, code.size()), '0');
        }
    }

private:
    std::size_t level_;
    std::size_t code_;
};

/// Which language's title a structure has does not show in its shape, so each has a layout.
Layout structure(
    const std::string_view list,
    const std::string_view edition,
    const std::string_view title_column,
    const std::vector<std::string_view>& code,
    const std::vector<std::string_view>& title,
    const std::vector<std::string_view>& definition
) {
    return {
        .list = list,
        .fields =
            {{"edition", {}, nullptr, required, edition},
             {"level", {"level", "niveau"}, level},
             {"code", code, noc_class},
             {title_column, title, text},
             {"definition", definition, text, may_be_absent}},
        .key = {"code"},
        .prepare = [code](const ListFacts&, const Header& header) -> Prepare {
            return [put_back = PutBackZeros{header, code}](Row& row) {
                put_back(row);
                return std::optional<std::string>{};
            };
        }};
}

}  // namespace

std::vector<Layout> noc_structure_layouts() {
    return {
        structure(
            "2021 en",
            "2021",
            "title_en",
            {"code - noc 2021 v1.0", "code - noc 2021"},
            {"class title"},
            {"class definition"}
        ),
        structure(
            "2021 fr",
            "2021",
            "title_fr",
            {"code - cnp 2021 v1.0", "code - cnp 2021"},
            {"titres de classes", "titre de la classe", "titre de classe"},
            {"définitions de la classe", "définition de la classe"}
        ),
        structure("2016 en", "2016", "title_en", {"code"}, {"class title"}, {"class definition"}),
        {.list = "2021 en-fr",
         .fields =
             {{"edition", {}, nullptr, required, "2021"},
              {"level", {}, nullptr, required, "5"},
              {"code", {"noc2021"}, noc_2021},
              {"title_en", {"title_en"}, text},
              {"title_fr", {"title_fr"}, text}},
         .key = {"code"}},
    };
}

std::vector<Layout> noc_title_layouts() {
    return {
        {.list = "en",
         .fields =
             {{"language", {}, nullptr, required, "en"},
              {"noc", {"noc2021", "noc 2021", "noc"}, noc_2021},
              {"title", {"title", "job title"}, text}},
         .key = {"title", "noc"}},
        {.list = "fr",
         .fields =
             {{"language", {}, nullptr, required, "fr"},
              {"noc", {"cnp2021", "cnp 2021", "cnp"}, noc_2021},
              {"title", {"titre", "appellation d'emploi"}, text}},
         .key = {"title", "noc"}},
    };
}

std::vector<Layout> noc_element_layouts() {
    return {
        {.list = "en",
         .fields =
             {{"language", {}, nullptr, required, "en"},
              {"level", {"level"}, level},
              {"code", {"code - noc 2021 v1.0"}, noc_2021},
              {"title", {"class title"}, text},
              {"element_type", {"element type label english"}, text},
              {"description", {"element description english"}, text}}},
    };
}

std::vector<Layout> noc_concordance_layouts() {
    return {
        {.list = "2016 to 2021",
         .fields =
             {{"noc_2016", {"noc 2016 v1.3 code"}, noc_2016},
              {"noc_2021", {"noc 2021 v1.0 code"}, noc_2021},
              {"title_2016", {"noc 2016 v1.3 title"}, text, may_be_empty},
              {"title_2021", {"noc 2021 v1.0 title"}, text, may_be_empty},
              {"change", {"gsim type of change"}, text, may_be_absent},
              {"notes", {"notes"}, text, may_be_absent}},
         .key = {"noc_2016", "noc_2021"}},
    };
}

namespace {

/// Totals by TEER and broad category have codes of their own: `TEER_0`, `NOC1_2`; 00000 is all.
Value noc_unless_total(const std::string_view cell) {
    const bool is_total = cell == "00000" || cell.starts_with("TEER_") || cell.starts_with("NOC1_");
    return is_total ? Value{std::string{}} : noc_2021(cell);
}

}  // namespace

std::vector<Layout> noc_outlook_layouts() {
    return {
        {.list = "ten years",
         .fields =
             {{"code_as_published", {"code"}, text},
              {"noc", {"code"}, noc_unless_total, may_be_empty},
              {"title_en", {"occupation_name"}, text},
              {"title_fr", {"nom_de_la_profession"}, text, may_be_empty},
              {"recent_conditions", {"recent_labour_market_conditions"}, text, may_be_absent},
              {"future_conditions", {"future_labour_market_conditions"}, text, may_be_absent}},
         .rest = Rest{.column = "figures"},
         .key = {"code_as_published"}},
    };
}

std::vector<Layout> onet_crosswalk_layouts() {
    return {
        {.list = "by noc",
         .fields =
             {{"noc", {"noc"}, noc_2021},
              {"onet", {"onet"}, text},
              {"noc_title", {"noc_title"}, text, may_be_absent},
              {"onet_title", {"onet_title"}, text, may_be_absent}},
         .rest = Rest{.column = "weights", .read = decimal, .as = Rest::As::number},
         .key = {"noc", "onet", "onet_title"}},
        {.list = "weighted",
         .fields =
             {{"noc", {"noc_2021"}, noc_2021},
              {"onet", {"onet_soc_code"}, text},
              {"noc_title", {"noc_plus_title"}, text, may_be_absent},
              {"onet_title", {"onet_plus_title"}, text, may_be_absent}},
         .rest = Rest{.column = "weights", .read = decimal, .as = Rest::As::number},
         .key = {"noc", "onet"}},
    };
}

}  // namespace reference_data
