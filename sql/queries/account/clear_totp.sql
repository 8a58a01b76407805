UPDATE account SET totp_secret = NULL, totp_confirmed_at = NULL, totp_step = NULL WHERE id = $1;
