-- $7: [[posting id, fit, points]...], the best first.
WITH digest AS (
    INSERT INTO alert_digest (saved_search_id, revision_after, revision, day, rules, matching)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING id, saved_search_id
)
INSERT INTO alerted_posting (saved_search_id, posting_id, digest_id, place, fit, basis_points)
SELECT digest.saved_search_id, (match.value->>0)::bigint, digest.id, match.ordinality,
    (match.value->>1)::smallint, (match.value->>2)::smallint
FROM digest, json_array_elements($7) WITH ORDINALITY AS match;
