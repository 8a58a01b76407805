UPDATE job SET leased_until = clock_timestamp() + $3 * interval '1 millisecond'
WHERE id = $1 AND lease = $2
RETURNING id;
