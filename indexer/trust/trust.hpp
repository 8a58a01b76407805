#pragma once

#include "indexer/verification/verify.hpp"
#include "sql/store/trust_store.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trust {

/// What is known of a posting on a day.
enum class State : std::uint8_t {
    received,       ///< Nothing has been checked yet.
    verified,       ///< No hard check fails and what proves that counts: the only one served.
    needs_recheck,  ///< What proved it has run out.
    quarantined,    ///< A hard check fails, or a reviewer has taken it out.
    closed,         ///< Its source says so.
    expired,        ///< Over by its own dates.
};
std::string_view name(State state);

/// What a state rests on beside the posting's own days.
struct Standing {
    bool verified = false;                   ///< As it is stored.
    bool checked = false;                    ///< There are verdicts.
    std::optional<domain::Date> lapsed_on;   ///< Its evidence was found to have run out.
    std::optional<domain::Date> expires_on;  ///< The last day on which its evidence counts.
};
State state_on(const domain::Posting& posting, const Standing& standing, domain::Date day);

/// What a stored card says of one check.
struct UnpackedCheck {
    verification::CheckKind kind = verification::CheckKind::provenance;
    verification::Verdict verdict = verification::Verdict::unknown;
    std::string field;
    std::string evidence;
    std::string code;
    std::vector<std::pair<std::string, verification::Value>> values;  ///< Days stand as text.
    std::string source;
    std::optional<domain::Date> source_on;
    std::optional<domain::Date> expires_on;
};

/// By which a verdict is stored.
char letter_of(verification::Verdict verdict);

/// One letter a check, in the order of CheckKind, with its code and values; quotes and rows of
/// warn, fail and info only, and what the employer's page said.
store::PackedVerdicts pack(
    std::span<const verification::Check> checks, domain::Date verified_on, std::int64_t basis
);

/// Every check, in the order of CheckKind. Details of another version of the program are read as
/// far as they are understood.
std::vector<UnpackedCheck> unpack(const store::PackedVerdicts& packed);

/// Of each check, by its kind, and nothing else of what unpack() tells.
std::array<verification::Verdict, verification::checks_count> verdicts(std::string_view letters);

/// What stands beside a posting of a fetched source that was offered on this day.
store::StoredLiveness seen_in_feed(domain::Date day);

/// Of the lists that checks look at: what postings verified against them have in common, as
/// TrustStore::basis() keeps it.
std::string basis_content(const verification::Lists* lists);

/// What was heard of a posting since it was verified last; nothing: it was not asked.
struct News {
    std::optional<verification::Liveness> source = {};    ///< Of its source, by its own page.
    std::optional<verification::Liveness> employer = {};  ///< Of its employer's page.
};

/// Verifies a stored posting as of a day, given the news of it. What the record itself had to say
/// (provenance, dates, required_fields, pay, occupation) stays as the ingest found it: only that
/// has seen the words that were not understood. Nothing where all is as before.
std::optional<store::Verification> verify_again(
    const store::ToVerify& stored,
    const verification::Lists* lists,
    std::int64_t basis,
    domain::Date day,
    const News& news
);

}  // namespace trust
