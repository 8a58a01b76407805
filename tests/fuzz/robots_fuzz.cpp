// The first line is a path, what follows a robots.txt: whatever stands there gives a verdict, the
// same for any case of the crawler's name, and its rules never hide the file itself.

#include "indexer/fetch/robots.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(input.find('\n'), input.size());
    const std::string_view target = input.substr(0, end);
    const std::string_view text = input.substr(std::min(end + 1, input.size()));
    const fetch::Robots robots{text, "jobscout/1.0"};
    const bool allowed = robots.allows(target);
    const bool agrees = fetch::Robots{text, "JobScout"}.allows(target) == allowed;
    const bool delay_is_sane = robots.crawl_delay() >= std::chrono::milliseconds{0} &&
                               robots.crawl_delay() <= std::chrono::hours{24};
    if (!agrees || !delay_is_sane || !robots.allows("/robots.txt")) {
        std::abort();
    }
    return 0;
}
