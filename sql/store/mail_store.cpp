#include "sql/store/mail_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/job_row.hpp"
#include "sql/store/mail_row.hpp"
#include "sql/store/owned.hpp"

#include <exception>
#include <optional>

namespace store {
namespace {

namespace queries = embedded_queries;

std::optional<MailStore::Queued> take(pqxx::transaction_base& transaction) {
    const auto taken = run(transaction, queries::take_mail.name);
    if (taken.empty()) {
        return std::nullopt;
    }
    const auto row = taken.front();
    return MailStore::Queued{
        .id = row[0].as<std::int64_t>(),
        .mail =
            {.recipient = row[1].as<std::string>(),
             .language = row[2].as<std::string>(),
             .subject = row[3].as<std::string>(),
             .body = row[4].as<std::string>(),
             .unsubscribe_url = text_or_nothing(row[5])},
        .attempts = row[6].as<int>(),
        .queued_at = instant_from(row[7].as<std::int64_t>()),
    };
}

}  // namespace

void queue(pqxx::transaction_base& transaction, const Mail& mail) {
    run(transaction,
        queries::queue_mail.name,
        mail.recipient,
        mail.language,
        mail.subject,
        mail.body,
        or_null(mail.unsubscribe_url));
}

std::int64_t MailStore::due() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        return run(transaction, queries::count_mail_due.name).front()[0].as<std::int64_t>();
    });
}

MailStore::Sent MailStore::send_next(
    const Job& job,
    const std::function<void(const Queued&)>& send,
    const std::function<std::chrono::milliseconds(int attempts)>& pause,
    const std::function<std::string(Sent)>& progress
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto queued = take(transaction);
        if (!queued) {
            return Sent::nothing_due;
        }
        Sent outcome = Sent::sent;
        std::chrono::milliseconds wait{0};
        try {
            send(*queued);
        } catch (const std::exception&) {
            wait = pause(queued->attempts + 1);
            outcome = wait.count() > 0 ? Sent::put_off : Sent::given_up;
        }
        if (outcome == Sent::put_off) {
            run(transaction, queries::put_off_mail.name, queued->id, wait.count());
        } else {
            run(transaction, queries::delete_mail.name, queued->id);
        }
        advance(transaction, job, progress(outcome));
        return outcome;
    });
}

}  // namespace store
