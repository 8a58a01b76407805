#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

namespace {

std::string link_of(const boost::json::value& record, const FeedFacts& facts) {
    const auto link = text_under(record, "url");
    const auto site = origin_of(facts.address);
    return link.empty() && !site.empty() ? site + text_under(record, "path") : link;
}

}  // namespace

RawPosting read_pinpoint(const boost::json::value& record, const FeedFacts& facts) {
    RawPosting raw;
    add_paths(
        raw,
        record,
        {{Field::source_id, "id"},
         {Field::title, "title"},
         {Field::location, "location.name"},
         {Field::valid_through, "deadline_at"},
         {Field::employment, "employment_type_text"},
         {Field::pay_min, "compensation_minimum"},
         {Field::pay_max, "compensation_maximum"},
         {Field::pay_period, "compensation_frequency"},
         {Field::pay_currency, "compensation_currency"}}
    );
    raw.add(Field::url, link_of(record, facts));
    add_remote_flag(raw, text_under(record, "workplace_type") == "remote" ? "true" : "");
    add_description(
        raw,
        {{.heading = {}, .html = text_under(record, "description")},
         {.heading = text_under(record, "key_responsibilities_header"),
          .html = text_under(record, "key_responsibilities")},
         {.heading = text_under(record, "skills_knowledge_expertise_header"),
          .html = text_under(record, "skills_knowledge_expertise")},
         {.heading = text_under(record, "benefits_header"), .html = text_under(record, "benefits")}}
    );
    return raw;
}

}  // namespace sources::ats
