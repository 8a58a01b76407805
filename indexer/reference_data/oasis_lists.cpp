// The Occupational and Skills Information System of Employment and Social Development Canada. Its
// keys lose zeros where a spreadsheet saw a number: `00012`, `41220.1` for `00012.00`, `41220.10`.

#include "indexer/reference_data/kinds.hpp"

namespace reference_data {
namespace {

using enum Presence;

const std::vector<std::string_view> code{
    "oasis code - final", "oasis code", "oasis profile code", "code oasis"};

/// The three columns by which an entry belongs to a profile.
std::vector<Field> with_profile(std::vector<Field> fields) {
    std::vector<Field> all{
        {"profile", code, oasis_profile},
        {"noc", code, noc_of_profile},
        {"code_as_published", code, text}};
    all.insert(all.end(), fields.begin(), fields.end());
    return all;
}

/// The table is told by a descriptor that no other has; it is a column of the rest all the same.
Layout ratings(const std::string_view list, const std::string_view descriptor) {
    return {
        .list = list,
        .fields = with_profile(
            {{"label", {"oasis label - final", "oasis label", "label"}, text, may_be_empty}}
        ),
        .rest = Rest{.column = "ratings", .read = rating, .as = Rest::As::number},
        .key = {"profile"},
        .told_by = descriptor};
}

Layout texts(const std::string_view list, std::vector<Field> fields) {
    return {.list = list, .fields = with_profile(std::move(fields))};
}

}  // namespace

std::vector<Layout> oasis_rating_layouts() {
    Layout interests = ratings("interests", "holland codes - 1");
    interests.rest = Rest{.column = "ratings", .read = holland_code};
    return {
        ratings("skills", "reading comprehension"),
        ratings("knowledges", "clerical"),
        ratings("abilities", "deductive reasoning"),
        ratings("work activities", "getting information"),
        ratings("work context", "time pressure"),
        ratings("personal attributes", "attention to detail"),
        std::move(interests),
    };
}

std::vector<Layout> oasis_text_layouts() {
    return {
        texts("main duties", {{"text", {"main duties"}, text}}),
        texts("employment requirements", {{"text", {"employment requirement"}, text}}),
        texts("lead statement", {{"text", {"lead statement"}, text}}),
        texts(
            "additional information",
            {{"text", {"additional information (en)", "additional information"}, text}}
        ),
        texts(
            "workplaces",
            {{"text", {"workplace/employer name"}, text},
             {"note", {"profile name"}, text, may_be_empty}}
        ),
        texts(
            "example titles",
            {{"text", {"job title text"}, text},
             {"text_type", {"job title type"}, text},
             {"note", {"concordance number"}, text, may_be_empty}}
        ),
        texts(
            "exclusions",
            {{"refers_to", {"excluded code"}, profile_or_noc},
             {"text", {"job title"}, text, may_be_empty}}
        ),
        texts("labels", {{"text", {"label"}, text}}),
    };
}

std::vector<Layout> oasis_guide_layouts() {
    return {
        {.list = "descriptors",
         .fields =
             {{"code", {"code"}, text},
              {"name", {"name"}, text},
              {"structure", {"structure type"}, text},
              {"category", {"category"}, text},
              {"description", {"description"}, text, may_be_empty}},
         .key = {"code"}},
    };
}

}  // namespace reference_data
