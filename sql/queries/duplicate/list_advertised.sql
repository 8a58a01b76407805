-- After revision $1, or after posting $2 of that revision where $2 is not 0; at most $3.
SELECT to_json(advertised)
FROM (
    SELECT id
    FROM posting
    WHERE (revision, id) > ($1::bigint, coalesce(nullif($2::bigint, 0), 9223372036854775807))
    ORDER BY revision, id
    LIMIT $3
) AS changed
JOIN advertised_posting AS advertised ON advertised.id = changed.id
ORDER BY advertised.revision, advertised.id;
