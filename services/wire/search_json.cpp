#include "services/wire/search_json.hpp"

#include "services/wire/evidence_json.hpp"
#include "services/wire/facets_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/shipped_unit_groups.hpp"

#include <algorithm>
#include <cassert>

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

json::value page_facets_json(const search::Page& page, const domain::OfficialLanguage language) {
    if (!page.facets) {
        return nullptr;
    }
    const FacetCounts& counts = *page.facets;
    json::array nocs;
    for (const FacetCounts::NocCount& each : counts.top_nocs(nocs_counted_max)) {
        nocs.push_back(json::object{
            {"noc", each.noc.to_string()},
            {"title", or_null(title_of(each.noc, language))},
            {"count", each.hits}});
    }
    json::object result{{"exact", page.facets_exact}, {"nocs", std::move(nocs)}};
    const json::object numbers = facet_numbers_json(
        {.provinces = counts.provinces(),
         .teers = counts.teers(),
         .languages = counts.languages(),
         .remote = counts.remote()}
    );
    result.insert(numbers.begin(), numbers.end());
    return result;
}

template <class T>
const T* with_id(const std::vector<T>& all, const domain::PostingId id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

json::object page_json(
    const browsing::Results& results,
    const rules::RuleBook& rule_book,
    const domain::OfficialLanguage language
) {
    json::array postings;
    for (std::size_t index = 0; index < results.postings.size(); ++index) {
        const domain::Posting& posting = results.postings[index];
        json::object members = posting_json(posting);
        const auto* trust = with_id(results.trust, posting.id);
        members["evidence"] = trust == nullptr
                                  ? json::value(nullptr)
                                  : evidence_summary_json(posting, *trust, results.as_of);
        const auto* hit = with_id(results.page.hits, posting.id);
        assert(hit != nullptr);
        members["match"] = results.highlights.empty() ? json::value(nullptr)
                                                      : match_json(results.highlights[index], *hit);
        postings.push_back(std::move(members));
    }
    const search::Page& page = results.page;
    return {
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
        {"facets", page_facets_json(page, language)},
        {"next_cursor", or_null(page.next_cursor)},
        {"postings", std::move(postings)}};
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
