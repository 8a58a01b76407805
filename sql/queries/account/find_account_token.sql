SELECT account_id FROM account_token WHERE sha256 = $1 AND purpose = $2 AND expires_at > to_timestamp($3);
