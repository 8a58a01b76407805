#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

RawPosting read_personio(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::title, "name"},
         {Field::employer, "subcompany"},
         {Field::location, "office"},
         {Field::date_posted, "createdAt"},
         {Field::employment, "employmentType"},
         {Field::employment, "schedule"}}
    );
    if (const auto site = origin_of(facts.address); !site.empty()) {
        raw.add(Field::url, site + "/job/" + text_under(record, "id"));
    }
    if (const auto* more = member(record, "additionalOffices")) {
        for (const auto& office : texts_under(*more, "office")) {
            raw.add(Field::location, office);
        }
    }
    if (const auto years = text_under(record, "yearsOfExperience"); !years.empty()) {
        raw.add(Field::experience, years + " years");
    }
    std::vector<Section> sections;
    for (const auto* part : each(at_path(record, "jobDescriptions.jobDescription"))) {
        sections.push_back(
            {.heading = text_under(*part, "name"), .html = text_under(*part, "value")}
        );
    }
    add_description(raw, sections);
    return raw;
}

}  // namespace sources::ats
