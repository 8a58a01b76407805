#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>

namespace sources::ats {

namespace {

/// People read at `https://HOST/SITE` what the list at `https://HOST/wday/cxs/TENANT/SITE/jobs`
/// offers.
std::string site_of(const std::string_view address) {
    constexpr std::string_view mark{"/wday/cxs/"};
    const auto at = address.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto parts = pieces_of(address.substr(at + mark.size()), "/");
    return parts.size() < 2 ? std::string{} : origin_of(address) + "/" + parts[1];
}

/// `/job/Ontario---Ottawa/...` as `Ontario, Ottawa`: the place stands in the link where a posting
/// has several.
std::string place_in(const std::string_view path) {
    const auto parts = pieces_of(path, "/");
    if (parts.size() < 3) {
        return {};
    }
    auto place = joined(pieces_of(parts[1], "---"), ", ");
    std::ranges::replace(place, '-', ' ');
    return place;
}

bool counts_only(const std::string_view places) {
    return lower_case_ascii(places).ends_with(" locations");
}

}  // namespace

/// The list says when a posting was put up in words alone (`Posted 3 Days Ago`); the posting itself
/// has the day.
RawPosting read_workday(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    const auto path = text_under(record, "externalPath");
    const auto site = site_of(facts.address);
    raw.add(Field::source_id, text_under(record, "bulletFields"));
    raw.add(Field::url, site.empty() ? std::string{} : site + path);
    raw.add(Field::title, text_under(record, "title"));
    raw.add(Field::date_posted, text_under(record, "postedOn"));
    if (const auto places = text_under(record, "locationsText"); !counts_only(places)) {
        raw.add(Field::location, places);
    }
    raw.add(Field::location_hint, place_in(path));
    raw.add(Field::remote, text_under(record, "remoteType"));
    return raw;
}

RawPosting read_workday_job(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "jobReqId"},
         {Field::url, "externalUrl"},
         {Field::title, "title"},
         {Field::location, "location"},
         {Field::country, "country.descriptor"},
         {Field::date_posted, "startDate"},
         {Field::valid_through, "endDate"},
         {Field::employment, "timeType"},
         {Field::remote, "remoteType"},
         {Field::description, "jobDescription"}}
    );
    for (const auto& place : texts_under(record, "additionalLocations")) {
        raw.add(Field::location, place);
    }
    return raw;
}

}  // namespace sources::ats
