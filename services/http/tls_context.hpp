#pragma once

#include "services/http/tls_files.hpp"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace http {

/// TLS 1.2 and 1.3 with forward secrecy and authenticated encryption, no renegotiation, and
/// http/1.1 as the only protocol (a caller that offers others alone is refused).
/// Throws std::runtime_error that names the file and what is wrong with it.
std::shared_ptr<boost::asio::ssl::context> tls_context(const TlsFiles& files);

}  // namespace http
