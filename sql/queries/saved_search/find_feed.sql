SELECT id, name, feed_language, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM saved_search
WHERE feed_sha256 = $1;
