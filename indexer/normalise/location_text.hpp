#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace normalise {

/// A location without what pages write around a place and is none: `Remote work available`,
/// `(Hybrid)`,
/// `+ 3 more`. A line break stands where such words did.
std::string without_badges(std::string text);

/// What a location says beside its badges; where it says nothing else, the badges.
std::string beside_badges(const std::string& text);

/// A text without the country that stands at an end of it.
struct WithoutCountry {
    std::string_view text;
    bool in_canada = false;  ///< Canada stood there.
};

/// What has to stand behind the country where a text begins with it: `Canada Creek` is a place.
enum class BehindCountry : std::uint8_t { mark, word };

/// `Toronto, Canada`, `Canada - Ottawa`, `Toronto ON CAN`; not `National Park of Canada`, nor
/// `Remote in Canada`.
WithoutCountry without_country(std::string_view text, BehindCountry behind);

}  // namespace normalise
