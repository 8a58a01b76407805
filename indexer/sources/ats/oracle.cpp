#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

/// The site's number stands in the address that the list was asked for with.
std::string link_to(const std::string& id, const std::string_view address) {
    constexpr std::string_view key{"siteNumber="};
    const auto at = address.find(key);
    if (at == std::string_view::npos || id.empty()) {
        return {};
    }
    const auto rest = address.substr(at + key.size());
    const auto site = rest.substr(0, rest.find_first_of(",;&"));
    return origin_of(address) + "/hcmUI/CandidateExperience/en/sites/" + std::string{site} +
           "/job/" + id;
}

}  // namespace

RawPosting read_oracle(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "Id"},
         {Field::title, "Title"},
         {Field::location, "PrimaryLocation"},
         {Field::country, "PrimaryLocationCountry"},
         {Field::date_posted, "PostedDate"},
         {Field::date_posted, "ExternalPostedStartDate"},
         {Field::valid_through, "ExternalPostedEndDate"},
         {Field::employment, "JobSchedule"}}
    );
    raw.add(Field::url, link_to(text_under(record, "Id"), facts.address));
    for (const auto* place : each(member(record, "secondaryLocations"))) {
        raw.add(Field::location, text_under(*place, "Name"));
    }
    add_remote_flag(raw, text_under(record, "WorkplaceType") == "Remote" ? "true" : "");
    add_description(
        raw,
        {{.heading = {}, .html = text_under(record, "ExternalDescriptionStr")},
         {.heading = {}, .html = text_under(record, "ExternalResponsibilitiesStr")},
         {.heading = {}, .html = text_under(record, "ExternalQualificationsStr")}}
    );
    return raw;
}

}  // namespace sources::ats
