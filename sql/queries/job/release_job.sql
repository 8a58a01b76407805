-- Back to those that wait, from $3 milliseconds on; $4 says why.
UPDATE job
SET state = 'waiting', lease = NULL, leased_until = NULL, error = $4,
    run_after = clock_timestamp() + $3 * interval '1 millisecond'
WHERE id = $1 AND lease = $2
RETURNING id;
