#pragma once

#include "indexer/commands/import_command.hpp"
#include "indexer/search/location.hpp"
#include "indexer/verify.hpp"

#include <string>

namespace commands {

struct VerifyRequest {
    enum class Which : std::uint8_t {
        due,  ///< What has run out, rests on older lists, or was decided on.
        all,
        one,
    };
    Which which = Which::due;
    domain::PostingId id = 0;  ///< Of one.
    domain::Date day;
    search::IndexLocation index_folder{};
    std::function<std::optional<verification::Liveness>(const domain::Posting&)> ask = {};
    std::function<
        std::optional<verification::Liveness>(const domain::Posting&, const std::string& page)>
        ask_employer = {};
    std::function<void(std::int64_t postings)> progress = {};
};

/// Verifies stored postings again and brings the index up to date. Refuses an id of no posting. The
/// caller holds the writer lock.
domain::Result<Report> verify(
    store::Database& database, const VerifyRequest& request, ReportForm form
);

/// How often each check has each verdict, for each source and in all.
std::string list_verdicts(store::Database& database, ReportForm form);

}  // namespace commands
