INSERT INTO candidate (owner_id, document) VALUES ($1, $2)
RETURNING id, owner_id, document::text, version;
