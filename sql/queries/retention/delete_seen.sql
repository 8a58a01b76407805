-- At most $2 lines of readings before day $1.
WITH gone AS (
    DELETE FROM candidate_access
    WHERE id IN (SELECT id FROM candidate_access WHERE seen_at < $1::date ORDER BY id LIMIT $2)
    RETURNING id
)
SELECT count(*) FROM gone;
