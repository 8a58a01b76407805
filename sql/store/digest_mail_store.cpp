#include "sql/store/digest_mail_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/digest_row.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/json_array.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

domain::Date day_of(const pqxx::field& field) { return domain::parse_date(field.c_str()).value(); }

std::vector<std::string> texts_of(const pqxx::field& field) {
    return field.is_null()
               ? std::vector<std::string>{}
               : json::value_to<std::vector<std::string>>(json::parse(field.as<std::string>()));
}

std::string rounds_json(const std::vector<domain::Round>& rounds) {
    json::array news;
    for (const domain::Round& round : rounds) {
        news.push_back(json::object{
            {"number", round.number}, {"held_on", domain::to_string(round.held_on)}});
    }
    return json::serialize(news);
}

void queue_digest(
    pqxx::transaction_base& transaction,
    const DigestMailStore::Written& written,
    const std::int64_t digest
) {
    const Mail& mail = *written.mail;
    run(transaction,
        queries::add_unsubscribe_token.name,
        written.token_sha256,
        written.subscriber.account_id,
        epoch(written.token_expires_at));
    run(transaction,
        queries::queue_digest.name,
        mail.recipient,
        mail.language,
        mail.subject,
        mail.body,
        or_null(mail.unsubscribe_url),
        digest);
}

}  // namespace

std::vector<Subscriber> DigestMailStore::due(
    const Instant now,
    const std::optional<std::string>& after,
    const std::size_t count,
    const std::vector<domain::Round>& rounds
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Subscriber> result;
        for (const auto& row :
             run(transaction,
                 queries::list_due_for_digest.name,
                 epoch(now),
                 or_null(after),
                 count,
                 rounds_json(rounds))) {
            Subscriber one{
                .account_id = row[0].as<std::string>(),
                .email = row[1].as<std::string>(),
                .language = row[2].as<std::string>(),
                .day = day_of(row[3]),
                .agreed_at = instant_from(row[4].as<std::int64_t>()),
                .wants_matches = row[5].as<bool>(),
                .rounds = std::nullopt};
            if (!row[7].is_null()) {
                one.rounds = Subscriber::Rounds{
                    .document = row[7].as<std::string>(),
                    .all = row[8].as<bool>(),
                    .since = day_of(row[9]),
                    .told = texts_of(row[10])};
            }
            result.push_back(std::move(one));
        }
        return result;
    });
}

std::vector<FoundForSearch> DigestMailStore::found_for(const std::string& account_id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<FoundForSearch> result;
        for (const auto& row : run(transaction, queries::list_found_for.name, account_id)) {
            result.push_back(
                {.id = row[0].as<std::int64_t>(),
                 .search = row[1].as<std::string>(),
                 .candidate_document = text_or_nothing(row[2]),
                 .day = day_of(row[3]),
                 .matching = row[4].as<int>(),
                 .postings = announced_from(row[5].as<std::string>())}
            );
        }
        return result;
    });
}

std::size_t DigestMailStore::write(
    const Job& job, const std::vector<Written>& step, const Instant now, const std::string& progress
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        advance(transaction, job, progress);
        std::size_t mails = 0;
        for (const Written& written : step) {
            const Subscriber& to = written.subscriber;
            if (written.mail) {
                const auto added =
                    run(transaction,
                        queries::add_mail_digest.name,
                        to.account_id,
                        domain::to_string(to.day),
                        epoch(now));
                if (added.empty()) {
                    continue;
                }
                queue_digest(transaction, written, added.front()[0].as<std::int64_t>());
                ++mails;
            }
            run(transaction, queries::mark_alerts_mailed.name, json_array(written.found));
            run(transaction,
                queries::add_told_rounds.name,
                to.account_id,
                json_array(written.round_numbers));
        }
        return mails;
    });
}

}  // namespace store
