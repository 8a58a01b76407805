-- The latest first: of source $1 (NULL: of any), with outcome $2 (NULL: with any; empty: not ended), before run $3 (NULL:
-- from the latest), at most $4.
SELECT id, source, file, day,
    to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    outcome, message, counts
FROM ingest_run
WHERE ($1::text IS NULL OR source = $1) AND ($2::text IS NULL OR coalesce(outcome, '') = $2)
  AND ($3::bigint IS NULL OR id < $3)
ORDER BY id DESC
LIMIT $4;
