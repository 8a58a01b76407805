#include "services/api/admin.hpp"

#include "services/api/health.hpp"
#include "services/api/log.hpp"
#include "services/metrics/page.hpp"

#include <utility>

namespace api {
namespace {

using Answer = http::Response (*)(const Service&, const auth::Principal&, const http::Call&);

http::Route route(const std::string_view pattern, const Service& service, const Answer answer) {
    return {
        .method = "GET",
        .pattern = pattern,
        .body_bytes_max = 0,
        .handle = [&service, answer](const http::Call& call) {
            return answer(service, auth::Principal{}, call);
        }};
}

std::vector<http::Route> admin_routes(
    const Service& service, std::function<std::string()> metrics
) {
    http::Route page{
        .method = "GET",
        .pattern = "/metrics",
        .body_bytes_max = 0,
        .handle = [metrics = std::move(metrics)](const http::Call&) {
            http::Response response;
            response.content_type = metrics::Page::content_type;
            response.body = metrics();
            return response;
        }};
    return {
        std::move(page),
        route("/healthz", service, answer_health),
        route("/readyz", service, answer_readiness)};
}

}  // namespace

Admin::Admin(
    http::ServerOptions settings, const Service& service, std::function<std::string()> metrics
)
    : router_{admin_routes(service, std::move(metrics))},
      server_{
          std::move(settings),
          {.handle = [this](const http::Request& request) { return router_.answer(request); },
           .body_bytes_max = [this](const http::Request& head
                             ) { return router_.body_bytes_max(head); },
           // A monitor asks every few seconds: that it did is not worth a line.
           .log = [](const http::Exchange&) {},
           .tell = log_event}} {
    server_.obey_signals();
    thread_ = std::jthread{[this] { server_.run(); }};
}

Admin::~Admin() { server_.stop(); }

}  // namespace api
