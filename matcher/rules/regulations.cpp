#include "matcher/rules/regulations.hpp"

#include "embedded_categories.hpp"
#include "embedded_programs.hpp"
#include "embedded_regulations.hpp"

#include <algorithm>

namespace rules {
namespace {

template <class Files, class Parse>
auto read_all(const Files& files, const Parse parse) {
    std::vector<typename std::invoke_result_t<Parse, std::string_view>::value_type> versions;
    versions.reserve(files.size());
    for (const auto& file : files) {
        versions.push_back(parse(file.text).value());
    }
    std::ranges::sort(versions, {}, [](const auto& version) { return version.effective_from; });
    return versions;
}

}  // namespace

const Regulations& regulations() {
    static const Regulations all{
        .programs = read_all(embedded_programs::all, parse_program_rules),
        .categories = read_all(embedded_categories::all, parse_category_list),
        .funds = parse_settlement_funds(embedded_regulations::settlement_funds.text).value(),
        .lifecycle = parse_lifecycle_rules(embedded_regulations::lifecycle.text).value(),
    };
    return all;
}

}  // namespace rules
