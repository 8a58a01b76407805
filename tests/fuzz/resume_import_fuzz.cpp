#include "matcher/document/json.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/export_json.hpp"
#include "services/wire/resume_import.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever the bytes: import ends with a profile or an error, says `complete` of what is taken
/// and of nothing else, and what is taken comes back from its export as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const auto value = document::parse({reinterpret_cast<const char*>(data), size});
    if (!value) {
        return 0;
    }
    const auto profile = wire::import_profile(*value);
    if (!profile) {
        return profile.error().message.empty() ? std::abort(), 0 : 0;
    }
    if (profile->complete != wire::candidate_from(profile->candidate).has_value()) {
        std::abort();
    }
    if (!profile->complete) {
        return profile->notes.empty() ? std::abort(), 0 : 0;
    }
    const auto again = wire::import_profile(wire::json_resume(profile->candidate));
    if (!again || again->candidate != profile->candidate) {
        std::abort();
    }
    return 0;
}
