DELETE FROM api_token WHERE account_id = $1;
