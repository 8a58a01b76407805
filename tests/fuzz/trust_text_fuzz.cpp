// The words of a posting come from outside. Whatever stands there, every check of words gives a
// verdict, quotes only what the posting says, and never more than the most.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"
#include "indexer/verification/shingles.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

}  // namespace

/// The first line is the posting's link, the second its duty, the rest its description.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string input{reinterpret_cast<const char*>(data), size};
    const std::size_t first = std::min(input.find('\n'), size);
    const std::size_t second = std::min(input.find('\n', std::min(first + 1, size)), size);
    domain::Posting posting;
    posting.url = input.substr(0, first);
    posting.duties = {
        input.substr(std::min(first + 1, second), second - std::min(first + 1, second))};
    posting.description = input.substr(std::min(second + 1, size));
    posting.job_locations.emplace_back().province = domain::Province::ON;
    posting.date_posted = domain::parse_date("2026-02-01").value();

    const verification::PostingText text{posting};
    const verification::Evidence evidence{
        .posting = posting, .sha256 = "00", .fetched_on = *posting.date_posted, .text = &text};
    for (const auto check :
         {verification::contact_domain,
          verification::fees,
          verification::personal_data,
          verification::pressure,
          verification::lmia_label,
          verification::contracting,
          verification::posting_rules,
          verification::recruiter,
          verification::text_anomaly}) {
        const verification::Check result = check(evidence);
        require(result.evidence.size() <= verification::quote_bytes_max);
        require(text.text().find(result.evidence) != std::string_view::npos);
    }
    const auto sketch = verification::sketch(posting.description, posting.url);
    require(sketch == verification::sketch(posting.description + " ", posting.url));
    return 0;
}
