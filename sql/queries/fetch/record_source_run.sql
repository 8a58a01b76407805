INSERT INTO source_run
    (source, started_at, finished_at, succeeded_at, failures, error, not_before, ingested, records, quarantined,
     posting_source)
VALUES ($1, $2::timestamptz, $3::timestamptz, $4::timestamptz, $5, $6, $7::timestamptz, $8, $9, $10, $11)
ON CONFLICT ON CONSTRAINT source_run_pkey DO UPDATE
SET started_at = excluded.started_at, finished_at = excluded.finished_at,
    succeeded_at = excluded.succeeded_at, failures = excluded.failures, error = excluded.error,
    not_before = excluded.not_before, ingested = excluded.ingested, records = excluded.records,
    quarantined = excluded.quarantined, posting_source = excluded.posting_source;
