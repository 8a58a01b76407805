// Any bytes as the page of a posting: what is said of it is live or closed with words that can be
// stored and shown, and the same bytes say the same.

#include "indexer/sources/text.hpp"
#include "indexer/watch/page_asker.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string page{reinterpret_cast<const char*>(data), size};
    const auto check = [](const bool holds) {
        if (!holds) {
            std::abort();
        }
    };
    const domain::Date day = domain::parse_date("2026-11-16").value();
    const auto said = watch::liveness_of_page(page, "https://jobs.example/1", day);
    if (said) {
        using State = verification::Liveness::State;
        check(said->state == State::live || said->state == State::closed);
        check(said->day == day);
        check(!said->evidence.empty() && sources::is_text(said->evidence));
        check(said->evidence.find('\0') == std::string::npos);
        check(said->evidence.size() <= 1'000);
    }
    const auto again = watch::liveness_of_page(page, "https://jobs.example/1", day);
    check(again.has_value() == said.has_value() && (!said || again->evidence == said->evidence));
    return 0;
}
