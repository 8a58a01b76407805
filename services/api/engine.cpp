#include "services/api/engine.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/offer_answer.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/projection_json.hpp"
#include "services/wire/rounds_json.hpp"

#include <optional>

namespace api {
namespace {

namespace json = boost::json;
using domain::Candidate;

/// `{candidate, <more>?}`: the candidate, and what was said beside it.
template <class More>
struct Body {
    Candidate candidate;
    std::optional<More> more;
};

template <class More, class ReadMore>
domain::Result<Body<More>> read_candidate_and(
    const json::value& document, const std::string_view name, const ReadMore read_more
) {
    return document::read_document(document, [&](const document::ValueReader& root) {
        return root.object([&](document::FieldReader& in) {
            Body<More> result;
            const document::ValueReader candidate = in.required("candidate");
            if (candidate.json() != nullptr) {
                auto read = wire::candidate_from(*candidate.json());
                if (read) {
                    result.candidate = *std::move(read);
                } else {
                    in.refuse("candidate", read.error());
                }
            }
            result.more = in.optional(name, [&](const document::ValueReader& value) {
                return value.object(read_more);
            });
            return result;
        });
    });
}

wire::AnswerContext context_of(const Service& service, const MatchParameters& parameters) {
    return {
        .rule_book = service.rule_book,
        .asked = parameters.query.asked,
        .as_of = parameters.query.as_of,
        .language = parameters.language,
    };
}

/// `make(context, candidate) -> json::object` for the candidate document in the body.
template <class Make>
http::Response for_candidate(const Service& service, const http::Call& call, const Make make) {
    const auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    const auto candidate = read_candidate_document(call.request);
    if (!candidate) {
        return candidate.error();
    }
    return answer_json(200, make(context_of(service, *parameters), *candidate));
}

/// `make(context, body) -> Result<json::object>` for a body of a candidate and something more.
template <class More, class ReadMore, class Make>
http::Response for_body(
    const Service& service,
    const http::Call& call,
    const std::string_view name,
    const ReadMore read_more,
    const Make make
) {
    const auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto body = read_candidate_and<More>(*document, name, read_more);
    if (!body) {
        return http::problem(body.error(), http::Input::document);
    }
    const domain::Result<json::object> said = make(context_of(service, *parameters), *body);
    return said ? answer_json(200, *said) : http::problem(said.error(), http::Input::document);
}

}  // namespace

http::Response judge_programs(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    return for_candidate(service, call, [](const auto& context, const Candidate& candidate) {
        return wire::programs_answer_json(candidate, context.as_of, context.language);
    });
}

http::Response judge_offer(const Service& service, const auth::Principal&, const http::Call& call) {
    return for_body<domain::Offer>(
        service,
        call,
        "offer",
        wire::offer_from,
        [](const auto& context, const auto& body) -> domain::Result<json::object> {
            if (!body.more) {
                return wire::own_offer_answer_json(context, body.candidate);
            }
            return wire::offer_answer_json(context, body.candidate, *body.more);
        }
    );
}

http::Response list_rounds(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    json::array rounds;
    for (const domain::Round& round : service.rounds.list()) {
        rounds.push_back(wire::round_json(round, *spoken));
    }
    return answer_json(200, {{"rounds", std::move(rounds)}});
}

http::Response stand_among_rounds(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto back = months(call.query, 12);
    if (!back) {
        return http::problem(back.error(), http::Input::syntax);
    }
    return for_candidate(service, call, [&](const auto& context, const Candidate& candidate) {
        return wire::rounds_answer_json(context, candidate, service.rounds.list(), *back);
    });
}

http::Response project_score(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto ahead = months(call.query, 36);
    if (!ahead) {
        return http::problem(ahead.error(), http::Input::syntax);
    }
    return for_body<express_entry::Plan>(
        service,
        call,
        "plan",
        wire::plan_from,
        [&](const auto& context, const auto& body) -> domain::Result<json::object> {
            const express_entry::Plan plan = body.more.value_or(express_entry::Plan{});
            return wire::projection_answer_json(context, body.candidate, plan, *ahead);
        }
    );
}

http::Response give_advice(const Service& service, const auth::Principal&, const http::Call& call) {
    return for_candidate(service, call, [](const auto& context, const Candidate& candidate) {
        return wire::advice_answer_json(context, candidate);
    });
}

}  // namespace api
