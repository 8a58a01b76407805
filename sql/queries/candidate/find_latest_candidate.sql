-- Of owner $1, the one stored last.
SELECT id FROM candidate WHERE owner_id = $1 ORDER BY created_at DESC, id LIMIT 1;
