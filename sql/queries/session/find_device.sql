SELECT sha256 FROM account_device WHERE account_id = $1 AND sha256 = $2 AND expires_at > to_timestamp($3);
