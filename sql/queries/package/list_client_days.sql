-- Of those who let the advisor's firm read, from day $1 on; after day $2 and line $3 (NULL: from the first), at most $4.
SELECT id, candidate_id
FROM client_day
WHERE due_on >= $1 AND ($3::bigint IS NULL OR (due_on, id) > ($2::date, $3))
ORDER BY due_on, id
LIMIT $4;
