-- After candidate $1 (NULL: from the first), at most $2: who may be shown for the posting that is asked about.
SELECT id, document::text
FROM shown_candidate
WHERE $1::uuid IS NULL OR id > $1
ORDER BY id
LIMIT $2;
