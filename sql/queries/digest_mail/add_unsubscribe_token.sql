INSERT INTO account_token (sha256, account_id, purpose, expires_at) VALUES ($1, $2, 'unsubscribe', to_timestamp($3));
