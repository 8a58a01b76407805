#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/instant.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

std::vector<Section> sections_of(const boost::json::value& record) {
    std::vector<Section> sections{{.heading = {}, .html = text_under(record, "description")}};
    for (const auto* list : each(member(record, "lists"))) {
        sections.push_back(
            {.heading = text_under(*list, "text"),
             .html = "<ul>" + text_under(*list, "content") + "</ul>"}
        );
    }
    sections.push_back({.heading = {}, .html = text_under(record, "additional")});
    return sections;
}

}  // namespace

RawPosting read_lever(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::url, "hostedUrl"},
         {Field::title, "text"},
         {Field::country, "country"},
         {Field::employment, "categories.commitment"},
         {Field::pay_min, "salaryRange.min"},
         {Field::pay_max, "salaryRange.max"},
         {Field::pay_period, "salaryRange.interval"},
         {Field::pay_currency, "salaryRange.currency"}}
    );
    const auto* categories = member(record, "categories");
    const auto places = categories == nullptr ? std::vector<std::string>{}
                                              : texts_under(*categories, "allLocations");
    for (const auto& place : places) {
        raw.add(Field::location, place);
    }
    if (places.empty()) {
        raw.add(Field::location, text_at(record, "categories.location"));
    }
    add_remote_flag(raw, text_under(record, "workplaceType") == "remote" ? "true" : "");
    raw.add(Field::date_posted, day_of_milliseconds(text_under(record, "createdAt")));
    add_description(raw, sections_of(record));
    return raw;
}

}  // namespace sources::ats
