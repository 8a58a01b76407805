#pragma once

#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/raw_posting.hpp"

#include <optional>
#include <string>

namespace sources {

/// The text of a document that is read as a whole. Where it is longer than document_bytes_max, or
/// cannot be read to its end, the sink is told and there is none.
std::optional<std::string> whole_text_of(
    ByteStream& stream, const std::string& file, const Sink& sink
);

}  // namespace sources
