#include "matcher/rules/rule_set.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// The first line is the rule set, what follows its grid. Whatever stands there is read or refused
/// with a reason; the tables of what is read hold no points beyond the CRS.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters.
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::size_t line_end = text.find('\n');
    const std::string_view grid = line_end == text.npos ? "" : text.substr(line_end + 1);
    const auto rule_set =
        rules::parse_rule_set(text.substr(0, line_end), {{.name = "common", .json = grid}});
    if (!rule_set) {
        if (rule_set.error().message.empty()) {
            std::abort();
        }
        return 0;
    }
    for (const rules::ByColumn& points : rule_set->core.age) {
        if (points[0] < 0 || points[0] > 1200 || points[1] < 0 || points[1] > 1200) {
            std::abort();
        }
    }
    return 0;
}
