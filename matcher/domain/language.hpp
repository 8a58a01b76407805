#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace domain {

enum class OfficialLanguage : std::uint8_t { english, french };

/// ISO 639-1: `en` or `fr`.
constexpr std::string_view language_code(const OfficialLanguage language) {
    return language == OfficialLanguage::french ? "fr" : "en";
}

/// A level of the Canadian Language Benchmarks, or of the Niveaux de compétence linguistique
/// canadiens for French: 0 (none proven) to 12. The CRS distinguishes nothing above 10.
using Clb = int;
inline constexpr Clb clb_max = 12;

/// One level for each of the four abilities that an approved test measures.
struct AbilityLevels {
    Clb listening = 0;
    Clb reading = 0;
    Clb writing = 0;
    Clb speaking = 0;

    constexpr Clb lowest() const {
        return std::min(std::min(listening, reading), std::min(writing, speaking));
    }
    bool operator==(const AbilityLevels&) const = default;
};

struct LanguageLevels {
    OfficialLanguage language = OfficialLanguage::english;
    AbilityLevels levels;
    bool operator==(const LanguageLevels&) const = default;
};

}  // namespace domain
