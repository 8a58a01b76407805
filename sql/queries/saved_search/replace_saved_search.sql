-- $7: the version that the caller read, or NULL for any. Whoever asks to be told again is told of what comes from now on.
UPDATE saved_search
SET name = $2, candidate_id = $3, match_order = $4, query = $5, notify = $6, version = version + 1,
    revision_seen = CASE WHEN $6 AND NOT notify THEN (SELECT revision FROM revision_counter) ELSE revision_seen END
WHERE id = $1 AND ($7::text IS NULL OR version::text = $7)
RETURNING id, owner_id, name, candidate_id, match_order, query::text, notify, revision_seen, feed_sha256 IS NOT NULL,
    to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), version;
