DELETE FROM account_device WHERE account_id = $1;
