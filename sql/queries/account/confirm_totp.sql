UPDATE account SET totp_confirmed_at = to_timestamp($3), totp_step = $2
WHERE id = $1 AND totp_secret IS NOT NULL AND totp_confirmed_at IS NULL
RETURNING id;
