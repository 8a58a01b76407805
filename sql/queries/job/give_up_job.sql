UPDATE job
SET state = 'failed', lease = NULL, leased_until = NULL, finished_at = clock_timestamp(), error = $3
WHERE id = $1 AND lease = $2
RETURNING id;
