SELECT count(*) FROM posting WHERE canonical_id IS NOT NULL;
