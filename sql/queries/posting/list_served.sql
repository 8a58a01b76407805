SELECT id, revision FROM posting WHERE verified AND id > $1 ORDER BY id LIMIT $2;
