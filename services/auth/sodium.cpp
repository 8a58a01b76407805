#include "services/auth/sodium.hpp"

#include <sodium.h>
#include <stdexcept>

namespace auth {

void start_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error{"libsodium cannot be started"};
    }
}

}  // namespace auth
