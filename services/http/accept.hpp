#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace http {

/// Which of the media types offered an Accept header prefers (RFC 9110, 12.5.1): the one of the
/// greatest weight, and of several the one that is offered first. Where it accepts none of them, or
/// cannot be read, the first: an answer of another form says more than a refusal. Parameters other
/// than the weight are looked over. An index into `offered`, which is not empty.
std::size_t preferred(std::string_view accept, std::span<const std::string_view> offered);

/// The same of languages and Accept-Language (RFC 9110, 12.5.4): `fr-CA` accepts `fr`.
std::size_t preferred_language(std::string_view accept, std::span<const std::string_view> offered);

/// Whether an Accept-Encoding header takes the encoding: it is named, and not with a weight of 0.
bool takes_encoding(std::string_view header, std::string_view encoding);

}  // namespace http
