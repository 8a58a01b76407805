#include "services/http/answering.hpp"

#include "services/http/compression.hpp"
#include "services/http/no_throw.hpp"
#include "services/http/problem.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <utility>

// Coroutines: see the remark in server.cpp.

namespace http {

namespace asio = boost::asio;

/// A request with a worker, and whoever waits for the answer, for as long as either needs it.
struct Errand {
    Errand(asio::io_context& io, std::shared_ptr<const Request> asked)
        : request{std::move(asked)}, answered{io} {}
    std::shared_ptr<const Request> request;
    Response response;
    bool done = false;
    bool refused = false;
    asio::steady_timer answered;  ///< Cancelled when done or refused.
};

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t callers_max = 100'000;
constexpr QueueLimits vital_queue{.workers = 1, .in_flight_max = 32, .waiting_per_worker = 32};

/// Given to most of those who come while more come than can be answered: written once.
const Response& busy() {
    static const Response response = unavailable("the service is busy");
    return response;
}

}  // namespace

Answering::Answering(
    const ServerOptions& options, const Application& application, asio::io_context& io
)
    : options_{options},
      application_{application},
      io_{io},
      rate_limiter_{options.rate_per_address, callers_max},
      vital_{vital_queue},
      queue_{options.queue} {}

asio::awaitable<Response> Answering::answer(std::shared_ptr<const Request> request) {
    const Rate& rate = options_.rate_per_address;
    const bool vital = application_.is_vital(*request);
    const bool limited = rate.limits() && !vital;
    Allowance allowance;
    if (limited) {
        allowance = rate_limiter_.take(caller_of(request->peer), Clock::now());
        if (!allowance.allowed) {
            co_return too_many_requests(allowance, rate, "address");
        }
    }
    WorkQueue& queue = vital ? vital_ : queue_;
    Response response = co_await on_worker(std::move(request), queue);
    if (limited) {
        tell(allowance, rate, "address", response);
    }
    co_return response;
}

asio::awaitable<Response> Answering::on_worker(
    std::shared_ptr<const Request> request, WorkQueue& queue
) {
    const auto errand = std::make_shared<Errand>(io_, std::move(request));
    errand->answered.expires_after(options_.answer_timeout);
    Job job;
    job.run = [this, errand] {
        errand->response = application_.handle(*errand->request);
        compress(*errand->request, errand->response);
    };
    job.done = [this, errand] {
        asio::post(io_, [errand] {
            errand->done = true;
            errand->answered.cancel();
        });
    };
    job.refused = [errand] {
        errand->refused = true;
        errand->answered.cancel();
    };
    queue.push(std::move(job), Clock::now());
    if (!errand->refused) {
        co_await errand->answered.async_wait(no_throw);
    }
    if (errand->refused) {
        co_return busy();
    }
    if (!errand->done) {
        co_return unavailable("the answer takes too long");
    }
    co_return std::move(errand->response);
}

}  // namespace http
