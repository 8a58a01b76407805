#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/job_store.hpp"
#include "sql/store/mail.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace store {

/// The outbox, as the role `jobscout_worker` reads it.
class MailStore {
public:
    explicit MailStore(Database& database) : database_{database} {}

    /// How many are to be sent now.
    std::int64_t due();

    struct Queued {
        std::int64_t id = 0;
        Mail mail;
        int attempts = 0;  ///< In vain so far.
        Instant queued_at;
    };

    enum class Sent {
        nothing_due,
        sent,
        put_off,   ///< It could not be sent, and waits for another attempt.
        given_up,  ///< It could not be sent, and is removed.
    };

    /// Hands the next mail to `send` and removes it, in the transaction of a step of the job; where
    /// `send` throws a std::exception, puts it off for `pause(attempts)`, or gives it up where that
    /// is zero. A mail whose transaction breaks off after it was sent is sent once more, under the
    /// same id. `progress(outcome)` is what the job has come to. Throws LeaseLost.
    Sent send_next(
        const Job& job,
        const std::function<void(const Queued&)>& send,
        const std::function<std::chrono::milliseconds(int attempts)>& pause,
        const std::function<std::string(Sent)>& progress
    );

private:
    Database& database_;
};

}  // namespace store
