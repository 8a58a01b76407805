#pragma once

#include "services/http/message.hpp"

/// Answers that are text, by gzip (RFC 1952) for whoever takes that.
namespace http {

/// Compresses the body where Accept-Encoding names gzip and it is text of 1 KiB or more. Not where
/// the answer has an ETag, which names its bytes, or sets a cookie: what stands in a compressed
/// answer beside a secret can be guessed by its length. A problem is left alone, as tell_trace()
/// writes into it.
void compress(const Request& request, Response& response);

}  // namespace http
