#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

/// Of the parts of the pay the salary; the others are shares and bonuses.
void add_salary(RawPosting& raw, const boost::json::value& record) {
    for (const auto* part : each(at_path(record, "compensation.summaryComponents"))) {
        if (text_under(*part, "compensationType") == "Salary") {
            add_paths(
                raw,
                *part,
                {{Field::pay_min, "minValue"},
                 {Field::pay_max, "maxValue"},
                 {Field::pay_period, "interval"},
                 {Field::pay_currency, "currencyCode"}}
            );
            return;
        }
    }
}

/// The address of a place, else what it is called.
void add_place_of(RawPosting& raw, const boost::json::value& place) {
    const auto* stated = at_path(place, "address.postalAddress");
    const auto* address = stated == nullptr ? at_path(place, "address") : stated;
    if (address != nullptr && !text_under(*address, "addressLocality").empty()) {
        add_place(
            raw,
            {.city = text_under(*address, "addressLocality"),
             .region = text_under(*address, "addressRegion"),
             .postal_code = {},
             .country = text_under(*address, "addressCountry")}
        );
    } else {
        raw.add(Field::location, text_under(place, "location"));
    }
}

}  // namespace

RawPosting read_ashby(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::url, "jobUrl"},
         {Field::title, "title"},
         {Field::date_posted, "publishedAt"},
         {Field::employment, "employmentType"},
         {Field::description, "descriptionHtml"}}
    );
    add_place_of(raw, record);
    for (const auto* place : each(member(record, "secondaryLocations"))) {
        add_place_of(raw, *place);
    }
    add_remote_flag(raw, text_under(record, "isRemote"));
    add_salary(raw, record);
    return raw;
}

}  // namespace sources::ats
