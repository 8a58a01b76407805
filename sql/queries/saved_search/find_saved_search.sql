SELECT id, owner_id, name, candidate_id, match_order, query::text, notify, revision_seen, feed_sha256 IS NOT NULL,
    to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), version
FROM saved_search
WHERE id = $1;
