-- It begins with what comes after now.
INSERT INTO saved_search (owner_id, name, candidate_id, match_order, query, notify, revision_seen)
SELECT $1, $2, $3, $4, $5, $6, revision FROM revision_counter
RETURNING id, owner_id, name, candidate_id, match_order, query::text, notify, revision_seen, feed_sha256 IS NOT NULL,
    to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), version;
