-- Row $1 with its record, from character $2 on, at most $3 characters of it.
SELECT kept.id, kept.source, kept.file, kept.line, kept.field, kept.reason, kept.sha256, kept.posting_id,
    to_char(kept.first_seen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), run.id,
    substr(record.raw, $2::integer + 1, $3::integer), length(record.raw), octet_length(record.raw),
    position(U&'\FFFD' IN record.raw) > 0
FROM quarantine AS kept
JOIN kept_record AS record ON record.quarantine_id = kept.id
LEFT JOIN LATERAL (
    SELECT id
    FROM ingest_run
    WHERE ingest_run.file = kept.file AND started_at <= kept.first_seen AND coalesce(finished_at, 'infinity') >= kept.first_seen
    ORDER BY id DESC
    LIMIT 1
) AS run ON true
WHERE kept.id = $1;
