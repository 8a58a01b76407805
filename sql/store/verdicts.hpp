#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What the checks say of a posting, packed as indexer/trust packs them.
struct PackedVerdicts {
    std::string letters = {};     ///< One a check; one that came later has none.
    std::string statements = {};  ///< `6 absent,12 no_list`: a check's place and its code.
    std::string details = {};     ///< JSON array; empty: nothing was found.
    domain::Date verified_on{};
    std::int64_t basis = 0;  ///< What it was verified against, by add_basis(); 0: nothing.
    std::optional<domain::Date> expires_on = {};  ///< Of what lists say.
    bool operator==(const PackedVerdicts&) const = default;
};

/// What its source, or its employer's page, last said of whether a posting is open.
struct StoredLiveness {
    std::string state;  ///< `live`, `closed` or `uncertain`.
    domain::Date day;
    std::string evidence;
    std::optional<domain::Date> until = {};  ///< The last day on which it counts.
    bool operator==(const StoredLiveness&) const = default;
};

/// Where the employer itself shows a posting.
struct EmployerPage {
    std::string url = {};                     ///< Empty: no such page is known.
    std::optional<StoredLiveness> said = {};  ///< If it was asked; without a last day it is to be
                                              ///< asked again.
    bool operator==(const EmployerPage&) const = default;
};

/// A posting that advertises the same job as another.
struct SameJob {
    domain::PostingId id = 0;
    std::string source;
    std::optional<domain::Date> date_posted;
};

}  // namespace store
