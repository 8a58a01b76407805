#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/matching.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// How a page of matches stands among the others.
struct Paging {
    bool moved = false;       ///< What is ranked has changed since the first page.
    std::string next_cursor;  ///< Empty on the last page.
};

/// The answer of GET /v1/candidates/{id}/matches, POST /v1/matches and `jobscout match --json`, as
/// JSON: `{as_of, order, basis, revision, moved, live, shown, facets, next_cursor, cut_off,
/// scores[], notes[], notice, matches[]}`; each match has its `rank{position, keys[{key, value}],
/// text}` and its `prospects`. Where the query does not explain, it has neither prospects nor
/// reasons: points only, and what they rest on.
std::string matches_text(
    const matching::Matches& matches,
    const rules::RuleBook& rule_book,
    domain::OfficialLanguage language,
    const Paging& paging = {}
);

/// The answer of POST /v1/postings/{id}/lift: one posting for one candidate.
/// `{as_of, basis, scores[], notes[], match{posting, fit, lift, placed_after, prospects}, notice}`
boost::json::object lift_answer_json(
    const matching::Match& match,
    const matching::MatchQuery& query,
    const express_entry::CrsProfile& profile,
    const rules::RuleBook& rule_book,
    domain::OfficialLanguage language
);

/// Why a match stands where it does, in words.
std::string rank_text(
    const matching::MatchQuery& query,
    const matching::Match& match,
    domain::OfficialLanguage language
);

/// What the score does not count of the document: `[{code, path, text}]`.
boost::json::array notes_json(
    const std::vector<express_entry::Noted>& notes, domain::OfficialLanguage language
);

/// One of them in words.
std::string note_text(const express_entry::Noted& noted, domain::OfficialLanguage language);

}  // namespace wire
