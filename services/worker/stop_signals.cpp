#include "services/worker/stop_signals.hpp"

#include <csignal>
#include <initializer_list>

namespace worker {
namespace {

// A handler of signals can reach nothing but what is global.
volatile std::sig_atomic_t asked = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void ask_to_stop(int) { asked = 1; }

}  // namespace

void stop_on_signals() {
    struct sigaction action {};
    action.sa_handler = ask_to_stop;
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGTERM, SIGINT}) {
        sigaction(signal, &action, nullptr);
    }
}

bool stop_asked() { return asked != 0; }

}  // namespace worker
