DELETE FROM account_token WHERE account_id = $1 AND purpose = $2;
