#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <charconv>

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

/// More are told as `30+` by the system itself.
constexpr int days_told_max = 30;

/// Days before the day of the list, where its words are exact: `Posted Today`, `Posted Yesterday`,
/// `Posted 3 Days Ago`; not `Posted 30+ Days Ago`.
std::optional<int> days_ago(const std::string_view words) {
    const auto folded = lower_case_ascii(trimmed(words));
    if (folded == "posted today" || folded == "posted yesterday") {
        return folded == "posted today" ? 0 : 1;
    }
    constexpr std::string_view before{"posted "};
    int days = 0;
    const char* const end = folded.data() + folded.size();
    if (!folded.starts_with(before)) {
        return std::nullopt;
    }
    const auto [rest, error] = std::from_chars(folded.data() + before.size(), end, days);
    const std::string_view after{rest, static_cast<std::size_t>(end - rest)};
    const bool exact = error == std::errc{} && days >= 0 && days <= days_told_max &&
                       (after == " days ago" || (days == 1 && after == " day ago"));
    return exact ? std::optional{days} : std::nullopt;
}

/// The day, where the list's own day is known; else its words.
std::string day_posted(const std::string& words, const FeedFacts& facts) {
    const auto days = days_ago(words);
    return days && facts.fetched_on
               ? domain::to_string(*facts.fetched_on - std::chrono::days{*days})
               : words;
}

}  // namespace

/// The list says when a posting was put up in words alone (`Posted 3 Days Ago`), which name a day
/// where it is known on which the list was fetched; the posting itself has the day.
RawPosting read_workday(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    const auto path = text_under(record, "externalPath");
    const auto site = site_of(facts.address);
    raw.add(Field::source_id, text_under(record, "bulletFields"));
    raw.add(Field::url, site.empty() ? std::string{} : site + path);
    raw.add(Field::title, text_under(record, "title"));
    raw.add(Field::date_posted, day_posted(text_under(record, "postedOn"), facts));
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
