#include "indexer/search/search.hpp"

#include "indexer/search/cursor.hpp"
#include "indexer/search/generation.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <limits>
#include <xapian.h>

namespace search {
namespace {

constexpr std::size_t hits_max = 100;
constexpr std::size_t query_words_max = 32;       ///< Further words are left out.
constexpr Xapian::doccount counted_max = 10'000;  ///< Up to here a total is exact.
constexpr double counting_seconds_max = 1.0;      ///< After this a total is estimated.

/// A reader meets a changed index twice at most: blocks are overwritten two commits later, and a
/// rebuild removes a generation once.
constexpr int attempts_max = 3;

template <class Work>
auto with_reader(const std::string& index_folder, const Work& work) {
    return reporting_index_errors([&] {
        for (int attempt = 1;; ++attempt) {
            try {
                const Xapian::Database database{index_folder};
                if (!has_current_schema(database)) {
                    throw IndexError{
                        "the index in " + index_folder +
                        " was built by another version: run jobscout-indexer reindex"};
                }
                return work(database);
            } catch (const Xapian::DatabaseModifiedError&) {
                if (attempt == attempts_max) {
                    throw;
                }
            } catch (const Xapian::DatabaseOpeningError&) {
                if (attempt == attempts_max || !has_index(index_folder)) {
                    throw;
                }
            }
        }
    });
}

Xapian::Query either_language(const std::string& word) {
    const std::vector<std::string> terms{
        std::string{schema::english}.append(english_stem(word)),
        std::string{schema::french}.append(french_stem(word))};
    return {Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()};
}

/// Every word, in either language; nothing for a text of which no word can be searched.
Xapian::Query text_query(const std::string& text) {
    std::vector<std::string> wanted = words(text);
    wanted.resize(std::min(wanted.size(), query_words_max));
    std::vector<Xapian::Query> queries;
    queries.reserve(wanted.size());
    for (const std::string& word : wanted) {
        queries.push_back(either_language(word));
    }
    return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}

Xapian::Query any_of(const std::vector<std::string>& terms) {
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

/// The order key that no hit may exceed: the last of the day asked for, or the one before the
/// last hit of the page before.
std::uint64_t newest_key_max(const Query& query, const Cursor* cursor) {
    const std::uint64_t of_day = schema::newest_key(query.as_of, 0);
    return cursor == nullptr || cursor->position == 0 ? of_day
                                                      : std::min(of_day, cursor->position - 1);
}

Xapian::Query filter_query(const Query& query, const std::uint64_t newest_max) {
    const int as_of = domain::days_since_epoch(query.as_of);
    std::vector<Xapian::Query> filters{
        {Xapian::Query::OP_VALUE_LE, schema::newest, schema::to_value(newest_max)},
        {Xapian::Query::OP_VALUE_GE, schema::last_live, Xapian::sortable_serialise(as_of)}};
    if (query.hourly_pay_min) {
        const auto cents = static_cast<double>(*query.hourly_pay_min);
        filters.emplace_back(
            Xapian::Query::OP_VALUE_GE, schema::hourly_pay, Xapian::sortable_serialise(cents)
        );
    }
    std::vector<std::string> terms;
    const auto add_any_of = [&](const std::string_view prefix, const auto& values, auto to_text) {
        std::vector<std::string> alternatives;
        alternatives.reserve(values.size());
        for (const auto& value : values) {
            alternatives.push_back(std::string{prefix}.append(to_text(value)));
        }
        if (!alternatives.empty()) {
            filters.push_back(any_of(alternatives));
        }
    };
    add_any_of(schema::province, query.provinces, [](const auto value) { return code(value); });
    add_any_of(schema::noc, query.nocs, [](const auto value) { return value.to_string(); });
    add_any_of(schema::teer, query.teers, [](const auto value) { return std::to_string(value); });
    return {Xapian::Query::OP_AND, filters.begin(), filters.end()};
}

bool has_text(const Query& query) {
    return query.text.find_first_not_of(" \t\r\n") != std::string::npos;
}

Page page_of(const Xapian::MSet& found, const Query& query, const Cursor& start) {
    Page page;
    page.total = static_cast<std::int64_t>(start.total);
    for (auto hit = found.begin(); hit != found.end() && page.hits.size() < query.limit; ++hit) {
        page.hits.push_back({.id = *hit, .text_score = hit.get_weight()});
    }
    if (found.size() > query.limit) {
        const auto last = found[static_cast<Xapian::doccount>(query.limit - 1)];
        const std::uint64_t position =
            has_text(query) ? start.position + query.limit
                            : schema::from_value(last.get_document().get_value(schema::newest));
        page.next_cursor = to_string({.position = position, .total = start.total}, query);
    }
    return page;
}

Page run(const Xapian::Database& database, const Query& query, const Cursor* cursor) {
    Xapian::Enquire enquire{database};
    enquire.set_time_limit(counting_seconds_max);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    Xapian::doccount first = 0;
    if (has_text(query)) {
        const auto filter = filter_query(query, newest_key_max(query, nullptr));
        enquire.set_query({Xapian::Query::OP_FILTER, text_query(query.text), filter});
        enquire.set_sort_by_relevance_then_value(schema::newest, true);
        const std::uint64_t shown = cursor == nullptr ? 0 : cursor->position;
        first =
            static_cast<Xapian::doccount>(std::min<std::uint64_t>(shown, database.get_doccount()));
    } else {
        enquire.set_query(filter_query(query, newest_key_max(query, cursor)));
        enquire.set_weighting_scheme(Xapian::BoolWeight{});
        enquire.set_sort_by_value(schema::newest, true);
    }
    const auto wanted = static_cast<Xapian::doccount>(query.limit + 1);
    const Xapian::MSet found = enquire.get_mset(first, wanted, counted_max);
    Cursor start = cursor == nullptr ? Cursor{.total = found.get_matches_estimated()} : *cursor;
    start.position = first;
    Page page = page_of(found, query, start);
    page.revision = revision_of(database);
    return page;
}

}  // namespace

domain::Result<Page> search(const std::string& index_folder, const Query& query) {
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
    return with_reader(index_folder, [&](const Xapian::Database& database) {
        return run(database, query, cursor ? &*cursor : nullptr);
    });
}

IndexStatus status(const std::string& index_folder) {
    if (!has_index(index_folder)) {
        return {};
    }
    return with_reader(index_folder, [](const Xapian::Database& database) {
        return IndexStatus{
            .revision = revision_of(database),
            .documents = static_cast<std::int64_t>(database.get_doccount())};
    });
}

std::int64_t revision(const std::string& index_folder) { return status(index_folder).revision; }

}  // namespace search
