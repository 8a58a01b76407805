#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/instant.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

RawPosting read_eightfold(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::url, "canonicalPositionUrl"},
         {Field::title, "name"},
         {Field::description, "job_description"}}
    );
    const auto places = texts_under(record, "locations");
    for (const auto& place : places) {
        raw.add(Field::location, place);
    }
    if (places.empty()) {
        raw.add(Field::location, text_under(record, "location"));
    }
    raw.add(Field::date_posted, day_of_seconds(text_under(record, "t_create")));
    return raw;
}

}  // namespace sources::ats
