SELECT coalesce(canonical_id, id) FROM posting WHERE id = $1 AND verified;
