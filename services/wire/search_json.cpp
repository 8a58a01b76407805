#include "services/wire/search_json.hpp"

#include "services/wire/evidence_json.hpp"
#include "services/wire/facets_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/open_object.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/shipped_unit_groups.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;
using search::FacetCounts;

constexpr std::array mark_names{
    Named{"none", search::Mark::none},
    Named{"word", search::Mark::word},
    Named{"synonym", search::Mark::synonym},
};
constexpr std::array text_part_names{
    Named{"duties", search::TextPart::duties},
    Named{"skills", search::TextPart::skills},
    Named{"description", search::TextPart::description},
};

json::array fragments_json(const search::Fragments& fragments) {
    json::array result;
    for (const search::Fragment& fragment : fragments) {
        const bool plain = fragment.mark == search::Mark::none;
        result.push_back(json::object{
            {"text", fragment.text},
            {"mark",
             plain ? json::value(nullptr) : json::value(name_of(mark_names, fragment.mark))}});
    }
    return result;
}

json::value snippet_json(const std::optional<search::Snippet>& snippet) {
    if (!snippet) {
        return nullptr;
    }
    return json::object{
        {"part", name_of(text_part_names, snippet->part)},
        {"fragments", fragments_json(snippet->fragments)},
        {"cut_before", snippet->cut_before},
        {"cut_after", snippet->cut_after}};
}

json::object match_json(const search::Highlights& highlights, const search::Hit& hit) {
    json::array synonyms;
    for (const search::SynonymHit& synonym : hit.synonyms) {
        synonyms.push_back(json::object{{"asked", synonym.asked}, {"found", synonym.found}});
    }
    return {
        {"title", fragments_json(highlights.title)},
        {"employer", fragments_json(highlights.employer)},
        {"snippet", snippet_json(highlights.snippet)},
        {"synonyms", std::move(synonyms)}};
}

std::string title_of(const domain::NocCode noc, const domain::OfficialLanguage language) {
    for (const store::NocUnitGroup& group : store::shipped_unit_groups()) {
        if (group.noc == noc) {
            return language == domain::OfficialLanguage::english ? group.title_en : group.title_fr;
        }
    }
    return {};
}

const search::Hit& hit_of(const search::Page& page, const domain::PostingId id) {
    const auto found = std::ranges::find(page.hits, id, &search::Hit::id);
    assert(found != page.hits.end());
    return *found;
}

void append_posting(std::string& text, const browsing::Results& results, const std::size_t place) {
    const auto& [shelved, trust] = results.postings[place];
    const domain::Posting& posting = shelved->posting();
    OpenObject members{text, shelved->written(posting_text)};
    members.begin("evidence");
    text.append(trust ? evidence_summary_text(posting, *trust, results.as_of) : "null");
    members.add(
        "match",
        results.highlights.empty()
            ? json::value(nullptr)
            : json::value(match_json(results.highlights[place], hit_of(results.page, posting.id)))
    );
    members.end();
}

}  // namespace

json::object page_facets_json(
    const FacetCounts& counts, const bool exact, const domain::OfficialLanguage language
) {
    json::array nocs;
    for (const FacetCounts::NocCount& each : counts.top_nocs(nocs_counted_max)) {
        nocs.push_back(json::object{
            {"noc", each.noc.to_string()},
            {"title", or_null(title_of(each.noc, language))},
            {"count", each.hits}});
    }
    json::object result{{"exact", exact}, {"nocs", std::move(nocs)}};
    const json::object numbers = facet_numbers_json(
        {.provinces = counts.provinces(),
         .teers = counts.teers(),
         .languages = counts.languages(),
         .remote = counts.remote()}
    );
    result.insert(numbers.begin(), numbers.end());
    return result;
}

std::string page_text(
    const browsing::Results& results,
    const rules::RuleBook& rule_book,
    const domain::OfficialLanguage language
) {
    const search::Page& page = results.page;
    const json::object frame{
        {"as_of", domain::to_string(results.as_of)},
        {"revision", std::to_string(page.revision)},
        {"total", page.total},
        {"total_exact", page.total_exact},
        {"moved", page.moved},
        {"did_you_mean", or_null(page.did_you_mean)},
        {"basis",
         results.asks_for_lift ? json::value(rules_json(
                                     rule_book,
                                     rule_book.basis(),
                                     express_entry::LiftRole::basis,
                                     results.as_of,
                                     language
                                 ))
                               : json::value(nullptr)},
        {"facets",
         page.facets ? json::value(page_facets_json(*page.facets, page.facets_exact, language))
                     : json::value(nullptr)},
        {"next_cursor", or_null(page.next_cursor)}};
    constexpr std::size_t posting_bytes = 4'096;  // Seldom more.
    std::string result;
    result.reserve((1 + results.postings.size()) * posting_bytes);
    OpenObject answer{result, document::serialize(frame)};
    answer.begin("postings");
    char separator = '[';
    for (std::size_t place = 0; place < results.postings.size(); ++place) {
        result.append(1, std::exchange(separator, ','));
        append_posting(result, results, place);
    }
    result.append(results.postings.empty() ? "[]" : "]");
    answer.end();
    return result;
}

QueryFaultText fault_text(
    const search::QueryFault& fault, const domain::OfficialLanguage language
) {
    using search::QueryFaultCode;
    const auto hint = [&](const std::string_view name, const Arguments& arguments = {}) {
        return text(language, std::string{"query.hint."}.append(name), arguments);
    };
    QueryFaultText result{
        .detail = text(
            language,
            std::string{"query."}.append(search::name_of(fault.code)),
            {{"position", static_cast<std::int64_t>(fault.position)},
             {"read", fault.read},
             {"field", std::string{search::name_of(fault.field)}}}
        ),
        .hint = {}};
    switch (fault.code) {
        case QueryFaultCode::quote_not_closed:
            result.hint = hint("quote");
            break;
        case QueryFaultCode::unknown_field:
            result.hint = fault.suggestion.empty()
                              ? hint("fields")
                              : hint("suggestion", {{"suggestion", fault.suggestion + ":"}});
            break;
        case QueryFaultCode::place_not_known:
            result.hint = fault.suggestion.empty()
                              ? hint("near")
                              : hint("suggestion", {{"suggestion", fault.suggestion}});
            break;
        case QueryFaultCode::place_ambiguous:
            result.hint = hint("ambiguous");
            break;
        case QueryFaultCode::value_missing:
        case QueryFaultCode::value_not_understood:
            result.hint = hint(search::name_of(fault.field));
            break;
        case QueryFaultCode::too_many_clauses:
        case QueryFaultCode::too_many_values:
            result.hint = hint("fewer");
            break;
    }
    return result;
}

}  // namespace wire
