-- $1: the id of a verified posting or of one of its appearances elsewhere. Those verified.
-- Two reads by index, where one condition with OR reads the whole table. Materialized, since row security lets
-- no COALESCE be looked for in an index.
WITH canonical AS MATERIALIZED (SELECT coalesce(canonical_id, id) AS id FROM posting WHERE id = $1)
SELECT posting.id, posting.source, posting.source_id, posting.url, posting.date_posted, posting.valid_through,
       posting.closed_on, posting.id = canonical.id
FROM canonical
CROSS JOIN LATERAL (
    SELECT * FROM posting WHERE posting.id = canonical.id
    UNION ALL
    SELECT * FROM posting WHERE posting.canonical_id = canonical.id
) AS posting
WHERE posting.verified
ORDER BY posting.date_posted, posting.source, posting.source_id;
