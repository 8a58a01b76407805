#pragma once

#include "services/api/service.hpp"
#include "services/http/server.hpp"
#include "services/metrics/requests.hpp"
#include "sql/store/database.hpp"

#include <string>

namespace api {

/// How the API and what stands behind it run, for a monitor (deploy/docs/monitoring.md says what
/// each metric means). Counts, instants and names of routes, sources and rule sets; nothing of
/// anybody.
class Metrics {
public:
    /// Both outlive it.
    Metrics(const Service& service, const store::Database& database)
        : service_{service}, database_{database} {}

    /// One caller at a time.
    void observe(const http::Exchange& exchange) { requests_.observe(exchange); }

    /// What metrics::Page writes, now. What cannot be asked is left out, and does not throw.
    std::string text(const http::Standing& standing) const;

private:
    const Service& service_;
    const store::Database& database_;
    metrics::Requests requests_;
};

}  // namespace api
