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
        .digest = row[8].is_null() ? std::nullopt : std::optional{row[8].as<std::int64_t>()},
    };
}

const char* outcome_name(const MailStore::Sent outcome) {
    switch (outcome) {
        case MailStore::Sent::sent:
            return "sent";
        case MailStore::Sent::given_up:
            return "given_up";
        case MailStore::Sent::withdrawn:
            return "withdrawn";
        default:
            return "unknown";
    }
}

/// What came of handing a mail over, and how long to wait before the next attempt.
struct Tried {
    MailStore::Sent outcome = MailStore::Sent::sent;
    std::chrono::milliseconds wait{0};
};

Tried attempt(
    const MailStore::Queued& queued,
    const std::function<void(const MailStore::Queued&)>& send,
    const std::function<std::chrono::milliseconds(int attempts)>& pause
) {
    try {
        send(queued);
        return {};
    } catch (const MailStore::MayBeSent&) {
        if (queued.digest) {
            return {.outcome = MailStore::Sent::unknown};
        }
    } catch (const std::exception&) {  // What it was is the caller's to know.
    }
    const auto wait = pause(queued.attempts + 1);
    return {
        .outcome = wait.count() > 0 ? MailStore::Sent::put_off : MailStore::Sent::given_up,
        .wait = wait};
}

void remove_or_put_off(
    pqxx::transaction_base& transaction, const MailStore::Queued& queued, const Tried& tried
) {
    if (tried.outcome == MailStore::Sent::put_off) {
        run(transaction, queries::put_off_mail.name, queued.id, tried.wait.count());
    } else {
        run(transaction, queries::delete_mail.name, queued.id);
    }
}

/// Writes that the digest is handed over; or what has become of one that must not be.
std::optional<MailStore::Sent> hand_over(
    pqxx::transaction_base& transaction, const MailStore::Queued& queued, const Instant now
) {
    const auto row = run(transaction, queries::take_digest.name, *queued.digest).front();
    const bool was_handed = row[0].as<bool>();
    const bool agreed = row[1].as<bool>();
    if (!was_handed && agreed) {
        run(transaction, queries::hand_over_digest.name, *queued.digest, epoch(now));
        return std::nullopt;
    }
    const auto ended = was_handed ? MailStore::Sent::unknown : MailStore::Sent::withdrawn;
    run(transaction, queries::end_digest.name, *queued.digest, outcome_name(ended));
    run(transaction, queries::delete_mail.name, queued.id);
    return ended;
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
    const Instant now,
    const std::function<void(const Queued&)>& send,
    const std::function<std::chrono::milliseconds(int attempts)>& pause,
    const std::function<std::string(Sent)>& progress
) {
    std::optional<Queued> digest;
    const Sent outcome = in_transaction(database_, [&](pqxx::work& transaction) {
        const auto queued = take(transaction);
        if (!queued) {
            return Sent::nothing_due;
        }
        if (queued->digest) {
            if (const auto ended = hand_over(transaction, *queued, now)) {
                advance(transaction, job, progress(*ended));
                return *ended;
            }
            digest = queued;
            return Sent::unknown;
        }
        const Tried tried = attempt(*queued, send, pause);
        remove_or_put_off(transaction, *queued, tried);
        advance(transaction, job, progress(tried.outcome));
        return tried.outcome;
    });
    return digest ? send_digest(job, *digest, {send, pause, progress}) : outcome;
}

MailStore::Sent MailStore::send_digest(const Job& job, const Queued& queued, const Way& way) {
    const Tried tried = attempt(queued, way.send, way.pause);
    return in_transaction(database_, [&](pqxx::work& transaction) {
        remove_or_put_off(transaction, queued, tried);
        if (tried.outcome == Sent::put_off) {
            run(transaction, queries::put_back_digest.name, *queued.digest);
        } else {
            run(transaction, queries::end_digest.name, *queued.digest, outcome_name(tried.outcome));
        }
        advance(transaction, job, way.progress(tried.outcome));
        return tried.outcome;
    });
}

}  // namespace store
