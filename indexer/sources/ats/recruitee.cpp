#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

namespace sources::ats {

namespace {

std::string hours_of(const boost::json::value& record) {
    const auto hours =
        joined({text_under(record, "min_hours"), text_under(record, "max_hours")}, " to ");
    return hours.empty() ? hours : hours + " hours per week";
}

}  // namespace

RawPosting read_recruitee(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::url, "careers_url"},
         {Field::title, "title"},
         {Field::employer, "company_name"},
         {Field::date_posted, "published_at"},
         {Field::valid_through, "close_at"},
         {Field::pay_min, "salary.min"},
         {Field::pay_max, "salary.max"},
         {Field::pay_period, "salary.period"},
         {Field::pay_currency, "salary.currency"}}
    );
    add_places(
        raw,
        record,
        {.city = "city",
         .region = "state",
         .postal_code = "postal_code",
         .country = "country_code"},
        {.city = "city",
         .region = "state_code",
         .postal_code = "postal_code",
         .country = "country_code"}
    );
    raw.add(Field::location_hint, text_under(record, "location"));
    add_remote_flag(raw, text_under(record, "remote"));
    raw.add(Field::employment, words_of(text_under(record, "employment_type_code")));
    raw.add(Field::hours, hours_of(record));
    add_description(
        raw,
        {{.heading = {}, .html = text_under(record, "description")},
         {.heading = {}, .html = text_under(record, "requirements")}}
    );
    return raw;
}

}  // namespace sources::ats
