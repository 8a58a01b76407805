#include "services/browsing/browse.hpp"

#include "matcher/express_entry/crs.hpp"
#include "sql/store/shipped_unit_groups.hpp"

#include <algorithm>
#include <stdexcept>

namespace browsing {
namespace {

bool ask_for(const search::Clauses& clauses, const search::Field field) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const search::Clause& clause) {
        return clause.field == field;
    });
}

/// Throws where a place is asked for and the places are not loaded yet.
std::optional<Refusal> refusal_of(
    const Shelves& shelves, const search::Query& query, const search::Knowledge& known
) {
    const auto clauses = search::parse_query(query.text);
    if (!clauses) {
        return Refusal{clauses.error()};
    }
    if (shelves.gazetteer.entries().empty() && ask_for(*clauses, search::Field::near)) {
        throw std::runtime_error{"the places are still being loaded"};
    }
    if (const auto fault = search::fault_of(query, known)) {
        return Refusal{*fault};
    }
    return std::nullopt;
}

}  // namespace

search::Knowledge knowledge(
    const normalise::Gazetteer& gazetteer, const rules::RuleBook& rule_book
) {
    search::Knowledge result{.gazetteer = &gazetteer};
    result.lift = [&basis = rule_book.basis()](const domain::NocCode noc) {
        return express_entry::offer_points(basis, noc);
    };
    for (const store::NocUnitGroup& group : store::shipped_unit_groups()) {
        result.nocs.push_back(group.noc);
    }
    return result;
}

std::variant<Results, Refusal> browse(const Shelves& shelves, const search::Query& query) {
    const search::Knowledge known = knowledge(shelves.gazetteer, shelves.rule_book);
    if (auto refusal = refusal_of(shelves, query, known)) {
        return *std::move(refusal);
    }
    const search::Clauses clauses = search::parse_query(query.text).value();
    auto page = search::search(shelves.index, query, known);
    if (!page) {
        return Refusal{page.error()};
    }
    Results results{
        .as_of = query.as_of, .page = *std::move(page), .postings = {}, .highlights = {}};
    std::vector<domain::PostingId> ids;
    for (const search::Hit& hit : results.page.hits) {
        ids.push_back(hit.id);
    }
    results.postings = shelves.shelf.served(ids, query.as_of);
    results.asks_for_lift = ask_for(clauses, search::Field::lift);
    if (const search::Highlighter highlighter{clauses}; !highlighter.empty()) {
        for (const matching::ServedPosting& served : results.postings) {
            results.highlights.push_back(highlighter.highlights(served.shelved->posting()));
        }
    }
    return results;
}

std::variant<std::vector<domain::PostingId>, Refusal> find_all(
    const Shelves& shelves,
    const std::string& text,
    const domain::Date as_of,
    std::function<std::optional<int>(domain::NocCode)> lift
) {
    search::Knowledge known = knowledge(shelves.gazetteer, shelves.rule_book);
    known.lift = std::move(lift);
    const search::Query query{.text = text, .as_of = as_of};
    if (auto refusal = refusal_of(shelves, query, known)) {
        return *std::move(refusal);
    }
    auto found = search::search_all(shelves.index, query, known);
    if (!found) {
        return Refusal{found.error()};
    }
    return *std::move(found);
}

}  // namespace browsing
