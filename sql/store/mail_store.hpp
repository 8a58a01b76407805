#pragma once

#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/job_store.hpp"
#include "sql/store/mail.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
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
        std::optional<std::int64_t> digest = {};  ///< Of a digest, which goes once at most.
    };

    enum class Sent {
        nothing_due,
        sent,
        put_off,    ///< It could not be sent, and waits for another attempt.
        given_up,   ///< It could not be sent, and is removed.
        unknown,    ///< It may have been sent before, or just now; it is removed.
        withdrawn,  ///< A digest that its account does not agree to any more; it is removed.
    };

    /// Thrown by `send` where a mail may have been taken, though nobody said so.
    struct MayBeSent : std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    /// Hands the next mail to `send` and removes it; where `send` throws a std::exception, puts it
    /// off for `pause(attempts)`, or gives it up where that is zero.
    ///
    /// Mail about an account goes at least once: a mail whose transaction breaks off after it was
    /// sent is sent once more, under the same id. A digest goes at most once: that it is handed
    /// over is written before, and where nobody knows what came of it, it is not sent again.
    /// `progress(outcome)` is what the job has come to. Throws LeaseLost.
    Sent send_next(
        const Job& job,
        Instant now,
        const std::function<void(const Queued&)>& send,
        const std::function<std::chrono::milliseconds(int attempts)>& pause,
        const std::function<std::string(Sent)>& progress
    );

private:
    struct Way {
        const std::function<void(const Queued&)>& send;
        const std::function<std::chrono::milliseconds(int attempts)>& pause;
        const std::function<std::string(Sent)>& progress;
    };
    Sent send_digest(const Job& job, const Queued& queued, const Way& way);

    Database& database_;
};

}  // namespace store
