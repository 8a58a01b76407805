#include "matcher/document/json.hpp"
#include "services/wire/candidate_json.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// Whatever the bytes: reading ends with a value or an error, and what was read can be written and
/// read again to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const auto value = document::parse({reinterpret_cast<const char*>(data), size});
    if (!value) {
        return 0;
    }
    const std::string text = document::serialize(*value);
    const auto again = document::parse(text);
    if (!again || document::serialize(*again) != text) {
        std::abort();
    }
    const auto candidate = wire::candidate_from(*value);
    if (!candidate && candidate.error().message.empty()) {
        std::abort();
    }
    return 0;
}
