-- After candidate $1 (NULL: from the first), at most $2. Row-level security leaves who agrees to be shown.
SELECT id, document::text
FROM candidate
WHERE shown_to_employers_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1)
ORDER BY id
LIMIT $2;
