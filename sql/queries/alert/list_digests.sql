-- Of a saved search, before digest $2 (NULL: from the newest), at most $3.
SELECT digest.id, revision_after, revision, day, rules, matching,
    to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    (SELECT json_agg(json_build_array(posting_id, fit, basis_points) ORDER BY place)
     FROM alerted_posting WHERE digest_id = digest.id)
FROM alert_digest AS digest
WHERE saved_search_id = $1 AND ($2::bigint IS NULL OR digest.id < $2)
ORDER BY digest.id DESC
LIMIT $3;
