// Any bytes as the page of a posting, and as that of its employer: what is said of it is live or
// closed with words that can be stored and shown, and the same bytes say the same.

#include "indexer/sources/text.hpp"
#include "indexer/watch/posting_page.hpp"

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
    using State = verification::Liveness::State;
    const domain::Date day = domain::parse_date("2026-11-16").value();
    const auto said = watch::liveness_of_page(page, "https://jobs.example/1", day);
    const auto can_be_stored = [&](const verification::Liveness& answer) {
        check(answer.day == day);
        check(!answer.evidence.empty() && sources::is_text(answer.evidence));
        check(answer.evidence.find('\0') == std::string::npos);
        check(answer.evidence.size() <= 1'000);
    };
    if (said) {
        check(said->state == State::live || said->state == State::closed);
        can_be_stored(*said);
    }
    const auto again = watch::liveness_of_page(page, "https://jobs.example/1", day);
    check(again.has_value() == said.has_value() && (!said || again->evidence == said->evidence));
    domain::Posting posting;
    posting.url = "https://jobs.example/1";
    posting.title = "Welder";
    posting.original_title = "Soudeuse, soudeur";
    for (const watch::PageOf page_of : {watch::PageOf::posting, watch::PageOf::many}) {
        const auto shown = watch::shown_at_employer(page, posting, page_of, day);
        can_be_stored(shown);
        check(page_of == watch::PageOf::posting || shown.state != State::closed);
        const auto once_more = watch::shown_at_employer(page, posting, page_of, day);
        check(shown.state == once_more.state && shown.evidence == once_more.evidence);
    }
    return 0;
}
