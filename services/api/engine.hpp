#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// The questions about Express Entry that rest on a candidate document; the answers are those of
/// `jobscout` with --json. Nothing is stored.
namespace api {

/// POST /v1/programs: a candidate document.
http::Response judge_programs(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/offers/lift: `{candidate, offer}`; without `offer`, that of the candidate document.
http::Response judge_offer(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/rounds: past rounds, oldest first.
http::Response list_rounds(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/rounds: how the score of a candidate document stands among them.
http::Response stand_among_rounds(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/projections: `{candidate, plan}`; without `plan`, everything stays as it is.
http::Response project_score(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/advice: a candidate document.
http::Response give_advice(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
