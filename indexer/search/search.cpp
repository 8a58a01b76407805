#include "indexer/search/search.hpp"

#include "indexer/search/cursor.hpp"
#include "indexer/search/plan.hpp"
#include "indexer/search/reader.hpp"
#include "indexer/search/row_source.hpp"
#include "indexer/search/scan.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/spelling.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <xapian.h>

namespace search {
namespace {

constexpr std::size_t hits_max = 100;
constexpr Xapian::doccount counted_max = 10'000;  ///< Up to here a total is exact.
constexpr double counting_seconds_max = 1.0;      ///< After this a total is estimated.

/// The order key that no hit may exceed: the one before the last hit of the page before.
Xapian::Query after_last_hit(const Cursor& cursor) {
    return {Xapian::Query::OP_VALUE_LE, schema::newest, schema::to_value(cursor.position - 1)};
}

/// Shards behind servers count with a spy that they know.
FacetCounts counts_of(const Xapian::ValueCountMatchSpy& spy) {
    FacetCounts counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
        counts.add(facets_from(*value), value.get_termfreq());
    }
    return counts;
}

/// The synonyms that stand for words of the query which a hit does not have.
std::vector<SynonymHit> synonyms_of_hit(
    const std::set<std::string>& terms, const QueryWords& words, const std::string& text
) {
    const auto has = [&](const std::string& word) {
        const std::vector<std::string> either = terms_of(word);
        return terms.contains(either[0]) || terms.contains(either[1]);
    };
    std::vector<SynonymHit> result;
    for (const AskedText& asked : words.wanted) {
        const AskedWords& group = asked.any_of.front();
        const bool has_all =
            std::all_of(group.words.begin(), group.words.end(), [&](const AskedWord& word) {
                return has(word.word);
            });
        if (group.others.empty() || has_all) {
            continue;
        }
        for (const OtherName& other : group.others) {
            if (std::all_of(other.words.begin(), other.words.end(), has)) {
                const std::size_t begin = group.words.front().begin;
                result.push_back(
                    {.asked = text.substr(begin, group.words.back().end - begin),
                     .found = other.name}
                );
                break;
            }
        }
    }
    return result;
}

bool has_synonyms(const QueryWords& words) {
    return std::any_of(words.wanted.begin(), words.wanted.end(), [](const AskedText& text) {
        return !text.any_of.front().others.empty();
    });
}

/// One search in an open index.
class Run {
public:
    Run(const OpenIndex& index,
        const SearchedIndex& searched,
        const Query& query,
        const Plan& plan,
        const std::optional<Cursor>& cursor)
        : index_{index},
          is_remote_{searched.location().is_remote()},
          columns_{searched.columns(index.state)},
          columns_of_hits_{index.shard_uuids.size() == 1 ? columns_.get() : nullptr},
          query_{query},
          plan_{plan},
          cursor_{cursor},
          enquire_{index.database} {}

    Page page() { return columns_ && plan_.is_of_rows_alone() ? scanned_page() : matched_page(); }

    std::vector<domain::PostingId> all() {
        if (columns_ && plan_.is_of_rows_alone()) {
            return passing(*columns_, plan_.rows);
        }
        // Nothing weighs, so that hits come as they stand in the index: by id.
        enquire_.set_query(
            has_text() ? Xapian::Query{Xapian::Query::OP_AND,
                                       Xapian::Query{Xapian::Query::OP_SCALE_WEIGHT, plan_.text, 0},
                                       filter()}
                       : filter()
        );
        enquire_.set_weighting_scheme(Xapian::BoolWeight{});
        enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
        const Xapian::MSet found = enquire_.get_mset(0, index_.database.get_doccount());
        std::vector<domain::PostingId> ids;
        ids.reserve(found.size());
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            ids.push_back(*hit);
        }
        return ids;
    }

private:
    /// What is the same of every page of a search.
    Page begun_page() const {
        Page page;
        page.revision = index_.revision;
        page.moved = cursor_ && cursor_->revision != index_.revision;
        return page;
    }

    Page scanned_page() {
        const auto after =
            cursor_ && cursor_->position > 0 ? std::optional{cursor_->position} : std::nullopt;
        Scan found = scan(*columns_, plan_.rows, after, query_.limit + 1, query_.facets);
        Page page = begun_page();
        page.total = cursor_ ? static_cast<std::int64_t>(cursor_->total) : found.total;
        page.total_exact = !cursor_ || cursor_->total_exact;
        page.facets = std::move(found.facets);
        for (const domain::PostingId id : found.newest) {
            page.hits.push_back({.id = id});
        }
        if (page.hits.size() > query_.limit) {
            page.hits.resize(query_.limit);
            const domain::PostingId last = page.hits.back().id;
            const int posted = columns_->rows()[static_cast<std::size_t>(last)].posted_day;
            page.next_cursor =
                cursor_behind(schema::newest_key(domain::date_from_days(posted), last), page);
        }
        return page;
    }

    Page matched_page() {
        enquire_.set_time_limit(counting_seconds_max);
        enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
        ask();
        if (query_.facets && is_remote_) {
            enquire_.add_matchspy(&remote_facets_);
        } else if (query_.facets) {
            enquire_.add_matchspy(&facets_);
        }
        const auto wanted = static_cast<Xapian::doccount>(query_.limit + 1);
        // Pages after the first of a query without text hold the hits that are left, so that
        // facets are of the first page alone.
        const Xapian::doccount counted =
            query_.facets ? std::numeric_limits<Xapian::doccount>::max() : counted_max;
        const Xapian::MSet found = enquire_.get_mset(first_, wanted, counted);
        Page page = begun_page();
        page.total = cursor_ ? static_cast<std::int64_t>(cursor_->total)
                             : static_cast<std::int64_t>(found.get_matches_estimated());
        const bool exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
        page.total_exact = cursor_ ? cursor_->total_exact : exact;
        add_hits(found, page);
        if (query_.facets) {
            page.facets = is_remote_ ? counts_of(remote_facets_) : std::move(facets_).counts();
            page.facets_exact = exact;
            if (!exact) {
                page.facets = page.facets->scaled_to(found.get_matches_estimated());
            }
        }
        if (!is_remote_) {
            page.did_you_mean = did_you_mean(index_.database, plan_.words, query_.text);
        }
        return page;
    }

    bool has_text() const { return plan_.words.has_text(); }

    /// What lets pass without weighing.
    Xapian::Query filter() const {
        const Xapian::Query rows =
            columns_ ? rows_query(*columns_, plan_.rows, index_) : plan_.row_terms;
        return plan_.has_clauses ? Xapian::Query{Xapian::Query::OP_AND, rows, plan_.clauses} : rows;
    }

    void ask() {
        if (has_text()) {
            enquire_.set_query({Xapian::Query::OP_FILTER, plan_.text, filter()});
            if (columns_of_hits_ != nullptr) {
                enquire_.set_sort_by_relevance_then_key(&newest_.emplace(*columns_of_hits_), true);
            } else {
                enquire_.set_sort_by_relevance_then_value(schema::newest, true);
            }
            const std::uint64_t shown = cursor_ ? cursor_->position : 0;
            first_ = static_cast<Xapian::doccount>(
                std::min<std::uint64_t>(shown, index_.database.get_doccount())
            );
            return;
        }
        const bool goes_on = cursor_ && cursor_->position > 0;
        enquire_.set_query(
            goes_on ? Xapian::Query{Xapian::Query::OP_AND, filter(), after_last_hit(*cursor_)}
                    : filter()
        );
        enquire_.set_weighting_scheme(Xapian::BoolWeight{});
        if (columns_of_hits_ != nullptr) {
            enquire_.set_sort_by_key(&newest_.emplace(*columns_of_hits_), true);
        } else {
            enquire_.set_sort_by_value(schema::newest, true);
        }
    }

    void add_hits(const Xapian::MSet& found, Page& page) const {
        const bool synonyms = has_synonyms(plan_.words);
        for (auto hit = found.begin(); hit != found.end() && page.hits.size() < query_.limit;
             ++hit) {
            page.hits.push_back({.id = *hit, .text_score = hit.get_weight()});
            if (synonyms) {
                const std::set<std::string> terms{
                    enquire_.get_matching_terms_begin(hit), enquire_.get_matching_terms_end(hit)};
                page.hits.back().synonyms = synonyms_of_hit(terms, plan_.words, query_.text);
            }
        }
        if (found.size() <= query_.limit) {
            return;
        }
        const auto last = found[static_cast<Xapian::doccount>(query_.limit - 1)];
        const std::uint64_t position =
            has_text() ? first_ + query_.limit
                       : schema::from_value(last.get_document().get_value(schema::newest));
        page.next_cursor = cursor_behind(position, page);
    }

    std::string cursor_behind(const std::uint64_t position, const Page& page) const {
        return to_string(
            {.position = position,
             .total = static_cast<std::uint64_t>(page.total),
             .total_exact = page.total_exact,
             .revision = cursor_ ? cursor_->revision : index_.revision},
            query_
        );
    }

    const OpenIndex& index_;
    bool is_remote_;
    std::shared_ptr<const IndexColumns> columns_;  ///< Null where none are kept of the index.
    /// Null for several shards as well: Xapian tells which document of its shard a hit is, and not
    /// of which shard.
    const IndexColumns* columns_of_hits_;
    std::optional<NewestKey> newest_{};
    const Query& query_;
    const Plan& plan_;
    const std::optional<Cursor>& cursor_;
    Xapian::Enquire enquire_;
    Xapian::doccount first_ = 0;
    FacetSpy facets_{columns_of_hits_};
    Xapian::ValueCountMatchSpy remote_facets_{schema::facets};
};

domain::Result<Plan> planned_or_refused(const Query& query, const Knowledge& knowledge) {
    const auto refused = [](const QueryFault& fault) {
        return domain::invalid(
            "q",
            std::string{name_of(fault.code)} + " at character " + std::to_string(fault.position) +
                ": '" + fault.read + "'"
        );
    };
    const auto clauses = parse_query(query.text);
    if (!clauses) {
        return refused(clauses.error());
    }
    auto planned = plan(query, *clauses, knowledge);
    return planned ? domain::Result<Plan>{*std::move(planned)} : refused(planned.error());
}

}  // namespace

std::optional<QueryFault> fault_of(const Query& query, const Knowledge& knowledge) {
    const auto clauses = parse_query(query.text);
    if (!clauses) {
        return clauses.error();
    }
    const auto planned = plan(query, *clauses, knowledge);
    return planned ? std::nullopt : std::optional{planned.error()};
}

domain::Result<Page> search(
    const SearchedIndex& searched, const Query& query, const Knowledge& knowledge
) {
    if (query.limit < 1 || query.limit > hits_max) {
        return domain::invalid(
            "limit",
            std::to_string(query.limit) + " is not a limit from 1 to " + std::to_string(hits_max)
        );
    }
    std::optional<Cursor> cursor;
    if (!query.cursor.empty()) {
        auto parsed = parse_cursor(query);
        if (!parsed) {
            return parsed.error();
        }
        cursor = *parsed;
    }
    const auto planned = planned_or_refused(query, knowledge);
    if (!planned) {
        return planned.error();
    }
    return with_index(searched.location(), [&](const OpenIndex& index) {
        return Run{index, searched, query, *planned, cursor}.page();
    });
}

domain::Result<std::vector<domain::PostingId>> search_all(
    const SearchedIndex& searched, const Query& query, const Knowledge& knowledge
) {
    const auto planned = planned_or_refused(query, knowledge);
    if (!planned) {
        return planned.error();
    }
    return with_index(searched.location(), [&](const OpenIndex& index) {
        return Run{index, searched, query, *planned, std::nullopt}.all();
    });
}

IndexStatus status(const IndexLocation& location) {
    if (!location.is_remote() && !has_index(location.folder)) {
        return {};
    }
    return with_index(location, [](const OpenIndex& index) {
        return IndexStatus{
            .revision = index.revision,
            .documents = static_cast<std::int64_t>(index.database.get_doccount())};
    });
}

std::int64_t revision(const IndexLocation& location) { return status(location).revision; }

}  // namespace search
