#include "services/worker/alert_matches.hpp"

#include "indexer/search/search.hpp"
#include "matcher/document/json.hpp"
#include "matcher/express_entry/profile.hpp"
#include "services/browsing/browse.hpp"
#include "services/matching/exclusions.hpp"
#include "services/matching/resume.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/saved_search_json.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace worker {
namespace {

/// Bounds the memory that one page of whole postings takes.
constexpr std::size_t page_postings_max = 2'000;

/// Searches made at very different times each have postings of their own to be held against; so
/// many of those are kept.
constexpr std::size_t fresh_kept_max = 8;

constexpr std::size_t page_hits = 100;

/// The candidate as every posting is held against them.
struct Seen {
    std::shared_ptr<const matching::Facts> facts;
    domain::Candidate candidate;
    fit::CandidateTraits traits;
    ranking::LiftByNoc lift;
    ranking::Order order;
};

/// Nothing inside where the search is for no candidate.
domain::Result<std::optional<Seen>> see(
    const Workshop& workshop, const store::SearchToAlert& search, const domain::Date as_of
) {
    using Result = domain::Result<std::optional<Seen>>;
    if (!search.candidate_document) {
        return Result{std::nullopt};
    }
    const auto read = document::parse(*search.candidate_document);
    auto refusable = read ? wire::candidate_from(*read) : read.error();
    if (!refusable) {
        return refusable.error();
    }
    domain::Candidate candidate = *std::move(refusable);
    candidate.exclusions =
        matching::with_spellings(std::move(candidate.exclusions), workshop.postings);
    const auto facts = workshop.facts.current();
    fit::CandidateTraits traits{
        candidate,
        as_of,
        facts->model,
        matching::wished_places(facts->gazetteer, candidate.preferences.places)};
    ranking::LiftByNoc lift{
        workshop.rule_book.basis(), express_entry::crs_profile(candidate, as_of).input};
    const auto named = std::ranges::find(
        wire::order_names, search.match_order.value_or(""), [](const auto& one) { return one.name; }
    );
    return Result{Seen{
        .facts = facts,
        .candidate = std::move(candidate),
        .traits = std::move(traits),
        .lift = lift,
        .order = named != wire::order_names.end() ? named->value : ranking::Order::fit}};
}

Found among_matches(
    const Workshop& workshop,
    Seen& seen,
    const ranking::Snapshot& fresh,
    const domain::Date as_of,
    const std::vector<domain::PostingId>& announced
) {
    matching::Resume resume{workshop.words, seen.candidate, as_of, seen.facts->model};
    auto& excluded = seen.candidate.exclusions.postings;
    excluded.insert(excluded.end(), announced.begin(), announced.end());
    const ranking::NewMatches matches = ranking::new_matches(
        fresh,
        {.traits = seen.traits,
         .exclusions = seen.candidate.exclusions,
         .lift = seen.lift,
         .text = resume.text()},
        {.as_of = as_of, .order = seen.order},
        workshop.alert_rules
    );
    Found found{
        .best = {},
        .matching = matches.matching,
        .pairs = matches.rows_scored + matches.rows_skipped,
        .pairs_skipped = matches.rows_skipped};
    for (const ranking::Ranked& ranked : matches.best) {
        found.best.push_back(
            {.posting_id = ranked.id, .fit = ranked.fit, .basis_points = ranked.basis_points}
        );
    }
    return found;
}

/// All that the search finds of what is new, in its order.
domain::Result<std::vector<const ranking::Row*>> new_hits(
    const Workshop& workshop,
    const std::string& stored_query,
    const Arrivals& arrivals,
    const std::int64_t revision,
    const domain::Date as_of
) {
    auto read = wire::search_query_from(stored_query);
    if (!read) {
        return read.error();
    }
    search::Query query = *std::move(read);
    query.as_of = as_of;
    query.limit = page_hits;
    const auto facts = workshop.facts.current();
    const search::Knowledge known = browsing::knowledge(facts->gazetteer, workshop.rule_book);
    std::vector<const ranking::Row*> hits;
    do {
        const auto page = search::search(workshop.index, query, known);
        if (!page) {
            return page.error();
        }
        for (const search::Hit& hit : page->hits) {
            if (const ranking::Row* row = arrivals.find(hit.id, revision)) {
                hits.push_back(row);
            }
        }
        query.cursor = page->next_cursor;
    } while (!query.cursor.empty());
    return hits;
}

/// For a candidate, what the search finds stands in the order of matches; nothing has to be good
/// enough, for the person has said what they look for.
std::vector<store::Announced> ordered(
    const Workshop& workshop,
    const std::vector<const ranking::Row*>& hits,
    const Seen& seen,
    const domain::Date as_of
) {
    std::vector<ranking::Row> rows;
    rows.reserve(hits.size());
    for (const ranking::Row* hit : hits) {
        rows.push_back(*hit);
    }
    const std::size_t count = rows.size();
    matching::Resume resume{workshop.words, seen.candidate, as_of, seen.facts->model};
    const ranking::Ranking ranking = ranking::top_k(
        ranking::Snapshot{std::move(rows), 0},
        seen.traits,
        seen.candidate.exclusions,
        seen.lift,
        {.as_of = as_of, .order = seen.order, .count = count},
        resume.text()
    );
    std::vector<store::Announced> result;
    result.reserve(ranking.best.size());
    for (const ranking::Ranked& one : ranking.best) {
        result.push_back({.posting_id = one.id, .fit = one.fit, .basis_points = one.basis_points});
    }
    return result;
}

}  // namespace

Arrivals::Arrivals(
    const Workshop& workshop,
    const std::int64_t after,
    const std::int64_t upto,
    const domain::Date as_of
) {
    const auto arrivals = workshop.alerts.arrivals(after, upto, as_of);
    std::unordered_map<domain::PostingId, std::int64_t> revisions;
    for (std::size_t begin = 0; begin < arrivals.size(); begin += page_postings_max) {
        const std::size_t end = std::min(begin + page_postings_max, arrivals.size());
        std::vector<domain::PostingId> ids;
        for (std::size_t index = begin; index < end; ++index) {
            ids.push_back(arrivals[index].posting_id);
            revisions[arrivals[index].posting_id] = arrivals[index].revision;
        }
        for (const domain::Posting& posting : workshop.postings.find_served(ids, as_of)) {
            const ranking::Row row = ranking::row(posting);
            if (ranking::is_live(row, as_of)) {
                rows_.emplace(row.id, Arrived{.row = row, .revision = revisions.at(row.id)});
            }
        }
    }
}

const ranking::Snapshot& Arrivals::after(const std::int64_t revision) {
    if (const auto known = fresh_.find(revision); known != fresh_.end()) {
        return known->second;
    }
    if (fresh_.size() == fresh_kept_max) {
        fresh_.clear();
    }
    std::vector<ranking::Row> rows;
    for (const auto& [id, arrived] : rows_) {
        if (arrived.revision > revision) {
            rows.push_back(arrived.row);
        }
    }
    return fresh_.try_emplace(revision, std::move(rows), revision).first->second;
}

const ranking::Row* Arrivals::find(const domain::PostingId id, const std::int64_t revision) const {
    const auto found = rows_.find(id);
    return found != rows_.end() && found->second.revision > revision ? &found->second.row : nullptr;
}

domain::Result<Found> find_new(
    const Workshop& workshop,
    const store::SearchToAlert& search,
    Arrivals& arrivals,
    const std::int64_t revision,
    const std::vector<domain::PostingId>& announced,
    const domain::Date as_of
) {
    auto read = see(workshop, search, as_of);
    if (!read) {
        return read.error();
    }
    std::optional<Seen>& seen = *read;
    if (seen && !search.query) {
        return among_matches(workshop, *seen, arrivals.after(revision), as_of, announced);
    }
    auto found_hits = new_hits(workshop, search.query.value(), arrivals, revision, as_of);
    if (!found_hits) {
        return found_hits.error();
    }
    std::vector<const ranking::Row*> hits = *std::move(found_hits);
    std::erase_if(hits, [&](const ranking::Row* row) {
        return std::ranges::find(announced, row->id) != announced.end();
    });
    Found found;
    if (seen) {
        found.pairs = hits.size();
        found.best = ordered(workshop, hits, *seen, as_of);
    } else {
        for (const ranking::Row* row : hits) {
            found.best.push_back({.posting_id = row->id});
        }
    }
    found.matching = found.best.size();
    found.best.resize(std::min(found.best.size(), workshop.alert_rules.matches_max));
    return found;
}

}  // namespace worker
