#pragma once

#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verification {

/// Unknown is never pass. A hard fail keeps a posting from being served.
enum class Verdict : std::uint8_t { pass, warn, fail, unknown, info };

/// The checks by their name in the evidence card.
enum class CheckKind : std::uint8_t { provenance, dates, required_fields, occupation, pay };

struct Check {
    CheckKind kind = CheckKind::provenance;
    Verdict verdict = Verdict::unknown;
    std::string field;     ///< The field that decided, as in indexer/sources; may be empty.
    std::string evidence;  ///< The value or the reason, in a form a person can read.
};

/// What the checks look at. Later steps add dated reference data here.
struct Evidence {
    const domain::Posting& posting;
    std::string_view sha256;  ///< Of the raw record.
    domain::Date fetched_on;
    bool noc_exists = false;  ///< The posting's NOC is a unit group of NOC 2021.
    std::vector<std::pair<std::string, std::string>> not_understood;  ///< Field and reason.
};

std::string_view name(CheckKind kind);
std::string_view name(Verdict verdict);

/// Every hard check on one posting, all of them and not the first that fails:
///   provenance       source, source id and fingerprint are known; a link or a source page exists
///   dates            posted on a known day, not after `fetched_on`; valid through no earlier day.
///                    A posting that has since expired does not fail: live is a question of the
///                    day asked, and no stored verdict depends on today
///   required_fields  title, employer, place, day posted
///   occupation       a NOC 2021 unit group that exists
///   pay              above zero where stated, in Canadian dollars; unknown where not stated
/// The required fields are those of schema.org JobPosting as Google asks for them.
std::vector<Check> check(const Evidence& evidence);

/// True if no check fails.
bool verified(const std::vector<Check>& checks);

}  // namespace verification
