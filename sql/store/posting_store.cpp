#include "sql/store/posting_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

template <class Values>
std::string storable_json_array(const Values& values) {
    json::array list;
    for (const auto& value : values) {
        if constexpr (std::is_arithmetic_v<typename Values::value_type>) {
            list.emplace_back(value);
        } else {
            list.emplace_back(text(value));
        }
    }
    return json::serialize(list);
}

std::vector<Fingerprint> fingerprints_from(const pqxx::result& rows) {
    std::vector<Fingerprint> fingerprints;
    fingerprints.reserve(rows.size());
    for (const auto& row : rows) {
        fingerprints.push_back(
            {.source_id = row[0].as<std::string>(),
             .sha256 = row[1].as<std::string>(),
             .normaliser_version = row[2].as<int>(),
             .verified = row[3].as<bool>()}
        );
        if (row.size() > 4) {
            Fingerprint& fingerprint = fingerprints.back();
            fingerprint.gone = row[4].as<bool>();
            fingerprint.id = row[5].as<domain::PostingId>();
            fingerprint.last_seen = domain::parse_date(row[6].c_str()).value();
            fingerprint.rejected = row[7].as<bool>();
            if (!row[8].is_null()) {
                fingerprint.cleared =
                    json::value_to<std::vector<std::string>>(json::parse(row[8].c_str()));
            }
        }
    }
    return fingerprints;
}

/// A row of `posting` and the array of its places.
StoredPosting stored_posting_from(const pqxx::row& row) {
    const json::value posting = json::parse(row[0].c_str());
    const json::value places = row[1].is_null() ? json::value{} : json::parse(row[1].c_str());
    return {
        .posting = posting_from(posting.as_object(), places),
        .verified = posting.at("verified").as_bool() && posting.at("canonical_id").is_null() &&
                    posting.at("evidence_lapsed_on").is_null(),
        .revision = posting.at("revision").as_int64(),
    };
}

std::vector<domain::Posting> postings_from(const pqxx::result& rows) {
    std::vector<domain::Posting> postings;
    postings.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows) {
        postings.push_back(stored_posting_from(row).posting);
    }
    return postings;
}

}  // namespace

PostingStore::PostingStore(Database& database) : database_{database} {}

PostingStore::WriterLock::WriterLock(std::unique_ptr<Connection> session)
    : session_{std::move(session)} {}
PostingStore::WriterLock::~WriterLock() {
    if (!session_) {
        return;
    }
    // A server ends a session some time after it was closed: whoever asks next need not wait for
    // that. Where the server cannot be told, it ends with the session all the same.
    try {
        pqxx::nontransaction statement{*session_};
        run(statement, queries::release_writer_lock.name);
    } catch (const std::exception&) {
        session_.reset();
    }
}
PostingStore::WriterLock::WriterLock(WriterLock&&) noexcept = default;
PostingStore::WriterLock& PostingStore::WriterLock::operator=(WriterLock&&) noexcept = default;

std::optional<PostingStore::WriterLock> PostingStore::try_writer_lock() {
    auto session = database_.connect();
    pqxx::nontransaction statement{*session};
    const bool locked = run(statement, queries::try_writer_lock.name).front()[0].as<bool>();
    statement.commit();
    return locked ? std::optional<WriterLock>{std::move(session)} : std::nullopt;
}

std::vector<Fingerprint> PostingStore::fingerprints(
    const std::string& source, const std::vector<std::string>& source_ids
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return fingerprints_from(run(
            transaction, queries::find_fingerprints.name, source, storable_json_array(source_ids)
        ));
    });
}

std::vector<Fingerprint> PostingStore::statistic_fingerprints(
    const std::string& source, const std::vector<std::string>& source_ids
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return fingerprints_from(
            run(transaction,
                queries::find_statistic_fingerprints.name,
                source,
                storable_json_array(source_ids))
        );
    });
}

std::vector<StoredPosting> PostingStore::changed_since(
    const Revision after, const domain::PostingId after_id, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::see_unverified.name);
        std::vector<StoredPosting> postings;
        for (const auto& row :
             run(transaction, queries::list_changes.name, after, after_id, count)) {
            postings.push_back(stored_posting_from(row));
        }
        return postings;
    });
}

Revision PostingStore::revision() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::find_revision.name).front()[0].as<Revision>();
    });
}

std::vector<domain::Posting> PostingStore::find(const std::vector<domain::PostingId>& ids) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return postings_from(run(transaction, queries::find_postings.name, storable_json_array(ids))
        );
    });
}

std::vector<domain::Posting> PostingStore::find_served(
    const std::vector<domain::PostingId>& ids, const domain::Date day
) {
    return postings_from(
        ask(database_, queries::find_served.name, storable_json_array(ids), domain::to_string(day))
    );
}

PostingStore::Totals PostingStore::totals() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto row = run(transaction, queries::count_all.name).front();
        return Totals{
            .verified = row[0].as<std::int64_t>(),
            .held_back = row[1].as<std::int64_t>(),
            .statistics = row[2].as<std::int64_t>(),
            .quarantined = row[3].as<std::int64_t>(),
            .revision = row[4].as<Revision>(),
        };
    });
}

std::vector<PostingStore::ReasonCount> PostingStore::quarantine_reasons() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<ReasonCount> reasons;
        for (const auto& row : run(transaction, queries::count_reasons.name)) {
            reasons.push_back(
                {.source = row[0].as<std::string>(),
                 .field = row[1].as<std::string>(),
                 .reason = row[2].as<std::string>(),
                 .count = row[3].as<std::int64_t>()}
            );
        }
        return reasons;
    });
}

}  // namespace store
