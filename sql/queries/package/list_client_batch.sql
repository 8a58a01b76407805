-- Whose packages of batch $1 are, where they let the advisor's firm read; after number $2 (NULL: from the first), at most $3.
SELECT candidate_id
FROM client_package
WHERE batch = $1 AND ($2::bigint IS NULL OR number > $2)
ORDER BY number
LIMIT $3;
