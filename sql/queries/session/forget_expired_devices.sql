DELETE FROM account_device WHERE account_id = $1 AND expires_at <= to_timestamp($2);
