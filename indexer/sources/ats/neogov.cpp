#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/instant.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

constexpr std::string_view prefix{"joblisting:"};

std::string said(const boost::json::value& record, const std::string_view name) {
    return element_text(record, std::string{prefix}.append(name));
}

}  // namespace

/// The items of plain RSS have title, link, description and date alone.
RawPosting read_neogov(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    const auto id = said(record, "jobId");
    raw.add(Field::source_id, id.empty() ? element_text(record, "guid") : id);
    raw.add(Field::url, element_text(record, "link"));
    raw.add(Field::title, element_text(record, "title"));
    const auto from = said(record, "advertiseFromDateUTC");
    raw.add(
        Field::date_posted, day_of_rfc_822(from.empty() ? element_text(record, "pubDate") : from)
    );
    raw.add(Field::valid_through, day_of_rfc_822(said(record, "advertiseToDateTimeUTC")));
    raw.add(Field::location, said(record, "location"));
    raw.add(Field::employment, said(record, "jobType"));
    raw.add(Field::pay_min, said(record, "minimumSalary"));
    raw.add(Field::pay_max, said(record, "maximumSalary"));
    raw.add(Field::pay_period, said(record, "salaryInterval"));
    raw.add(Field::pay_currency, said(record, "salaryCurrency"));
    add_description(
        raw,
        {{.heading = {}, .html = element_text(record, "description")},
         {.heading = {}, .html = said(record, "examplesofduties")},
         {.heading = {}, .html = said(record, "qualifications")},
         {.heading = {}, .html = said(record, "supplementalinformation")}}
    );
    return raw;
}

}  // namespace sources::ats
