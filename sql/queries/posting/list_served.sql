SELECT id, revision FROM posting WHERE verified AND canonical_id IS NULL AND id > $1 ORDER BY id LIMIT $2;
