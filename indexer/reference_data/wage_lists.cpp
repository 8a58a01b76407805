// Wages by occupation and economic region. Job Bank's open data has drifted from year to year in
// the names of its columns; before 2021 the NOC has four digits.

#include "indexer/reference_data/kinds.hpp"

namespace reference_data {
namespace {

using enum Presence;

/// The flag is 1 for yearly wages and 0 for hourly ones.
Value period_of_flag(const std::string_view cell) {
    if (cell == "1" || cell == "0") {
        return std::string{cell == "1" ? "year" : "hour"};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is neither 0 nor 1");
}

Value hour_or_year(const std::string_view cell) {
    if (cell == "hour" || cell == "year") {
        return std::string{cell};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is neither hour nor year");
}

Value edition_2006(const std::string_view) { return std::string{"2006"}; }

Layout open_data(const std::vector<std::string_view>& noc, const ReadValue edition) {
    return {
        .list = "by economic region",
        .fields =
            {{"noc_edition", noc, edition},
             {"noc", noc, noc_of_any_year},
             {"title_en",
              {"noc_title_eng", "noc_title_e", "noc_title", "noc title"},
              text,
              may_be_absent},
             {"title_fr",
              {"noc_title_fra", "noc_title_f", "titre_cnp", "titre cnp"},
              text,
              may_be_absent},
             {"province", {"prov"}, province_of_wages, may_be_empty},
             {"region_code", {"er_code_code_re"}, text, may_be_absent},
             {"region_en", {"er_name", "er_name_nom_re", "er_name_e"}, text},
             {"region_fr", {"nom_re", "er_name_f"}, text, may_be_absent},
             {"low_cents",
              {"low_wage_salaire_minium", "low_wage_salaire_minimum"},
              cents,
              may_be_empty},
             {"median_cents", {"median_wage_salaire_median"}, cents, may_be_empty},
             {"high_cents", {"high_wage_salaire_maximal"}, cents, may_be_empty},
             {"average_cents", {"average_wage_salaire_moyen"}, cents, may_be_absent},
             {"quartile1_cents", {"quartile1_wage_salaire_quartile1"}, cents, may_be_absent},
             {"quartile3_cents", {"quartile3_wage_salaire_quartile3"}, cents, may_be_absent},
             {"period", {"annual_wage_flag_salaire_annuel"}, period_of_flag, may_be_absent},
             {"reference_period", {"reference_period"}, text, may_be_absent},
             {"revised_on", {"revision_date_date_revision"}, date, may_be_absent}},
        .rest = Rest{.column = "details"},
        .key = {"noc", "province", "region_code", "region_en"},
        .published_on = {"revision_date_date_revision"}};
}

}  // namespace

std::vector<Layout> wage_layouts() {
    return {
        open_data({"noc_cnp"}, noc_edition),
        open_data({"noc_cnp_2006"}, edition_2006),
        // What Job Bank showed on its pages in 2021, gathered from them.
        {.list = "by economic region",
         .fields =
             {{"noc_edition", {}, nullptr, required, "2011/2016"},
              {"noc", {"noc2016"}, noc_2016},
              {"region_en", {"economic_region"}, text},
              {"median_cents", {"median_wage"}, cents, may_be_empty},
              {"period", {"unit"}, hour_or_year, may_be_empty}},
         .rest = Rest{.column = "details"},
         .key = {"noc", "region_en"}},
    };
}

}  // namespace reference_data
