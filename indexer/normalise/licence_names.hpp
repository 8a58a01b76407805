#pragma once

#include "matcher/domain/licence.hpp"

#include <string_view>

namespace normalise {

/// What a licence of this kind is of, as far as the folded text says: a `trade_certificate` named
/// beside `plumber` is a plumber's. The kind itself where the text does not say, or the kind
/// divides no further.
domain::Licence named_licence(domain::Licence kind, std::string_view folded);

}  // namespace normalise
