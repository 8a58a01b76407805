-- A confirmed one stays: nothing comes back.
UPDATE account SET totp_secret = $2, totp_step = NULL
WHERE id = $1 AND totp_confirmed_at IS NULL
RETURNING id;
