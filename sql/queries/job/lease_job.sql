-- The next job of these kinds ($1, an array) whose turn has come, or only the job $2; for $3 milliseconds. A
-- job whose worker has fallen silent is anybody's.
UPDATE job
SET state = 'running', attempts = attempts + 1, lease = gen_random_uuid(),
    leased_until = clock_timestamp() + $3 * interval '1 millisecond'
WHERE id = (
    SELECT id
    FROM job
    WHERE kind IN (SELECT json_array_elements_text($1)) AND ($2::bigint IS NULL OR id = $2)
      AND (state = 'waiting' AND run_after <= clock_timestamp()
           OR state = 'running' AND leased_until < clock_timestamp())
    ORDER BY turn, run_after, id
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING id, kind, arguments::text, progress::text, attempts, lease;
