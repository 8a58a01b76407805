#pragma once

#include "matcher/domain/date.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace verification {

/// Unknown is never pass. A hard fail keeps a posting from being served; info is a fact without
/// judgement.
enum class Verdict : std::uint8_t { pass, warn, fail, unknown, info };
inline constexpr std::array all_verdicts{
    Verdict::pass, Verdict::warn, Verdict::fail, Verdict::unknown, Verdict::info};

/// The checks, in the order of the evidence card. What each looks at stands in check_rules.json.
enum class CheckKind : std::uint8_t {
    provenance,
    liveness,
    dates,
    required_fields,
    employer_page,
    repost,
    employer_identity,
    contact_domain,
    fees,
    personal_data,
    pressure,
    non_compliant_list,
    lmia_history,
    lmia_label,
    pay,
    minimum_wage,
    median_wage,
    occupation,
    occupation_implied,
    contracting,
    hours,
    posting_rules,
    licence,
    recruiter,
    designation,
    copied_text,
    text_anomaly,
    review,
};
inline constexpr std::size_t checks_count = 28;

/// Increased whenever the same posting and lists would have other verdicts: stored postings are
/// then due.
inline constexpr int checks_version = 7;

/// Whole numbers count what their name says: cents, percent, tenths of an hour.
using Value = std::variant<std::int64_t, std::string, domain::Date>;

/// What one check says of a posting.
struct Check {
    CheckKind kind = CheckKind::provenance;
    Verdict verdict = Verdict::unknown;
    std::string field = {};  ///< The field that decided, as in indexer/sources; may be empty.

    /// A quote of the posting, a row as it was published, or the reason in the operator's words.
    std::string evidence = {};

    /// Which of the check's statements this is, where it has several of one verdict; with the
    /// values it becomes a sentence in English or French (`check.<kind>.<code>` of the messages).
    /// Empty: the verdict's own statement (`check.<kind>.<verdict>`).
    std::string_view code = {};
    std::vector<std::pair<std::string_view, Value>> values = {};

    std::string source = {};  ///< The list that was looked up, as it is named there; else empty.
    std::optional<domain::Date> source_on =
        {};  ///< When the list was published or the page fetched.
    std::optional<domain::Date> expires_on = {};  ///< The last day it counts; nothing: no end.
};

/// What of a check is the same for every posting; from check_rules.json.
struct CheckRule {
    std::string name;               ///< Of the kind.
    std::vector<Verdict> verdicts;  ///< Those that it can give.
    bool hard = false;              ///< Its fail holds a posting back.
    bool clearable = false;         ///< Two reviewers can say that its fail is wrong.
    int days = 0;                   ///< For how long its evidence counts; 0 has no end.
    bool lapses = true;             ///< A posting is taken off when that has run out.
    std::string source;             ///< Page or instrument that asks for it, where there is one.
};

const CheckRule& rule_of(CheckKind kind);

/// Whether a check can give this verdict, as check_rules.json declares.
bool can_say(CheckKind kind, Verdict verdict);

std::string_view name(CheckKind kind);
std::string_view name(Verdict verdict);
std::optional<CheckKind> kind_from(std::string_view name);
std::optional<Verdict> verdict_from(std::string_view name);

/// True if no hard check fails.
bool verified(std::span<const Check> checks);

/// The last day on which all of the evidence counts that a posting lapses without; nothing: it has
/// no end.
std::optional<domain::Date> expires_on(std::span<const Check> checks);

}  // namespace verification
