#include "services/api/saved_searches.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/candidates.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/versions.hpp"
#include "services/browsing/browse.hpp"
#include "services/http/problem.hpp"
#include "services/wire/feed_xml.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/saved_search_json.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <map>
#include <optional>

namespace api {
namespace {

namespace json = boost::json;

/// How far a feed goes back: readers keep what they have seen.
constexpr std::size_t feed_digests = 20;

/// The saved search if the principal may do this to it; else not_found.
domain::Result<store::SavedSearch> find_saved_search(
    const Service& service,
    const auth::Principal& principal,
    const auth::Action action,
    const std::string& id
) {
    auto saved = service.saved_searches.find(owner_of(principal), id);
    if (saved && !service.may(principal, action, {.owner_id = saved->owner_id})) {
        return domain::Error{domain::ErrorKind::not_found, "there is no saved search " + id, ""};
    }
    return saved;
}

/// Why the search itself would refuse the query; it is asked, so that nothing is saved that finds
/// a fault only when nobody is there to read it.
std::optional<http::Response> refusal_of_query(
    const Service& service, const store::SavedSearchTerms& terms
) {
    if (!terms.query) {
        return std::nullopt;
    }
    search::Query query = wire::search_query_from(*terms.query).value();  // Read a moment ago.
    query.as_of = service.today();
    query.limit = 1;
    const auto facts = service.facts.current();
    const auto page = search::search(
        service.index, query, browsing::knowledge(facts->gazetteer, service.rule_book)
    );
    if (page) {
        return std::nullopt;
    }
    domain::Error error = page.error();
    error.field = "query." + error.field;
    return refuse(error);
}

Read<store::SavedSearchTerms> read_wanted(
    const Service& service, const auth::Principal& principal, const http::Request& request
) {
    const auto document = read_json(request);
    if (!document) {
        return document.error();
    }
    auto terms = wire::saved_search_from(*document);
    if (!terms) {
        return refuse(terms.error());
    }
    if (const auto& id = terms->candidate_id) {
        // Who lets a firm read their document is not told of postings by it.
        if (!find_own_candidate(service, principal, auth::Action::change_saved_search, *id)) {
            return refuse(domain::invalid("candidate", "there is no candidate '" + *id + "'"));
        }
    }
    if (auto refusal = refusal_of_query(service, *terms)) {
        return *std::move(refusal);
    }
    return *std::move(terms);
}

http::Response answer_saved_search(const unsigned status, const store::SavedSearch& saved) {
    return with_etag(answer_json(status, wire::saved_search_json(saved)), saved.etag);
}

/// Those postings of the digests that are served on the day.
std::vector<domain::Posting> served(
    const Service& service, const std::vector<store::Digest>& digests, const domain::Date day
) {
    std::vector<domain::PostingId> ids;
    for (const store::Digest& digest : digests) {
        for (const store::Announced& announced : digest.postings) {
            ids.push_back(announced.posting_id);
        }
    }
    return service.postings.find_served(ids, day);
}

}  // namespace

http::Response create_saved_search(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = read_wanted(service, principal, call.request);
    if (!wanted) {
        return wanted.error();
    }
    const auto saved = service.saved_searches.create(owner_of(principal), *wanted);
    if (!saved) {
        return refuse(saved.error());
    }
    http::Response response = answer_saved_search(201, *saved);
    response.headers.emplace_back("Location", "/v1/saved-searches/" + saved->id);
    return response;
}

http::Response
list_saved_searches(const Service& service, const auth::Principal& principal, const http::Call&) {
    json::array items;
    for (const store::SavedSearch& saved : service.saved_searches.list(owner_of(principal))) {
        items.emplace_back(wire::saved_search_json(saved));
    }
    json::object body;
    body["items"] = std::move(items);
    return answer_json(200, body);
}

http::Response read_saved_search(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto saved =
        find_saved_search(service, principal, auth::Action::read_saved_search, call.path_uuid(0));
    return saved ? answer_saved_search(200, *saved) : refuse(saved.error());
}

http::Response replace_saved_search(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = read_wanted(service, principal, call.request);
    if (!wanted) {
        return wanted.error();
    }
    const auto current =
        find_saved_search(service, principal, auth::Action::change_saved_search, call.path_uuid(0));
    if (!current) {
        return refuse(current.error());
    }
    std::optional<std::string> expected;
    if (const std::string_view known = call.request.header("If-Match"); !known.empty()) {
        if (!http::etag_matches(known, current->etag, http::EtagComparison::strong)) {
            return http::problem(
                412, "the saved search has been replaced since", http::in_header("If-Match")
            );
        }
        expected = current->etag;
    }
    const auto saved =
        service.saved_searches.replace(owner_of(principal), call.path_uuid(0), *wanted, expected);
    return saved ? answer_saved_search(200, *saved) : refuse(saved.error());
}

http::Response remove_saved_search(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto current =
        find_saved_search(service, principal, auth::Action::change_saved_search, call.path_uuid(0));
    if (!current) {
        return refuse(current.error());
    }
    const auto removed = service.saved_searches.remove(owner_of(principal), current->id);
    return removed ? no_content() : refuse(removed.error());
}

http::Response list_digests(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto wanted = asked_page(call.query);
    if (!wanted) {
        return http::problem(wanted.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const auto saved =
        find_saved_search(service, principal, auth::Action::read_saved_search, call.path_uuid(0));
    if (!saved) {
        return refuse(saved.error());
    }
    const auto digests =
        service.saved_searches.digests(owner_of(principal), saved->id, wanted->from, wanted->count);
    std::optional<domain::Candidate> candidate;
    if (saved->terms.candidate_id) {
        const auto stored = find_own_candidate(
            service, principal, auth::Action::read_candidate, *saved->terms.candidate_id
        );
        if (stored) {
            candidate = candidate_from(*stored);
        }
    }
    const rules::RuleBook& rule_book = service.rule_book;
    json::array items;
    for (const store::Digest& digest : digests) {
        std::map<domain::PostingId, wire::AnnouncedPosting> shown;
        for (domain::Posting& posting : served(service, {digest}, service.today())) {
            wire::AnnouncedPosting& one = shown[posting.id];
            if (candidate) {
                one.lifts = express_entry::lifts(
                    rule_book,
                    nullptr,
                    digest.day,
                    express_entry::crs_profile(*candidate, digest.day).input,
                    express_entry::offer_terms(posting)
                );
            }
            one.posting = std::move(posting);
        }
        items.emplace_back(wire::digest_json(digest, shown, rule_book, *spoken));
    }
    return answer_page(
        "/v1/saved-searches/" + saved->id + "/digests",
        call.query,
        {{"items", std::move(items)}, {"notice", wire::text(*spoken, "notice")}},
        digests.size() < wanted->count ? std::nullopt : std::optional{digests.back().id}
    );
}

http::Response open_feed(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto asked_language =
        document::read_document(*document, [](const document::ValueReader& root) {
            return root.object([](document::FieldReader& in) {
                return in
                    .optional(
                        "lang",
                        [](const document::ValueReader& value) {
                            return value.choice(wire::language_names);
                        }
                    )
                    .value_or(domain::OfficialLanguage::english);
            });
        });
    if (!asked_language) {
        return refuse(asked_language.error());
    }
    const auto current =
        find_saved_search(service, principal, auth::Action::change_saved_search, call.path_uuid(0));
    if (!current) {
        return refuse(current.error());
    }
    const auto token =
        service.saved_searches.open_feed(owner_of(principal), current->id, *asked_language);
    if (!token) {
        return refuse(token.error());
    }
    const std::string address = "/v1/feeds/" + *token + "/alerts.atom";
    http::Response response = answer_json(201, {{"feed", address}});
    response.headers.emplace_back("Location", address);
    return response;
}

http::Response close_feed(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto current =
        find_saved_search(service, principal, auth::Action::change_saved_search, call.path_uuid(0));
    if (!current) {
        return refuse(current.error());
    }
    const auto closed = service.saved_searches.close_feed(owner_of(principal), current->id);
    return closed ? no_content() : refuse(closed.error());
}

http::Response read_feed(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto feed = service.saved_searches.feed(call.path_token(0), feed_digests);
    if (!feed) {
        return http::problem(404, "there is no such feed");
    }
    std::map<domain::PostingId, domain::Posting> shown;
    for (domain::Posting& posting : served(service, feed->digests, service.today())) {
        const domain::PostingId id = posting.id;
        shown.emplace(id, std::move(posting));
    }
    const std::string self = "/v1/feeds/" + call.path_token(0) + "/alerts.atom";
    std::string body = wire::feed_xml(*feed, shown, self);
    const std::string etag = store::sha256(body).substr(0, 32);
    http::Response response;
    response.content_type = "application/atom+xml; charset=utf-8";
    response.headers = {{"ETag", "\"" + etag + "\""}, {"Cache-Control", "private, no-cache"}};
    if (http::etag_matches(
            call.request.header("If-None-Match"), etag, http::EtagComparison::weak
        )) {
        response.status = 304;
    } else {
        response.body = std::move(body);
    }
    return response;
}

}  // namespace api
