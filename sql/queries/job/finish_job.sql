UPDATE job
SET state = 'done', lease = NULL, leased_until = NULL, finished_at = clock_timestamp(), error = ''
WHERE id = $1 AND lease = $2
RETURNING id;
