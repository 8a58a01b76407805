-- The latest first.
SELECT id, source, file, day,
       to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       outcome, message, counts
FROM ingest_run
ORDER BY id DESC
LIMIT $1;
