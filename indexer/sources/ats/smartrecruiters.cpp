#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

std::string page_link_of(const boost::json::value& record) {
    auto link = text_under(record, "postingUrl");
    const auto company = text_at(record, "company.identifier");
    if (!link.empty() || company.empty()) {
        return link;
    }
    return "https://jobs.smartrecruiters.com/" + company + "/" + text_under(record, "id");
}

}  // namespace

RawPosting read_smartrecruiters(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::title, "name"},
         {Field::employer, "company.name"},
         {Field::date_posted, "releasedDate"},
         {Field::employment, "typeOfEmployment.label"}}
    );
    raw.add(Field::url, page_link_of(record));
    add_place(
        raw,
        {.city = text_at(record, "location.city"),
         .region = text_at(record, "location.region"),
         .postal_code = text_at(record, "location.postalCode"),
         .country = text_at(record, "location.country")}
    );
    add_remote_flag(raw, text_at(record, "location.remote"));
    raw.add(Field::text_language, official_language(text_at(record, "language.code")));
    std::vector<Section> sections;
    for (const auto* part : {"jobDescription", "qualifications", "additionalInformation"}) {
        const auto* section = at_path(record, std::string{"jobAd.sections."} + part);
        if (section != nullptr) {
            sections.push_back(
                {.heading = text_under(*section, "title"), .html = text_under(*section, "text")}
            );
        }
    }
    add_description(raw, sections);
    return raw;
}

}  // namespace sources::ats
