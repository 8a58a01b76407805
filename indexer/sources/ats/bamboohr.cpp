#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

/// BambooHR's code for work done from anywhere.
constexpr std::string_view remote_type{"1"};

std::string first_of(
    const boost::json::value& record, std::initializer_list<std::string_view> paths
) {
    for (const auto path : paths) {
        if (auto text = text_at(record, path); !text.empty()) {
            return text;
        }
    }
    return {};
}

}  // namespace

RawPosting read_bamboohr(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    const auto site = origin_of(facts.address);
    const auto id = text_under(record, "id");
    const auto link = text_under(record, "jobOpeningShareUrl");
    raw.add(Field::source_id, id.empty() ? link.substr(link.rfind('/') + 1) : id);
    raw.add(Field::url, link.empty() && !site.empty() ? site + "/careers/" + id : link);
    add_paths(
        raw,
        record,
        {{Field::title, "jobOpeningName"},
         {Field::date_posted, "datePosted"},
         {Field::employment, "employmentStatusLabel"},
         {Field::experience, "minimumExperience"},
         {Field::pay_text, "compensation"},
         {Field::description, "description"}}
    );
    add_place(
        raw,
        {.city = first_of(record, {"location.city", "atsLocation.city"}),
         .region =
             first_of(record, {"location.state", "atsLocation.province", "atsLocation.state"}),
         .postal_code = text_at(record, "location.postalCode"),
         .country = first_of(record, {"location.addressCountry", "atsLocation.country"})}
    );
    add_remote_flag(raw, text_under(record, "isRemote"));
    add_remote_flag(raw, text_under(record, "locationType") == remote_type ? "true" : "");
    return raw;
}

}  // namespace sources::ats
