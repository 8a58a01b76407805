#pragma once

namespace worker {

/// From now on SIGTERM and SIGINT ask this process to stop when its step is done, once each.
void stop_on_signals();

/// Whether one of them has come.
bool stop_asked();

}  // namespace worker
