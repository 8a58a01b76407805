DELETE FROM account_token WHERE sha256 = $1 AND account_id = $2 RETURNING sha256;
