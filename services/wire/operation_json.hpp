#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/import_store.hpp"
#include "sql/store/operation_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string_view>
#include <vector>

/// How the service runs, as operators are told it.
namespace wire {

/// `{name, posting_source, listed, fetched, address, complete, schedule, due_at, last_run,
/// last_ingest, last_error, live_postings, records_kept_aside, postings_held_back, pages,
/// added{by, at, entry}}`.
boost::json::object source_json(const store::OperationStore::Source& source);

/// `[{source, check, title, verdicts{pass, warn, fail, unknown, info}}]`, from counts by source and
/// check.
boost::json::array verdict_counts_json(
    const std::vector<store::VerdictCount>& counts, domain::OfficialLanguage language
);

/// `{id, source, kind, file, day, started_at, finished_at, outcome, message, counts, kept_aside,
/// not_understood}`.
boost::json::object run_json(const store::OperationStore::Run& run);

/// `{id, source, kind, file, line, field, reason, sha256, posting_id, first_seen, run_id}`.
boost::json::object kept_aside_json(const store::OperationStore::KeptAside& kept);

/// The same with `record: {text, from, next_from, characters, bytes, replaced}`, of which the text
/// begins after `from` characters.
boost::json::object kept_record_json(
    const store::OperationStore::Record& record, std::int64_t from, std::int64_t characters
);

/// `{source, kind, field, reason, count, last_seen}`.
boost::json::object reason_count_json(const store::OperationStore::ReasonCount& reason);

/// `{as_of, checks[], not_imported[], items[]}`: every list taken in, which kinds were never, and
/// of each check that looks something up whether its newest list counts on the day. `kinds` are all
/// that can be imported.
boost::json::object references_json(
    const std::vector<store::Import>& imports,
    const std::vector<std::string_view>& kinds,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace wire
