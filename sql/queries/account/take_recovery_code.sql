DELETE FROM recovery_code WHERE account_id = $1 AND sha256 = $2 RETURNING sha256;
