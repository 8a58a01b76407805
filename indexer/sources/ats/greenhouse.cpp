#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/html.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_value.hpp"

#include <charconv>

namespace sources::ats {

namespace {

/// Greenhouse writes its HTML with every `<` as `&lt;`.
std::string html_of(std::string content) {
    if (content.find("&lt;") == std::string::npos || content.find('<') != std::string::npos) {
        return content;
    }
    const auto page = Page::parse("<body>" + content);
    return page ? page->root().verbatim() : content;
}

/// An amount in cents, as a plain number of dollars and cents.
std::string dollars_of(const std::string& cents) {
    std::int64_t amount = 0;
    const auto* const end = cents.data() + cents.size();
    if (const auto read = std::from_chars(cents.data(), end, amount);
        read.ec != std::errc{} || read.ptr != end || amount < 0) {
        return cents;
    }
    constexpr std::int64_t cents_a_dollar = 100;
    const auto rest = std::to_string(amount % cents_a_dollar);
    return std::to_string(amount / cents_a_dollar) + (rest.size() == 1 ? ".0" : ".") + rest;
}

}  // namespace

RawPosting read_greenhouse(const boost::json::value& record, const FeedFacts&) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::url, "absolute_url"},
         {Field::title, "title"},
         {Field::employer, "company_name"},
         {Field::location, "location.name"},
         {Field::date_posted, "first_published"},
         {Field::valid_through, "application_deadline"},
         {Field::pay_currency, "pay_input_ranges.0.currency_type"}}
    );
    raw.add(Field::pay_min, dollars_of(text_at(record, "pay_input_ranges.0.min_cents")));
    raw.add(Field::pay_max, dollars_of(text_at(record, "pay_input_ranges.0.max_cents")));
    raw.add(Field::text_language, official_language(text_under(record, "language")));
    raw.add(Field::description, html_of(text_under(record, "content")));
    return raw;
}

}  // namespace sources::ats
