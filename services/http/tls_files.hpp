#pragma once

#include <string>

namespace http {

/// PEM files: the certificate with those that lead to a root, and its private key.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

}  // namespace http
