#include "services/api/package_batches.hpp"

#include "services/api/candidates.hpp"
#include "services/api/lists.hpp"
#include "services/api/packages.hpp"
#include "services/api/refusals.hpp"
#include "services/api/spoken_body.hpp"
#include "services/wire/package_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace api {
namespace {

namespace json = boost::json;
using auth::Action;
using store::PackageStore;

/// What is served of the postings that are asked for, by their ids.
std::map<domain::PostingId, domain::Posting> served_of(
    const Service& service, const std::vector<wire::PackagesRequest::Pair>& pairs
) {
    std::vector<domain::PostingId> ids;
    ids.reserve(pairs.size());
    for (const auto& pair : pairs) {
        ids.push_back(pair.posting_id);
    }
    std::map<domain::PostingId, domain::Posting> result;
    for (domain::Posting& posting : service.postings.find_served(ids, service.today())) {
        result.emplace(posting.id, std::move(posting));
    }
    return result;
}

std::string_view reason_of(const PackageStore::Asked& asked) {
    return asked.error ? "candidate_not_found" : "too_many";
}

/// Answers of the pairs in their order: `asked` has those whose posting is served.
json::array items_json(
    const std::vector<wire::PackagesRequest::Pair>& pairs,
    const std::map<domain::PostingId, domain::Posting>& served,
    const std::vector<PackageStore::Asked>& asked,
    const domain::OfficialLanguage spoken
) {
    json::array items;
    auto next = asked.begin();
    for (const auto& pair : pairs) {
        json::object one{{"candidate", pair.candidate_id}};
        one["posting_id"] = std::to_string(pair.posting_id);
        const bool is_served = served.contains(pair.posting_id);
        const bool has_package = is_served && next->package;
        one["package"] = has_package ? json::value(next->package->id) : json::value(nullptr);
        one["application"] =
            has_package ? json::value(next->package->application_id) : json::value(nullptr);
        one["refusal"] = has_package
                             ? json::value(nullptr)
                             : wire::pair_refusal_json(
                                   is_served ? reason_of(*next) : "posting_not_served", spoken
                               );
        next += is_served ? 1 : 0;
        items.push_back(std::move(one));
    }
    return items;
}

/// `DAY.LINE`
std::string day_cursor(const PackageStore::Day& last) {
    return domain::to_string(last.due_on) + "." + std::to_string(last.id);
}

domain::Result<std::optional<PackageStore::DayPlace>> day_place(const http::Query& query) {
    using Result = domain::Result<std::optional<PackageStore::DayPlace>>;
    const auto text = query.find("cursor");
    if (!text) {
        return Result{std::nullopt};
    }
    const std::size_t dot = text->find('.');
    const auto day = domain::parse_date(text->substr(0, dot));
    const std::string_view number = dot == text->npos ? "" : text->substr(dot + 1);
    PackageStore::DayPlace result;
    const char* const last = number.data() + number.size();
    const auto [end, error] = std::from_chars(number.data(), last, result.id);
    if (!day || error != std::errc{} || end != last) {
        return domain::invalid("cursor", "'" + std::string{*text} + "' is no cursor of this list");
    }
    result.due_on = *day;
    return Result{result};
}

}  // namespace

http::Response ask_for_packages(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto asked = read_spoken(call, wire::packages_request_from);
    if (!asked) {
        return asked.error();
    }
    const auto& [pairs, wish] = asked->body;
    if (!wish.rules.empty() && service.rule_book.find(wish.rules) == nullptr) {
        return refuse(domain::invalid("rules", "there is no rule set '" + wish.rules + "'"));
    }
    if (auto refusal = refuse_where_many_wait(service, principal, pairs.size(), asked->language)) {
        return *std::move(refusal);
    }
    const auto served = served_of(service, pairs);
    std::vector<store::ApplicationStore::Draft> drafts;
    for (const auto& pair : pairs) {
        const auto posting = served.find(pair.posting_id);
        if (posting != served.end()) {
            drafts.push_back(
                {.candidate_id = pair.candidate_id,
                 .posting_id = pair.posting_id,
                 .title = posting->second.title,
                 .employer = posting->second.hiring_organization,
                 .due = std::nullopt,
                 .note = ""}
            );
        }
    }
    const auto batch = service.packages.ask_many(
        owner_of(principal),
        drafts,
        wish,
        service.people.now(),
        permits(service, principal, Action::change_package)
    );
    if (!batch.batch) {
        const bool full = std::ranges::any_of(batch.items, [](const PackageStore::Asked& one) {
            return !one.error;
        });
        return full ? refuse(409, "too_many_packages", asked->language)
                    : http::problem(
                          404,
                          "no pair has a candidate and a posting that are there for you",
                          http::in_body("pairs")
                      );
    }
    json::object body;
    body["batch"] = wire::batch_json(*batch.batch);
    body["items"] = items_json(pairs, served, batch.items, asked->language);
    http::Response response = answer_json(202, body);
    response.headers.emplace_back("Location", "/v1/packages/batches/" + batch.batch->id);
    return response;
}

http::Response read_batch(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto batch = service.packages.find_batch(owner_of(principal), call.path_uuid(0));
    return batch ? answer_json(200, wire::batch_json(*batch)) : refuse(batch.error());
}

http::Response list_batch(
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
    const store::Owner owner = owner_of(principal);
    const std::string& id = call.path_uuid(0);
    const auto batch = service.packages.find_batch(owner, id);
    if (!batch) {
        return refuse(batch.error());
    }
    const auto page = service.packages.list_batch(owner, id, wanted->from, wanted->count);
    return answer_page(
        "/v1/packages/batches/" + id + "/packages",
        call.query,
        {{"items", wire::packages_json(page, *spoken)}},
        page.size() < wanted->count ? std::nullopt : std::optional{page.back().number}
    );
}

http::Response list_days(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto count = limit(call.query, page_items);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto after = day_place(call.query);
    if (!after) {
        return http::problem(after.error(), http::Input::syntax);
    }
    const auto from = as_of(call.query, service);
    if (!from) {
        return http::problem(from.error(), http::Input::syntax);
    }
    const auto page = service.packages.days(owner_of(principal), *from, *after, *count);
    return answer_page_before(
        "/v1/advisor/days",
        call.query,
        {{"items", wire::days_json(page)}},
        page.size() < *count ? std::string{} : day_cursor(page.back())
    );
}

}  // namespace api
