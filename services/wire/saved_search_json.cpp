#include "services/wire/saved_search_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/optional_text.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cassert>
#include <limits>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;

constexpr std::size_t search_name_max = 100;
constexpr std::size_t query_text_max = 500;
constexpr std::size_t values_max = 50;  ///< Of one filter.
constexpr int teer_max = 5;

domain::Province province(const ValueReader& value) {
    const auto found = domain::province_from_code(value.text({.min = 0, .max = query_text_max}));
    if (!found) {
        value.refuse("not the code of a province or territory");
    }
    return found.value_or(domain::Province{});
}

/// The values of a filter; none where it is left out.
template <class Read>
auto filter(FieldReader& in, const std::string_view name, Read read) {
    using Values = std::vector<std::invoke_result_t<Read, const ValueReader&>>;
    return in.optional(
                 name, [&](const ValueReader& list) { return list.array(values_max, read); }
    ).value_or(Values{});
}

search::Query query(FieldReader& in) {
    search::Query result;
    result.text = optional_text(in, "q", query_text_max);
    result.provinces = filter(in, "province", province);
    result.nocs = filter(in, "noc", [](const ValueReader& value) { return value.noc(); });
    result.teers = filter(in, "teer", [](const ValueReader& value) {
        return value.integer<int>({.min = 0, .max = teer_max});
    });
    result.hourly_pay_min = in.optional("pay_min", [](const ValueReader& value) {
        return value.integer<domain::Cents>(
            {.min = 0, .max = std::numeric_limits<std::int32_t>::max()}
        );
    });
    return result;
}

json::object query_json(const search::Query& query) {
    json::array provinces;
    for (const domain::Province value : query.provinces) {
        provinces.emplace_back(domain::code(value));
    }
    json::array nocs;
    for (const domain::NocCode value : query.nocs) {
        nocs.emplace_back(value.to_string());
    }
    json::array teers(query.teers.begin(), query.teers.end());
    json::object result{
        {"q", query.text},
        {"province", std::move(provinces)},
        {"noc", std::move(nocs)},
        {"teer", std::move(teers)}};
    result["pay_min"] = or_null(query.hourly_pay_min);
    return result;
}

store::SavedSearchTerms saved_search(FieldReader& in) {
    store::SavedSearchTerms terms;
    terms.name = in.required("name").text({.min = 1, .max = search_name_max});
    terms.candidate_id = in.optional("candidate", [](const ValueReader& value) {
        std::string id = value.text({.min = 0, .max = search_name_max});
        if (!is_uuid(id)) {
            value.refuse("not the id of a candidate");
        }
        return id;
    });
    const auto order =
        in.optional("order", [](const ValueReader& value) { return value.choice(order_names); });
    if (terms.candidate_id) {
        terms.match_order = name_of(order_names, order.value_or(ranking::Order::fit));
    } else if (order) {
        in.refuse("order", "only the matches of a candidate have an order");
    }
    terms.query = in.optional("query", [](const ValueReader& value) {
        return json::serialize(query_json(value.object(query)));
    });
    if (!terms.candidate_id && !terms.query) {
        in.refuse("neither candidate nor query: there is nothing to look for");
    }
    terms.notify = in.optional("notify", [](const ValueReader& value) {
                         return value.boolean();
                     }).value_or(true);
    return terms;
}

json::object announced_json(
    const store::Announced& announced,
    const AnnouncedPosting* const served,
    const store::Digest& digest,
    const rules::RuleBook& rule_book,
    const domain::OfficialLanguage language
) {
    json::object result{
        {"posting_id", std::to_string(announced.posting_id)},
        {"fit", or_null(announced.fit)},
        {"basis_points", or_null(announced.basis_points)}};
    const auto said = [&](std::string domain::Posting::*text) {
        return served != nullptr ? or_null(served->posting.*text) : json::value(nullptr);
    };
    result["title"] = said(&domain::Posting::title);
    result["hiring_organization"] = said(&domain::Posting::hiring_organization);
    result["url"] = said(&domain::Posting::url);
    result["lift"] = served != nullptr ? lifts_json(rule_book, served->lifts, digest.day, language)
                                       : json::array{};
    return result;
}

}  // namespace

domain::Result<store::SavedSearchTerms> saved_search_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object(saved_search);
    });
}

domain::Result<search::Query> search_query_from(const std::string_view stored_query) {
    return document::parse_document(stored_query, [](const ValueReader& root) {
        return root.object(query);
    });
}

json::object saved_search_json(const store::SavedSearch& saved) {
    json::object result{{"id", saved.id}, {"name", saved.terms.name}};
    result["candidate"] = or_null(saved.terms.candidate_id);
    result["order"] = or_null(saved.terms.match_order);
    result["query"] = saved.terms.query ? json::parse(*saved.terms.query) : json::value(nullptr);
    result["notify"] = saved.terms.notify;
    result["feed"] = saved.has_feed;
    result["revision_seen"] = std::to_string(saved.revision_seen);
    result["created_at"] = saved.created_at;
    return result;
}

json::object digest_json(
    const store::Digest& digest,
    const std::map<domain::PostingId, AnnouncedPosting>& served,
    const rules::RuleBook& rule_book,
    const domain::OfficialLanguage language
) {
    json::array postings;
    for (const store::Announced& announced : digest.postings) {
        const auto found = served.find(announced.posting_id);
        postings.emplace_back(announced_json(
            announced, found == served.end() ? nullptr : &found->second, digest, rule_book, language
        ));
    }
    return {
        {"id", std::to_string(digest.id)},
        {"day", domain::to_string(digest.day)},
        {"revision_after", std::to_string(digest.revision_after)},
        {"revision", std::to_string(digest.revision)},
        {"made_at", digest.made_at},
        {"rules", digest.rules},
        {"matching", digest.matching},
        {"postings", std::move(postings)}};
}

}  // namespace wire
