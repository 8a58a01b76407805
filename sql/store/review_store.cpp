#include "sql/store/review_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/trust_row.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;

/// `body(transaction)` in a transaction that sees every posting.
template <class Body>
auto seeing_all(Database& database, Body body) {
    return in_transaction(database, [&](pqxx::work& transaction) {
        run(transaction, queries::see_unverified.name);
        return body(transaction);
    });
}

}  // namespace

bool ReviewStore::report(
    const domain::PostingId id, const std::string& kind, const std::string& words
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return !run(transaction, queries::add_report.name, id, kind, storable_text(words)).empty();
    });
}

std::vector<ReviewStore::Waiting> ReviewStore::queue(
    const domain::PostingId after, const std::size_t count
) {
    return seeing_all(database_, [&](pqxx::work& transaction) {
        std::vector<Waiting> waiting;
        for (const auto& row : run(transaction, queries::list_queue.name, after, count)) {
            Waiting one{
                .id = row[0].as<domain::PostingId>(),
                .title = row[1].c_str(),
                .hiring_organization = row[2].c_str(),
                .source = row[3].c_str(),
                .verified = row[4].as<bool>(),
                .lapsed_on = {},
                .letters = row[6].c_str(),
                .field = row[7].is_null() ? "" : row[7].c_str(),
                .reason = row[8].is_null() ? "" : row[8].c_str(),
                .reports = row[9].as<std::int64_t>()};
            if (!row[5].is_null()) {
                one.lapsed_on = domain::parse_date(row[5].c_str()).value();
            }
            waiting.push_back(std::move(one));
        }
        return waiting;
    });
}

std::vector<ReviewStore::Report> ReviewStore::reports(const domain::PostingId id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Report> reports;
        for (const auto& row : run(transaction, queries::list_reports.name, id)) {
            reports.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .kind = row[1].c_str(),
                 .words = row[2].c_str(),
                 .made_at = row[3].c_str()}
            );
        }
        return reports;
    });
}

std::vector<ReviewStore::Decision> ReviewStore::decisions(const domain::PostingId id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Decision> decisions;
        for (const auto& row : run(transaction, queries::list_reviews.name, id)) {
            decisions.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .decision = row[1].c_str(),
                 .check = row[2].c_str(),
                 .reviewer = row[3].c_str(),
                 .words = row[4].c_str(),
                 .made_at = row[5].c_str(),
                 .of_this_record = row[6].as<bool>()}
            );
        }
        return decisions;
    });
}

std::optional<ToVerify> ReviewStore::posting(const domain::PostingId id) {
    return seeing_all(database_, [&](pqxx::work& transaction) {
        return find_to_verify(transaction, id);
    });
}

std::optional<TrustCard> ReviewStore::card(const domain::PostingId id) {
    return seeing_all(database_, [&](pqxx::work& transaction) {
        return find_card(transaction, id);
    });
}

bool ReviewStore::decide(
    const domain::PostingId id, const Decision& decision, const domain::Date day
) {
    return seeing_all(database_, [&](pqxx::work& transaction) {
        const bool known = !run(transaction,
                                queries::add_review.name,
                                id,
                                decision.decision,
                                decision.check,
                                decision.reviewer,
                                storable_text(decision.words))
                                .empty();
        if (known && decision.decision == "reject") {
            run(transaction,
                queries::take_out.name,
                id,
                domain::to_string(day),
                "a reviewer has taken it out");
        }
        return known;
    });
}

}  // namespace store
