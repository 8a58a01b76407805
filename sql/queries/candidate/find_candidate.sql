SELECT id, owner_id, document::text, version FROM candidate WHERE id = $1;
