DELETE FROM account_session WHERE account_id = $1 AND id = $2 RETURNING id;
