-- Postings after $1 by id, at most $2.
SELECT *
FROM posting_to_verify
WHERE id IN (SELECT id FROM posting WHERE id > $1 ORDER BY id LIMIT $2)
ORDER BY id;
