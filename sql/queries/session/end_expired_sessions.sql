DELETE FROM account_session
WHERE account_id = $1 AND (idle_expires_at <= to_timestamp($2) OR expires_at <= to_timestamp($2));
