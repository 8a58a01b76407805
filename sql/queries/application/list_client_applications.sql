-- Of those who let the advisor's firm read: in one of states $1 and of candidate $2 (NULL: of any), what is due first and
-- what has no day last; after day $3 (infinity: without one) and number $4 (NULL: from the first), at most $5.
SELECT id, candidate_id
FROM client_application
WHERE ($1::json IS NULL OR state IN (SELECT json_array_elements_text($1)))
  AND ($2::uuid IS NULL OR candidate_id = $2)
  AND ($4::bigint IS NULL OR (coalesce(due_on, 'infinity'), number) > ($3::date, $4))
ORDER BY due_on, number
LIMIT $5;
