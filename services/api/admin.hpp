#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"
#include "services/http/server.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <thread>

namespace api {

/// What whoever keeps the service running asks on a port of its own: `/metrics`, `/healthz` and
/// `/readyz`. Whoever reaches the port is answered, so it is no port for everybody.
class Admin {
public:
    /// Throws as http::Server does. All of it outlives this object, which serves until it goes, or
    /// until SIGTERM or SIGINT.
    Admin(
        http::ServerOptions settings, const Service& service, std::function<std::string()> metrics
    );
    ~Admin();
    Admin(const Admin&) = delete;
    Admin& operator=(const Admin&) = delete;

    std::uint16_t port() const { return server_.port(); }

private:
    http::Router router_;
    http::Server server_;
    std::jthread thread_;
};

}  // namespace api
