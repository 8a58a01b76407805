#include "services/api/reviews.hpp"

#include "indexer/trust/trust.hpp"
#include "services/api/document.hpp"
#include "services/api/lists.hpp"
#include "services/api/parameters.hpp"
#include "services/api/postings.hpp"
#include "services/http/problem.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/review_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace api {
namespace {

namespace json = boost::json;

/// Where the page before ended; 0 without a cursor.
domain::Result<domain::PostingId> after(const http::Query& query) {
    const auto cursor = query.find("cursor");
    if (!cursor) {
        return domain::PostingId{0};
    }
    domain::PostingId id = 0;
    const auto [end, error] = std::from_chars(cursor->data(), cursor->data() + cursor->size(), id);
    if (error != std::errc{} || end != cursor->data() + cursor->size() || id < 0) {
        return domain::invalid(
            "cursor", "'" + std::string{*cursor} + "' is no cursor of this list"
        );
    }
    return id;
}

/// Whether a check stands in the way of the posting. A rejection does so before it is verified
/// anew.
bool fails_hard(
    const store::ToVerify& posting, const store::TrustCard& card, const verification::CheckKind kind
) {
    if (kind == verification::CheckKind::review) {
        return posting.rejected;
    }
    const auto checks = trust::unpack(card.verdicts.value_or(store::PackedVerdicts{}));
    const auto& check = checks[static_cast<std::size_t>(kind)];
    return check.verdict == verification::Verdict::fail && verification::rule_of(kind).hard;
}

/// How many different people have cleared a finding on this record since somebody upheld it.
std::size_t cleared_by(
    const std::vector<store::ReviewStore::Decision>& decisions, const std::string& check
) {
    std::vector<std::string> people;
    for (const auto& decision : decisions) {
        const bool upheld = (decision.decision == "confirm" && decision.check == check) ||
                            (decision.decision == "reject" && check == "review");
        if (upheld) {
            people.clear();
        } else if (decision.of_this_record && decision.decision == "clear" && decision.check == check) {
            people.push_back(decision.reviewer);
        }
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people.size();
}

constexpr std::size_t people_to_clear = 2;

std::string effect_of(
    const wire::ReviewRequest& request, const std::vector<store::ReviewStore::Decision>& decisions
) {
    if (request.decision == "reject") {
        return "taken_out";
    }
    if (request.decision != "clear") {
        return "recorded";
    }
    return cleared_by(decisions, request.check) < people_to_clear ? "needs_another_person"
                                                                  : "cleared";
}

}  // namespace

http::Response report_posting(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto report = wire::report_from(*document);
    if (!report) {
        return http::problem(report.error(), http::Input::document);
    }
    const domain::PostingId id = call.path_integer(0);
    if (!service.reviews.report(id, report->kind, report->words)) {
        return no_posting(id);
    }
    return answer_json(201, {{"posting_id", std::to_string(id)}, {"kind", report->kind}});
}

http::Response list_waiting(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto count = limit(call.query, 20);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    const auto from = after(call.query);
    if (!from) {
        return http::problem(from.error(), http::Input::syntax);
    }
    const auto asked_language = language(call.query);
    if (!asked_language) {
        return http::problem(asked_language.error(), http::Input::syntax);
    }
    const auto waiting = service.reviews.queue(*from, *count);
    json::array items;
    for (const auto& each : waiting) {
        items.push_back(wire::waiting_json(each, *asked_language));
    }
    return answer_page(
        "/v1/reviews",
        call.query,
        {{"items", std::move(items)}},
        waiting.size() < *count ? std::nullopt : std::optional{waiting.back().id}
    );
}

http::Response read_review(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto asked_language = language(call.query);
    if (!asked_language) {
        return http::problem(asked_language.error(), http::Input::syntax);
    }
    const domain::PostingId id = call.path_integer(0);
    const auto found = service.reviews.posting(id);
    const auto card = service.reviews.card(id);
    if (!found || !card) {
        return no_posting(id);
    }
    return answer_json(
        200,
        {{"posting", wire::posting_json(found->posting)},
         {"evidence",
          wire::evidence_json(
              {.posting = found->posting, .card = *card, .as_of = *day, .language = *asked_language}
          )},
         {"reports", wire::reports_json(service.reviews.reports(id))},
         {"decisions", wire::decisions_json(service.reviews.decisions(id))}}
    );
}

http::Response decide_review(
    const Service& service, const auth::Principal& principal, const http::Call& call
) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto request = wire::review_from(*document);
    if (!request) {
        return http::problem(request.error(), http::Input::document);
    }
    const domain::PostingId id = call.path_integer(0);
    const auto posting = service.reviews.posting(id);
    const auto card = service.reviews.card(id);
    if (!posting || !card) {
        return no_posting(id);
    }
    if (!request->check.empty()) {
        const auto kind = verification::kind_from(request->check);
        if (!kind || !fails_hard(*posting, *card, *kind)) {
            return http::problem(
                422,
                "no hard finding of this check stands against the posting",
                http::in_body("check")
            );
        }
        if (request->decision == "clear" && !verification::rule_of(*kind).clearable) {
            return http::problem(
                422, "what a record lacks cannot be cleared", http::in_body("check")
            );
        }
    }
    service.reviews.decide(
        id,
        {.decision = request->decision,
         .check = request->check,
         .reviewer = principal.id,
         .words = request->words,
         .made_at = {}},
        service.today()
    );
    const auto decisions = service.reviews.decisions(id);
    return answer_json(
        201,
        {{"posting_id", std::to_string(id)},
         {"effect", effect_of(*request, decisions)},
         {"decisions", wire::decisions_json(decisions)}}
    );
}

}  // namespace api
