#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

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
    add_places(
        raw,
        record,
        {.city = "city", .region = "region", .postal_code = {}, .country = "countryCode"},
        {.city = "city", .region = "state", .postal_code = {}, .country = "country"}
    );
    add_remote_flag(raw, text_under(record, "telecommuting"));
    return raw;
}

}  // namespace sources::ats
