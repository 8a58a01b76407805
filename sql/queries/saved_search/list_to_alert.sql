-- After search $1 (NULL: from the first), at most $2: what a batch looks at, with the candidate's document.
SELECT search.id, search.candidate_id, search.match_order, search.query::text, search.revision_seen,
    candidate.document::text
FROM saved_search AS search
LEFT JOIN candidate ON candidate.id = search.candidate_id
WHERE search.notify AND ($1::uuid IS NULL OR search.id > $1)
ORDER BY search.id
LIMIT $2;
