#pragma once

#include "services/wire/list_formats.hpp"

#include <array>

/// The tables of lists about how the service runs.
namespace api {

inline constexpr std::array operator_sources{
    wire::Column{"name", "name"},
    wire::Column{"posting_source", "posting_source"},
    wire::Column{"listed", "listed"},
    wire::Column{"address", "address"},
    wire::Column{"every_minutes", "schedule/every_minutes"},
    wire::Column{"daily_at", "schedule/daily_at"},
    wire::Column{"due_at", "due_at"},
    wire::Column{"last_run_at", "last_run/started_at"},
    wire::Column{"last_run_outcome", "last_run/outcome"},
    wire::Column{"last_success_at", "last_run/succeeded_at"},
    wire::Column{"failures_in_a_row", "last_run/failures_in_a_row"},
    wire::Column{"last_ingest_at", "last_ingest/started_at"},
    wire::Column{"last_ingest_outcome", "last_ingest/outcome"},
    wire::Column{"last_error", "last_error"},
    wire::Column{"live_postings", "live_postings"},
    wire::Column{"records_kept_aside", "records_kept_aside"},
    wire::Column{"postings_held_back", "postings_held_back"},
};

inline constexpr std::array verdict_counts{
    wire::Column{"source", "source"},
    wire::Column{"check", "check"},
    wire::Column{"pass", "verdicts/pass"},
    wire::Column{"warn", "verdicts/warn"},
    wire::Column{"fail", "verdicts/fail"},
    wire::Column{"unknown", "verdicts/unknown"},
    wire::Column{"info", "verdicts/info"},
};

inline constexpr std::array operator_runs{
    wire::Column{"id", "id"},
    wire::Column{"source", "source"},
    wire::Column{"kind", "kind"},
    wire::Column{"file", "file"},
    wire::Column{"day", "day"},
    wire::Column{"started_at", "started_at"},
    wire::Column{"finished_at", "finished_at"},
    wire::Column{"outcome", "outcome"},
    wire::Column{"message", "message"},
    wire::Column{"records", "counts/records"},
    wire::Column{"stored", "counts/stored"},
    wire::Column{"added", "counts/added"},
    wire::Column{"changed", "counts/changed"},
    wire::Column{"unchanged", "counts/unchanged"},
    wire::Column{"statistics", "counts/statistics"},
    wire::Column{"quarantined", "counts/quarantined"},
    wire::Column{"closed", "counts/closed"},
    wire::Column{"open", "counts/open"},
    wire::Column{"missing", "counts/missing"},
};

inline constexpr std::array quarantined{
    wire::Column{"id", "id"},
    wire::Column{"source", "source"},
    wire::Column{"kind", "kind"},
    wire::Column{"file", "file"},
    wire::Column{"line", "line"},
    wire::Column{"field", "field"},
    wire::Column{"reason", "reason"},
    wire::Column{"posting_id", "posting_id"},
    wire::Column{"first_seen", "first_seen"},
    wire::Column{"run_id", "run_id"},
    wire::Column{"sha256", "sha256"},
};

inline constexpr std::array quarantine_reasons{
    wire::Column{"source", "source"},
    wire::Column{"kind", "kind"},
    wire::Column{"field", "field"},
    wire::Column{"reason", "reason"},
    wire::Column{"count", "count"},
    wire::Column{"last_seen", "last_seen"},
};

inline constexpr std::array rule_files{
    wire::Column{"kind", "kind"},
    wire::Column{"file", "file"},
    wire::Column{"shipped", "shipped"},
    wire::Column{"in_use", "in_use"},
    wire::Column{"id", "id"},
    wire::Column{"effective_from", "effective_from"},
    wire::Column{"effective_to", "effective_to"},
    wire::Column{"confirmed", "confirmed"},
    wire::Column{"status", "status"},
    wire::Column{"version", "version"},
    wire::Column{"sha256", "sha256"},
    wire::Column{"source", "source"},
    wire::Column{"warnings", "warnings/*/text"},
};

inline constexpr std::array references{
    wire::Column{"id", "id"},
    wire::Column{"kind", "kind"},
    wire::Column{"list", "list"},
    wire::Column{"publisher", "publisher"},
    wire::Column{"published_on", "published_on"},
    wire::Column{"age_days", "age_days"},
    wire::Column{"rows", "rows"},
    wire::Column{"refused", "refused"},
    wire::Column{"left_out", "left_out"},
    wire::Column{"imported_at", "imported_at"},
    wire::Column{"shipped", "shipped"},
    wire::Column{"active", "active"},
    wire::Column{"file", "file"},
    wire::Column{"sha256", "sha256"},
};

}  // namespace api
