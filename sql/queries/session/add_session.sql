INSERT INTO account_session (sha256, account_id, created_at, second_factor_at, used_at, idle_expires_at, expires_at, user_agent)
VALUES ($1, $2, to_timestamp($3), to_timestamp($4), to_timestamp($3), to_timestamp($5), to_timestamp($6), $7)
RETURNING id;
