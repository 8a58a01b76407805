#pragma once

#include <string>
#include <vector>

namespace normalise {

/// Quebec's integrated health centres, whose name is too long for most: `Centre intégré
/// universitaire de santé et de services sociaux du Saguenay` is `ciusss saguenay`, as the `CIUSSS
/// du Saguenay` is. Some leave out a `de` or an `s`. Words are folded, with `&` for `et`; those of
/// any other employer stay as they are.
void shorten_health_centre(std::vector<std::string>& words);

}  // namespace normalise
