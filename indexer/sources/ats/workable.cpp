#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

void add_places(RawPosting& raw, const boost::json::value& record) {
    const auto places = each(member(record, "locations"));
    for (const auto* place : places) {
        add_place(
            raw,
            {.city = text_under(*place, "city"),
             .region = text_under(*place, "region"),
             .postal_code = {},
             .country = text_under(*place, "countryCode")}
        );
    }
    if (places.empty()) {
        add_place(
            raw,
            {.city = text_under(record, "city"),
             .region = text_under(record, "state"),
             .postal_code = {},
             .country = text_under(record, "country")}
        );
    }
}

}  // namespace

RawPosting read_workable(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "shortcode"},
         {Field::url, "url"},
         {Field::title, "title"},
         {Field::date_posted, "published_on"},
         {Field::date_posted, "created_at"},
         {Field::employment, "employment_type"},
         {Field::education, "education"},
         {Field::description, "description"}}
    );
    add_places(raw, record);
    add_remote_flag(raw, text_under(record, "telecommuting"));
    return raw;
}

}  // namespace sources::ats
