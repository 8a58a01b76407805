-- Those after $1 by id, at most $2.
SELECT posting_id, sketch, employer, posted, first_id, employers
FROM posting_text
WHERE posting_id > $1
ORDER BY posting_id
LIMIT $2;
