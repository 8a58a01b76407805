#pragma once

#include "indexer/verification/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// What pages say of a posting. Any bytes may come from them.
namespace watch {

/// What a page says of whether its posting is open. Nothing: neither.
std::optional<verification::Liveness> liveness_of_page(
    const std::string& bytes, const std::string& url, domain::Date day
);

/// What a page of an employer is of. What a list or a whole site says to be closed may be another
/// job.
enum class PageOf : std::uint8_t { posting, many };

/// What an employer's page says of a posting: live where a JobPosting in it has a title alike, or a
/// line or link of it is the title; closed by its words alone, and never because it is not there.
verification::Liveness shown_at_employer(
    const std::string& bytes, const domain::Posting& posting, PageOf page_of, domain::Date day
);

verification::Liveness uncertain(domain::Date day, std::string why);

}  // namespace watch
