#include "indexer/sources/job_feed.hpp"

#include "indexer/sources/instant.hpp"
#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <array>

namespace sources {

namespace {

struct Tag {
    Field field;
    std::string_view name;
};

/// The names in use; where several fill one field, the first that says something counts.
constexpr auto tags = std::to_array<Tag>({
    {Field::source_id, "referencenumber"},
    {Field::source_id, "requisitionid"},
    {Field::source_id, "id"},
    {Field::url, "url"},
    {Field::url, "link"},
    {Field::title, "title"},
    {Field::employer, "company"},
    {Field::employer, "sourcename"},
    {Field::city, "city"},
    {Field::province, "state"},
    {Field::province, "region"},
    {Field::postal_code, "postalcode"},
    {Field::country, "country"},
    {Field::location, "location"},
    {Field::remote, "remotetype"},
    {Field::pay_text, "salary"},
    {Field::employment, "jobtype"},
    {Field::education, "education"},
    {Field::experience, "experience"},
    {Field::text_language, "language"},
    {Field::description, "description"},
    {Field::description, "content"},
});

}  // namespace

RawPosting read_job(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    for (const auto& [field, name] : tags) {
        if (raw.get(field).empty()) {
            raw.add(field, element_text(record, name));
        }
    }
    raw.add(Field::date_posted, day_of_rfc_822(element_text(record, "date")));
    raw.add(Field::valid_through, day_of_rfc_822(element_text(record, "expirationdate")));
    return raw;
}

}  // namespace sources
