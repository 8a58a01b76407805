#include "sql/store/trust_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/bulk_copy.hpp"
#include "sql/store/column.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/trust_row.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

Revision next_revision(pqxx::work& transaction) {
    return run(transaction, queries::advance_revision.name).front()[0].as<Revision>();
}

/// A closing has a revision of its own: a posting has one line of history in each. The revision; 0
/// where nothing was open any more.
Revision write_closings(
    pqxx::work& transaction, const std::vector<Verification>& batch, const domain::Date day
) {
    Revision revision = 0;
    for (const Verification& each : batch) {
        if (each.closed_because.empty()) {
            continue;
        }
        const std::string id = json::serialize(json::array{each.id});
        const std::string on = domain::to_string(day);
        if (run(transaction, queries::mark_gone.name, id, on).empty()) {
            continue;
        }
        revision = revision == 0 ? next_revision(transaction) : revision;
        run(transaction,
            queries::close_postings.name,
            id,
            revision,
            on,
            "closed",
            each.closed_because);
    }
    return revision;
}

void write_states(
    pqxx::work& transaction,
    const std::vector<Verification>& batch,
    const Revision revision,
    const domain::Date day
) {
    json::array states;
    json::array held_back;
    json::array released;
    std::vector<json::object> history;
    for (const Verification& each : batch) {
        if (!each.state) {
            continue;
        }
        json::object row{{"id", each.id}, {"verified", each.state->verified}};
        if (each.state->lapsed_on) {
            row.emplace("evidence_lapsed_on", domain::to_string(*each.state->lapsed_on));
        }
        states.push_back(std::move(row));
        history.push_back(
            {{"posting_id", each.id},
             {"revision", revision},
             {"state", each.state->history},
             {"day", domain::to_string(day)},
             {"reason", text(each.state->reason)}}
        );
        if (each.state->verified) {
            released.emplace_back(each.id);
        } else {
            held_back.push_back(
                {{"posting_id", each.id},
                 {"field", text(each.state->field)},
                 {"reason", text(each.state->reason)}}
            );
        }
    }
    run(transaction, queries::set_states.name, json::serialize(states), revision);
    run(transaction, queries::hold_back.name, json::serialize(held_back));
    run(transaction, queries::release_postings.name, json::serialize(released));
    copy_rows(transaction, "posting_history", history);
}

std::optional<PayAgainstMedian> pay_against_median(
    const pqxx::row& row, const pqxx::row::size_type least
) {
    const auto number = [&](const pqxx::row::size_type at) {
        return row[at].is_null() ? std::nullopt : std::optional{row[at].as<std::int64_t>()};
    };
    const PayAgainstMedian pay{.least = number(least), .most = number(least + 1)};
    return pay.least || pay.most ? std::optional{pay} : std::nullopt;
}

/// Whose id comes first, and what a summary needs from column `first` on.
TrustSummary summary_from(const pqxx::row& row, const pqxx::row::size_type first) {
    return {
        .id = row[0].as<domain::PostingId>(),
        .letters = row[first].c_str(),
        .verified_on = date_in(row[first + 1]).value(),
        .expires_on = date_in(row[first + 2]),
        .live_state = row[first + 3].is_null() ? "" : row[first + 3].c_str(),
        .pay = pay_against_median(row, first + 4)};
}

}  // namespace

std::int64_t TrustStore::basis(const std::string& content) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        auto found = run(transaction, queries::find_basis.name, content);
        if (found.empty()) {
            found = run(transaction, queries::add_basis.name, content);
        }
        if (found.empty()) {
            found = run(transaction, queries::find_basis.name, content);
        }
        return found.front()[0].as<std::int64_t>();
    });
}

std::vector<ToVerify> TrustStore::to_verify(const Asked& asked) {
    const auto day_or_never = [](const std::optional<domain::Date> day) {
        return day ? domain::to_string(*day) : "-infinity";
    };
    const auto proved_to = asked.proved_to || !asked.day
                               ? asked.proved_to
                               : std::optional{*asked.day - std::chrono::days{1}};
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto rows =
            asked.due_only
                ? run(transaction,
                      queries::list_due.name,
                      asked.after,
                      asked.count,
                      day_or_never(asked.day),
                      asked.basis,
                      domain::days_open_by_default,
                      day_or_never(proved_to))
                : run(transaction, queries::list_to_verify.name, asked.after, asked.count);
        std::vector<ToVerify> found;
        found.reserve(static_cast<std::size_t>(rows.size()));
        for (const auto& row : rows) {
            found.push_back(to_verify_from(row));
        }
        return found;
    });
}

std::optional<ToVerify> TrustStore::to_verify(const domain::PostingId id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return find_to_verify(transaction, id);
    });
}

std::vector<ToVerify> TrustStore::to_ask(
    const domain::PostingId after, const std::size_t count, const domain::Date day
) {
    std::vector<ToVerify> found;
    for (const auto& row :
         ask(database_,
             queries::list_to_ask.name,
             after,
             count,
             domain::to_string(day),
             domain::days_open_by_default)) {
        found.push_back(to_verify_from(row));
    }
    return found;
}

Revision TrustStore::write(const std::vector<Verification>& batch, const domain::Date day) {
    if (batch.empty()) {
        return 0;
    }
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto any = [&](const auto holds) {
            return std::any_of(batch.begin(), batch.end(), holds);
        };
        const bool moves = any([](const Verification& each) { return each.state.has_value(); });
        const bool closes =
            any([](const Verification& each) { return !each.closed_because.empty(); });
        Revision revision = 0;
        if (moves || closes) {
            run(transaction, queries::lock_revision.name);
            revision = write_closings(transaction, batch, day);
        }
        json::array rows;
        rows.reserve(batch.size());
        for (const Verification& each : batch) {
            rows.push_back(trust_row(
                each.id, each.verdicts, each.liveness, each.employer_page, each.review_known
            ));
        }
        run(transaction, queries::write_verdicts.name, json::serialize(rows));
        if (moves) {
            revision = next_revision(transaction);
            write_states(transaction, batch, revision, day);
        }
        return revision;
    });
}

std::optional<TrustCard> TrustStore::card(const domain::PostingId id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return find_card(transaction, id);
    });
}

std::vector<TrustSummary> TrustStore::summaries(const std::vector<domain::PostingId>& ids) {
    std::vector<TrustSummary> found;
    for (const auto& row :
         ask(database_, queries::list_cards.name, json::serialize(json::value_from(ids)))) {
        found.push_back(summary_from(row, 1));
    }
    return found;
}

std::vector<ServedState> TrustStore::served(
    const std::vector<domain::PostingId>& ids, const domain::Date day
) {
    std::vector<ServedState> found;
    for (const auto& row :
         ask(database_,
             queries::list_served_states.name,
             json::serialize(json::value_from(ids)),
             domain::to_string(day))) {
        found.push_back(
            {.id = row[0].as<domain::PostingId>(),
             .revision = row[1].as<Revision>(),
             .trust = row[2].is_null() ? std::nullopt : std::optional{summary_from(row, 2)}}
        );
    }
    return found;
}

std::vector<VerdictCount> TrustStore::counts() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<VerdictCount> found;
        for (const auto& row : run(transaction, queries::count_verdicts.name)) {
            found.push_back(
                {.source = row[0].c_str(),
                 .place = row[1].as<int>(),
                 .verdict = row[2].c_str()[0],
                 .count = row[3].as<std::int64_t>()}
            );
        }
        return found;
    });
}

}  // namespace store
