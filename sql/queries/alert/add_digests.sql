-- $1: [{saved_search_id, revision_after, revision, day, rules, matching, postings: [[posting id, fit, points]...]}...], one
-- of a saved search, the best postings first.
WITH given AS (
    SELECT *
    FROM json_to_recordset($1) AS one (
        saved_search_id uuid, revision_after bigint, revision bigint, day date, rules text, matching integer, postings json)
), digest AS (
    INSERT INTO alert_digest (saved_search_id, revision_after, revision, day, rules, matching)
    SELECT saved_search_id, revision_after, revision, day, rules, matching FROM given
    RETURNING id, saved_search_id
)
INSERT INTO alerted_posting (saved_search_id, posting_id, digest_id, place, fit, basis_points)
SELECT digest.saved_search_id, (match.value->>0)::bigint, digest.id, match.ordinality,
    (match.value->>1)::smallint, (match.value->>2)::smallint
FROM given
JOIN digest USING (saved_search_id)
CROSS JOIN LATERAL json_array_elements(given.postings) WITH ORDINALITY AS match;
