INSERT INTO account_device (sha256, account_id, expires_at) VALUES ($1, $2, to_timestamp($3));
