#pragma once

#include "indexer/reference.hpp"
#include "sql/store/trust_store.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>

namespace ingest {

struct VerifyOptions {
    domain::Date day;       ///< As of which postings are verified.
    bool due_only = false;  ///< Only what has run out, rests on older lists, or was decided on.

    /// Due is only what was marked or decided on, whatever the lists were: for the end of an
    /// ingest.
    bool older_basis_counts = true;

    std::size_t batch_size = 1'000;

    /// Asks the source of a posting whether it is still open; empty: nobody is asked, and what has
    /// run out lapses. Nothing: not now, the budget of its host is spent.
    std::function<std::optional<verification::Liveness>(const domain::Posting&)> ask = {};

    /// Asks the employer's page, where that is not at the posting's own link, whether it shows the
    /// posting; nothing: not now. Empty: no page is asked for the sake of an employer's word.
    std::function<
        std::optional<verification::Liveness>(const domain::Posting&, const std::string& page)>
        ask_employer = {};
    std::size_t employer_pages_max = std::numeric_limits<std::size_t>::max();  ///< In one run.

    std::function<void(std::int64_t postings)> progress = {};  ///< May be empty.
};

struct VerifyCounts {
    std::int64_t looked_at = 0;
    std::int64_t changed = 0;  ///< Some verdict is another one, or was made anew.
    std::int64_t held_back = 0;
    std::int64_t released = 0;
    std::int64_t lapsed = 0;
    std::int64_t renewed = 0;
    std::int64_t asked = 0;            ///< Whose source was asked whether they are open.
    std::int64_t closed = 0;           ///< By what their pages say.
    std::int64_t employers_asked = 0;  ///< Whose employer's page was asked beside those.

    using Seconds = std::chrono::duration<double>;
    Seconds reading{};   ///< Getting postings from the database.
    Seconds deciding{};  ///< Every check and what follows from it: of the processor, one core.
    Seconds writing{};   ///< What has changed.
};

/// Verifies stored postings again and stores what has changed. Stopped at any moment it has done
/// whole batches; the next run goes on. The caller holds the writer lock and brings the index up to
/// date afterwards.
VerifyCounts verify(
    store::Database& database, const Reference& reference, const VerifyOptions& options
);

/// The same for one posting, due or not. Nothing where there is none.
std::optional<VerifyCounts> verify_one(
    store::Database& database,
    const Reference& reference,
    domain::PostingId id,
    const VerifyOptions& options
);

}  // namespace ingest
