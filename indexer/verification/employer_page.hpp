#pragma once

#include "indexer/verification/verify.hpp"

#include <string>
#include <string_view>

/// Where an employer shows a posting itself, and for how long it counts what was seen there.
namespace verification {

/// The posting's own link where that carries the employer's name (names_employer), else a link of
/// its text that does: before others one that looks like this posting's, then one with a path.
/// Empty: none is known, and none is made up.
std::string employer_page_of(const domain::Posting& posting, std::string_view employer_key);

/// Whether an address looks like that of this one posting, and not like that of a list of jobs or
/// of a whole site: behind its host stands a number or a word of the title.
bool is_of_one_posting(std::string_view url, const domain::Posting& posting);

/// The last day on which an answer of the employer's page counts. One that told nothing counts for
/// a week.
domain::Date last_day_at_employer(const Liveness& said);

}  // namespace verification
