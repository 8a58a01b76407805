SELECT id, to_char(asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), total, queued, built, refused, failed
FROM package_batch
WHERE id = $1;
