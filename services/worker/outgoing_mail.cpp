#include "services/worker/outgoing_mail.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <exception>
#include <string>

namespace worker {
namespace {

using store::MailStore;

/// What this attempt of the job has come to.
struct DeliveryTally {
    std::int64_t sent = 0;
    std::int64_t put_off = 0;
    std::int64_t given_up = 0;
    std::int64_t unknown = 0;
    std::int64_t withdrawn = 0;
    std::string failure;  ///< Why the last one could not be sent.

    void count(const MailStore::Sent outcome) {
        sent += outcome == MailStore::Sent::sent ? 1 : 0;
        put_off += outcome == MailStore::Sent::put_off ? 1 : 0;
        given_up += outcome == MailStore::Sent::given_up ? 1 : 0;
        unknown += outcome == MailStore::Sent::unknown ? 1 : 0;
        withdrawn += outcome == MailStore::Sent::withdrawn ? 1 : 0;
    }

    std::string json() const {
        return boost::json::serialize(boost::json::object{
            {"sent", sent},
            {"put_off", put_off},
            {"given_up", given_up},
            {"unknown", unknown},
            {"withdrawn", withdrawn},
            {"failure", failure}});
    }
};

}  // namespace

std::chrono::milliseconds mail_pause_after(const int attempts) {
    using namespace std::chrono_literals;
    constexpr int attempts_max = 24;
    if (attempts >= attempts_max) {
        return 0ms;
    }
    return std::min<std::chrono::milliseconds>(1min * (1 << std::min(attempts - 1, 6)), 1h);
}

bool run_mail(const Workshop& workshop, const store::Job& job, const Control& control) {
    assert(workshop.outbox != nullptr);
    DeliveryTally tally;
    const auto send = [&](const MailStore::Queued& queued) {
        try {
            workshop.outbox->deliver(
                {.id = queued.id, .date = queued.queued_at, .mail = queued.mail}
            );
        } catch (const std::exception& error) {
            tally.failure = error.what();
            throw;
        }
    };
    const auto after = [&](const MailStore::Sent outcome) {
        tally.count(outcome);
        return tally.json();
    };
    for (;;) {
        const auto outcome = workshop.outbox->mails.send_next(
            job, workshop.outbox->now(), send, mail_pause_after, after
        );
        if (outcome == MailStore::Sent::nothing_due) {
            return true;
        }
        control.tell(tally.json());
        if (control.stop()) {
            return false;
        }
    }
}

}  // namespace worker
