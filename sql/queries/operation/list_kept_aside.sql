-- The latest first: of source $1, records alone or postings alone ($2), for field $3 and reason $4 (NULL each: of any),
-- before row $5 (NULL: from the latest), at most $6. The run is that of the file while it was first seen; what a later
-- check or a reviewer held back has none.
SELECT kept.id, kept.source, kept.file, kept.line, kept.field, kept.reason, kept.sha256, kept.posting_id,
    to_char(kept.first_seen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), run.id
FROM (
    SELECT id, source, file, line, field, reason, sha256, posting_id, first_seen
    FROM quarantine
    WHERE ($1::text IS NULL OR source = $1)
      AND ($2::text IS NULL OR (posting_id IS NULL) = ($2 = 'record'))
      AND ($3::text IS NULL OR field = $3) AND ($4::text IS NULL OR reason = $4)
      AND ($5::bigint IS NULL OR id < $5)
    ORDER BY id DESC
    LIMIT $6
) AS kept
LEFT JOIN LATERAL (
    SELECT id
    FROM ingest_run
    WHERE ingest_run.file = kept.file AND started_at <= kept.first_seen AND coalesce(finished_at, 'infinity') >= kept.first_seen
    ORDER BY id DESC
    LIMIT 1
) AS run ON true
ORDER BY kept.id DESC;
