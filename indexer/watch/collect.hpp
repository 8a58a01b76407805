#pragma once

#include "indexer/sources/read.hpp"
#include "indexer/watch/turn.hpp"

namespace watch {

/// The files of a source as they stand after asking for what is new.
struct Collected {
    TurnOutcome outcome = TurnOutcome::failed;  ///< `ingested`: here they are, new or not.
    std::string error;
    std::vector<sources::SourceFile> files;
    std::string fingerprint;  ///< Changes with the bytes of any of them.
    std::string gone_url;     ///< The source's own address, where that answers 410; else empty.
    std::optional<std::chrono::seconds> retry_after;
};

/// Fetches what is fetched, page by page, and lists what stands on this machine. Without all of
/// its pages a source has no files: half a feed would look as if the other half were gone.
Collected collect(const fetch::Source& source, Tools& tools, const std::stop_token& stop);

}  // namespace watch
