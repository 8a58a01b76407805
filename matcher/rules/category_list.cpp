#include "matcher/rules/category_list.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/rules/ranges.hpp"

#include <algorithm>

namespace rules {
namespace {

using document::FieldReader;
using document::ValueReader;

CategoryWork read_work(FieldReader& in) {
    return {
        .months = in.required("months").integer(months),
        .window_months = in.required("window_months").integer(months),
        .unbroken = in.required("unbroken").boolean(),
        .canada_only = in.required("canada_only").boolean(),
    };
}

Category read_category(FieldReader& in) {
    Category category{
        .id = in.required("id").text({.min = 1}),
        .confirmed = in.required("confirmed").boolean(),
        .french_level = in.nullable(
            "french_level",
            [](const ValueReader& value) {
                return value.integer<domain::Clb>({.min = 1, .max = domain::clb_max});
            }
        ),
        .work =
            in.nullable("work", [](const ValueReader& value) { return value.object(read_work); }),
        .armed_forces_offer = in.required("armed_forces_offer").boolean(),
        .nocs = in.required("nocs").array(&ValueReader::noc),
    };
    std::ranges::sort(category.nocs);
    if (std::ranges::adjacent_find(category.nocs) != category.nocs.end()) {
        in.refuse("nocs", "an occupation stands twice");
    }
    return category;
}

CategoryList read_category_list(FieldReader& in) {
    return {
        .id = in.required("id").text({.min = 1}),
        .effective_from = in.required("effective_from").date(),
        .effective_to = in.nullable("effective_to", &ValueReader::date),
        .source = in.required("source").text({.min = 1}),
        .categories = in.required("categories").array([](const ValueReader& value) {
            return value.object(read_category);
        }),
    };
}

}  // namespace

bool Category::has(const domain::NocCode noc) const {
    return std::ranges::binary_search(nocs, noc);
}

domain::Result<CategoryList> parse_category_list(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(read_category_list);
    });
}

}  // namespace rules
