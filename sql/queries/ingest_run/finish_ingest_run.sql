UPDATE ingest_run
SET source = $2, finished_at = now(), outcome = $3, message = $4, counts = $5::json
WHERE id = $1 AND outcome IS NULL;
