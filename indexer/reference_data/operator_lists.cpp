// What an operator gathers from many pages, for nobody publishes it as one list: minimum wages,
// licensed occupations, streams of provincial nominee programs. Each row names its page.

#include "indexer/reference_data/kinds.hpp"

namespace reference_data {
namespace {

using enum Presence;

Value web_page(const std::string_view cell) {
    if (cell.starts_with("https://") || cell.starts_with("http://")) {
        return text(cell);
    }
    return domain::invalid("", "'" + std::string{cell} + "' is no address of a web page");
}

/// Above zero.
Value hourly_cents(const std::string_view cell) {
    auto amount = cents(cell);
    if (amount && amount->find_first_not_of('0') == std::string::npos) {
        return domain::invalid("", "'" + std::string{cell} + "' is not above zero");
    }
    return amount;
}

Value yes_no(const std::string_view cell) {
    if (cell == "yes" || cell == "no") {
        return std::string{cell == "yes" ? "true" : "false"};
    }
    return domain::invalid("", "'" + std::string{cell} + "' is neither yes nor no");
}

}  // namespace

std::vector<Layout> minimum_wage_layouts() {
    return {
        {.list = "by province",
         .fields =
             {{"province", {"province"}, province},
              {"category", {"category"}, text, may_be_absent, "", "general"},
              {"starts_on", {"from"}, date},
              {"ends_on", {"to"}, date, may_be_empty},
              {"hourly_cents", {"hourly", "hourly_wage"}, hourly_cents},
              {"url", {"url"}, web_page}},
         .key = {"province", "category", "starts_on"}},
    };
}

std::vector<Layout> licensed_occupation_layouts() {
    return {
        {.list = "by province",
         .fields =
             {{"noc", {"noc", "noc2021"}, noc_2021},
              {"province", {"province"}, province},
              {"regulator", {"regulator"}, text},
              {"url", {"url"}, web_page},
              {"compulsory", {"compulsory"}, yes_no}},
         .key = {"noc", "province", "regulator"}},
    };
}

std::vector<Layout> provincial_stream_layouts() {
    return {
        {.list = "by province",
         .fields =
             {{"province", {"province"}, province},
              {"stream", {"stream"}, text},
              {"conditions", {"conditions"}, text},
              {"url", {"url"}, web_page}},
         .key = {"province", "stream"}},
    };
}

}  // namespace reference_data
