INSERT INTO answered_request (owner_id, key_digest, request_digest, began_at)
VALUES ($1, $2, $3, to_timestamp($4))
ON CONFLICT DO NOTHING;
